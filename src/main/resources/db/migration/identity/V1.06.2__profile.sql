create table identity.profile (
    account uuid primary key references identity.account (id),
    sealed bytea not null, -- sensitive
    changed_at timestamptz not null
);

create table identity.address_change (
    id uuid primary key,
    account uuid not null references identity.account (id),
    sealed bytea not null, -- sensitive
    told_at timestamptz not null
);

create index address_change_account on identity.address_change (account, told_at desc);

grant select, insert, update, delete on identity.profile, identity.address_change to fairway_app;
