-- what was signed: never changes; taken back as long as nothing is paid
create table filing.package (
    id uuid primary key,
    draft_id uuid not null,
    account uuid not null,
    form text not null,
    edition date not null,
    language text not null,
    key uuid not null,
    state text not null check (state in ('SIGNED', 'TAKEN_BACK', 'RECEIVED')),
    draft_rev bigint not null,
    idempotency_key text not null,
    sha256 bytea not null,
    canonical bytea not null, -- sensitive
    signature bytea not null, -- sensitive
    fees text[] not null,
    accepted_warnings text[] not null,
    -- names of own questions and hidden answers that were not filed; never what they said
    left_out text[] not null,
    signed_at timestamptz not null,
    unique (account, idempotency_key)
);

create unique index package_of_draft on filing.package (draft_id) where state <> 'TAKEN_BACK';

create table filing.filing (
    id uuid primary key,
    draft_id uuid not null unique,
    package_id uuid not null unique references filing.package,
    account uuid not null,
    received_at timestamptz not null,
    -- the copy for the person to keep, once it is made
    copy_id uuid
);

create index filing_account on filing.filing (account);

grant select, insert, update, delete on all tables in schema filing to fairway_app;
