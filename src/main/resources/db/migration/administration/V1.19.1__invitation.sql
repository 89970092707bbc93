create schema administration;

-- One link that lets somebody set up their access; the token itself is never stored. Without an address it was printed on the console.
create table administration.invitation (
    id uuid primary key,
    token_digest bytea not null unique,
    email bytea, -- sensitive
    roles text[] not null,
    invited_by uuid,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    account uuid
);

create index invitation_open on administration.invitation (expires_at) where used_at is null and revoked_at is null;

-- Who may not come in any more; an invitation opens the account again.
create table administration.disabled (
    account uuid primary key,
    disabled_by uuid not null,
    disabled_at timestamptz not null
);

grant usage on schema administration to fairway_app;
grant select, insert, update, delete on all tables in schema administration to fairway_app;
