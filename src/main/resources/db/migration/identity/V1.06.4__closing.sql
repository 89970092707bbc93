alter table identity.account
    add column closed_at timestamptz,
    add column closed_until timestamptz,
    add column erased_at timestamptz;
alter table identity.account alter column email_sealed drop not null;

create index account_closed on identity.account (closed_until) where closed_at is not null and erased_at is null;
