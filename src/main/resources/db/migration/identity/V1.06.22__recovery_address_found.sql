-- A recovery address helps its owner back in, so it can be found. One added before this is found once it is confirmed anew.
alter table identity.recovery_address add column fingerprint bytea;
create index recovery_address_fingerprint on identity.recovery_address (fingerprint);

-- Changes also rest after somebody came back with little proof.
alter table identity.account_hold drop constraint account_hold_reason_check;
alter table identity.account_hold add constraint account_hold_reason_check check (reason in ('NOT_ME', 'RECOVERED'));
