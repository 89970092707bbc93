create schema documents;

create table documents.document (
    id uuid primary key,
    holder_kind text not null,
    holder uuid not null,
    slot text not null,
    position int not null,
    name bytea not null, -- sensitive, sealed
    type text not null,
    size bigint not null,
    sha256 text not null,
    vault_key uuid not null,
    verdict text not null,
    scanned_by text,
    scanned_at timestamptz,
    received_at timestamptz not null,
    not_in_english boolean not null,
    part text not null,
    translation_of uuid references documents.document
);

create index document_holder on documents.document (holder_kind, holder, slot, position);
create index document_translation_of on documents.document (translation_of) where translation_of is not null;

-- Holders whose files may no longer come, go or change.
create table documents.frozen_holder (
    kind text not null,
    id uuid not null,
    primary key (kind, id)
);

-- Files on disk that no document claims: uploads on their way and deleted documents. A job sweeps what is old.
create table documents.litter (
    id uuid primary key,
    vault_key uuid not null,
    since timestamptz not null
);

create index litter_since on documents.litter (since);

grant usage on schema documents to fairway_app;
grant select, insert, update, delete on all tables in schema documents to fairway_app;
grant usage on all sequences in schema documents to fairway_app;
