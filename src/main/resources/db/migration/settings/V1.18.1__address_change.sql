create schema settings;

-- A new sign-in or recovery address on its way. Links are stored as SHA-256 of their tokens.
create table settings.address_change (
    id uuid primary key,
    account uuid not null,
    kind text not null check (kind in ('SIGN_IN', 'RECOVERY')),
    address bytea not null, -- sensitive
    fingerprint bytea not null,
    confirm_digest bytea not null unique,
    cancel_digest bytea not null unique,
    session uuid not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    confirmed_at timestamptz,
    ended_at timestamptz,
    ending text check (ending in ('DONE', 'CANCELLED', 'REPLACED', 'LAPSED', 'STOPPED'))
);

create unique index address_change_open on settings.address_change (account, kind) where ended_at is null;
create index address_change_fingerprint on settings.address_change (fingerprint, asked_at);

-- "This was not me" in a message: one link a message, used at most once.
create table settings.alarm_link (
    digest bytea primary key,
    account uuid not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index alarm_link_expires_at on settings.alarm_link (expires_at);

-- When somebody last said that they still have their backup code.
create table settings.backup_check (
    account uuid primary key,
    still_there_at timestamptz not null
);

grant usage on schema settings to fairway_app;
grant select, insert, update, delete on all tables in schema settings to fairway_app;
