create schema passkeys;

-- The random handle under which authenticators know an account; it says nothing about its owner.
create table passkeys.holder (
    account uuid primary key,
    handle bytea not null unique,
    made_at timestamptz not null
);

-- One passkey or security key. A removed one stays as a record of what once opened the account.
create table passkeys.passkey (
    id uuid primary key,
    account uuid not null,
    credential_id bytea not null unique,
    credential bytea not null,
    label bytea not null, -- sensitive
    transports text[] not null,
    sign_count bigint not null,
    user_verified boolean not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    bound_at timestamptz not null,
    used_at timestamptz,
    -- Its counter went back, so there may be a copy: it opens nothing any more.
    suspected_at timestamptz,
    removed_at timestamptz
);

create index passkey_account on passkeys.passkey (account) where removed_at is null;

-- One question to an authenticator: bound to a browser and a purpose, answered once, soon over.
create table passkeys.ceremony (
    challenge bytea primary key,
    bond bytea not null,
    purpose text not null check (purpose in ('REGISTER', 'SIGN_IN', 'PROVE')),
    account uuid,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index ceremony_expires_at on passkeys.ceremony (expires_at);

grant usage on schema passkeys to fairway_app;
grant select, insert, update, delete on all tables in schema passkeys to fairway_app;
