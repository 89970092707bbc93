create schema delivery;

-- The ledger: one row for every message promised to a person, whatever becomes of it.
create table delivery.message (
    id uuid primary key,
    dedupe text not null unique,
    channel text not null check (channel in ('EMAIL', 'TEXT', 'LETTER')),
    purpose text not null check (purpose in ('SECURITY', 'CASE')),
    template text not null,
    language text not null,
    account uuid,
    sealed bytea, -- sensitive: address and values, erased as soon as nothing will be sent any more
    state text not null check (state in
        ('CREATED', 'SENDING', 'SENT', 'FAILED_TEMPORARY', 'FAILED_PERMANENT', 'SUPPRESSED')),
    tries int not null default 0,
    reason text,
    provider_reference text,
    next_try timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((next_try is null) = (state in ('SENT', 'FAILED_PERMANENT', 'SUPPRESSED'))),
    check (next_try is not null or sealed is null)
);

create index message_unfinished on delivery.message (next_try) where next_try is not null;
create index message_account on delivery.message (account, created_at) where account is not null;

-- Addresses that asked to receive nothing more, as keyed fingerprints.
create table delivery.stopped (
    channel text not null,
    address bytea not null,
    stopped_at timestamptz not null,
    primary key (channel, address)
);

-- The carrier of demonstrations: what would have left the building, readable on the outbox page.
create table delivery.outbox (
    message uuid primary key,
    channel text not null,
    address text not null, -- sensitive
    language text not null,
    subject text not null, -- sensitive
    body text not null, -- sensitive
    sent_at timestamptz not null
);

create index outbox_sent_at on delivery.outbox (sent_at desc);

grant usage on schema delivery to fairway_app;
grant select, insert, update, delete on all tables in schema delivery to fairway_app;
