-- Until when the readers of the addresses of an account that became part of another hear what happens there.
alter table identity.account add column heard_until timestamptz;
