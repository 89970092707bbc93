create schema limits;

-- When something happened, for limits over time; the key is a keyed fingerprint of what and whose.
create table limits.tally (
    key bytea not null,
    at timestamptz not null
);

create index tally_key on limits.tally (key, at);
create index tally_at on limits.tally (at);

-- Failures in a row against one secret. Only success takes the row away, or a week when nobody has such a secret.
create table limits.failure (
    key bytea primary key,
    nobodys boolean not null,
    failures int not null,
    failed_at timestamptz not null
);

create index failure_nobodys on limits.failure (failed_at) where nobodys;

grant usage on schema limits to fairway_app;
grant select, insert, update, delete on all tables in schema limits to fairway_app;
