create schema recovery;

-- A forgotten password: one mailed link, then the browser that pressed it and what was proven there. Nobody's where
-- the address has no account. Link and cookie are stored as SHA-256.
create table recovery.attempt (
    id uuid primary key,
    account uuid,
    via text not null check (via in ('LINK', 'RECOVERY_LINK')),
    link_digest bytea not null unique,
    browser_digest bytea unique,
    asked_at timestamptz not null,
    opened_at timestamptz,
    proofs text[] not null default '{}',
    ended_at timestamptz
);

create index attempt_account on recovery.attempt (account) where ended_at is null;
create index attempt_asked_at on recovery.attempt (asked_at);

-- Somebody who lost every proof, or whom the help desk has recognised: nothing opens before due_at, and whoever
-- hears of it can stop it.
create table recovery.hold (
    id uuid primary key,
    account uuid not null,
    kind text not null check (kind in ('SELF', 'ASSISTED')),
    address bytea not null, -- sensitive
    language text not null,
    basis text not null,
    state text not null check (state in ('HELD', 'READY', 'DONE', 'CANCELLED', 'LAPSED')),
    view_digest bytea not null unique,
    finish_digest bytea unique,
    sent_at timestamptz,
    began_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz
);

create unique index hold_open on recovery.hold (account) where state in ('HELD', 'READY');

-- One a message, so that each reader can stop it.
create table recovery.cancel_link (
    digest bytea primary key,
    hold uuid not null
);

-- A lost user name: answered by a job, so that the page does the same for every address.
create table recovery.name_asked (
    id uuid primary key,
    address bytea not null, -- sensitive
    language text not null,
    asked_at timestamptz not null
);

grant usage on schema recovery to fairway_app;
grant select, insert, update, delete on all tables in schema recovery to fairway_app;
