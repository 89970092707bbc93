-- Where a return that waits was begun, and whether more than the link was shown; nothing for those of the help desk.
alter table recovery.hold
    add column via text check (via in ('LINK', 'RECOVERY_LINK')),
    add column backed boolean not null default false,
    -- where the message was read whose link stopped it
    add column stopped_from text check (stopped_from in ('MAILBOX', 'RECOVERY', 'PHONE'));

alter table recovery.cancel_link add column sent_to text check (sent_to in ('MAILBOX', 'RECOVERY', 'PHONE'));

create index hold_account on recovery.hold (account, began_at desc);
