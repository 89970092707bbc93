create schema filing;

create table filing.draft (
    id uuid primary key,
    account uuid not null,
    key uuid not null,
    form text not null,
    edition date not null,
    language text not null,
    rev bigint not null default 0,
    status text not null default 'OPEN' check (status in ('OPEN', 'SIGNED', 'FILED')),
    -- where the person was, and how far: for lists of drafts, so that they need not open every page
    place text not null default '',
    percent int not null default 0,
    pages_left int not null default 0,
    created timestamptz not null,
    touched timestamptz not null,
    expires timestamptz not null,
    -- days before the end for which the last reminder went out
    reminded int
);

create index draft_account on filing.draft (account);
create index draft_expires on filing.draft (expires) where status = 'OPEN';

create table filing.draft_page (
    draft_id uuid not null references filing.draft on delete cascade,
    page text not null,
    instance int not null,
    rev bigint not null,
    nonce text not null,
    finished boolean not null,
    removed boolean not null default false,
    language text not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    sealed bytea not null, -- sensitive
    primary key (draft_id, page, instance)
);

-- who changed which question when; never what was written
create table filing.draft_change (
    id bigint generated always as identity primary key,
    draft_id uuid not null references filing.draft on delete cascade,
    page text not null,
    instance int not null,
    fields text[] not null,
    actor uuid not null,
    source text not null,
    at timestamptz not null
);

create index draft_change_draft on filing.draft_change (draft_id);

grant usage on schema filing to fairway_app;
grant select, insert, update, delete on all tables in schema filing to fairway_app;
grant usage on all sequences in schema filing to fairway_app;
