create schema audit;

-- One row for each act or read, written in its transaction. No personal data: ids and codes only.
create table audit.entry (
    id uuid primary key,
    seq bigint generated always as identity unique,
    at timestamptz not null,
    actor_kind text not null,
    actor uuid,
    what text not null,
    subject_kind text not null,
    subject text not null,
    facts json not null -- json, not jsonb: keeps the exact text that the chain is computed over
);

create index entry_subject on audit.entry (subject_kind, subject, seq);
create index entry_actor on audit.entry (actor, seq) where actor is not null;

-- What the chain has yet to take in. Rows leave when their link is written; an entry in neither place is a fault.
create table audit.pending (
    entry uuid primary key
);

-- The chain: each hash covers the entry and the hash before it.
create table audit.link (
    position bigint primary key,
    entry uuid not null unique,
    hash bytea not null,
    made_at timestamptz not null
);

grant usage on schema audit to fairway_app;
grant select, insert on audit.entry, audit.link to fairway_app;
grant select, insert, delete on audit.pending to fairway_app;
grant usage on all sequences in schema audit to fairway_app;
