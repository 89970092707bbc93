create schema signin;

-- One row a session. The cookie's value is never stored, only its SHA-256.
create table signin.session (
    digest bytea primary key,
    id uuid not null unique,
    account uuid not null,
    staff boolean not null,
    level text not null check (level in ('SETUP', 'HALF', 'FULL')),
    password_at timestamptz,
    code_at timestamptz,
    code_by text,
    device bytea,
    return_to text,
    started_at timestamptz not null,
    last_seen_at timestamptz not null
);

create index session_account on signin.session (account, started_at);
create index session_last_seen on signin.session (last_seen_at);

grant usage on schema signin to fairway_app;
grant select, insert, update, delete on all tables in schema signin to fairway_app;
