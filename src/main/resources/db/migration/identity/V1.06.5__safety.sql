-- A second address: security notices go there, too, and it helps its owner back in.
create table identity.recovery_address (
    account uuid primary key,
    address bytea not null, -- sensitive
    confirmed_at timestamptz not null
);

-- While one of these lasts, nothing that decides who gets in may change. Rows stay as they were written.
create table identity.account_hold (
    id uuid primary key,
    account uuid not null,
    reason text not null check (reason in ('NOT_ME')),
    made_at timestamptz not null,
    until timestamptz not null,
    lifted_at timestamptz
);

create index account_hold_account on identity.account_hold (account, until);

grant select, insert, update, delete on all tables in schema identity to fairway_app;
