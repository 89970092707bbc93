-- Whether the link went to the address that signs in: who reads it may be who took the mailbox.
alter table settings.alarm_link add column mailbox boolean not null default false;
