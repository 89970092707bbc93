create schema merging;

-- Two accounts of one person on their way to be one: begun in the one that stays, proven in the one that goes, decided by
-- somebody who works here, taken back for a while.
create table merging.merge (
    id uuid primary key,
    kept uuid not null,
    gone uuid,
    state text not null check (state in
        ('ASKED', 'ENTERED', 'PROVEN', 'JOINED', 'FINAL', 'STOPPED', 'REFUSED', 'LAPSED', 'UNDONE')),
    -- the code is computed from the nonce and nowhere stored; it is found by its keyed mark
    nonce bytea not null,
    mac_key int not null,
    code_mark bytea not null unique,
    asked_at timestamptz not null,
    code_until timestamptz not null,
    proven_at timestamptz,
    decided_by uuid,
    joined_at timestamptz,
    ended_at timestamptz,
    reason bytea, -- sensitive
    check (gone <> kept),
    check (gone is not null or state in ('ASKED', 'STOPPED', 'LAPSED'))
);

create unique index merge_kept on merging.merge (kept) where state in ('ASKED', 'ENTERED', 'PROVEN');
create unique index merge_gone on merging.merge (gone) where state in ('ENTERED', 'PROVEN', 'JOINED', 'FINAL');
create index merge_kept_all on merging.merge (kept, asked_at);
create index merge_gone_all on merging.merge (gone, asked_at);
create index merge_proven on merging.merge (proven_at) where state = 'PROVEN';

-- Exactly what moved, so that exactly that moves back.
create table merging.moved (
    merge uuid not null references merging.merge (id),
    kind text not null,
    row_id uuid not null,
    moved_at timestamptz not null,
    primary key (merge, kind, row_id)
);

-- By which readers of the account that went take it back without signing in; one a message.
create table merging.undo_link (
    digest bytea primary key,
    merge uuid not null references merging.merge (id)
);

grant usage on schema merging to fairway_app;
grant select, insert, update, delete on all tables in schema merging to fairway_app;
