-- An alarm that was rung from the mailbox alone, and one that was rung from there before: the second does not stop what
-- others have proven meanwhile.
alter table identity.account_hold drop constraint account_hold_reason_check;
alter table identity.account_hold add constraint account_hold_reason_check
    check (reason in ('NOT_ME', 'NOT_ME_BY_MAIL', 'NOT_ME_AGAIN', 'RECOVERED'));
