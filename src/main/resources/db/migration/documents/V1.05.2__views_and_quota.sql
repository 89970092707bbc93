-- Who sent a file: told when it cannot be kept. Empty for files that we made.
alter table documents.document add column sent_by uuid;

-- What officers look at: pages drawn anew as pictures, sealed on disk like every file.
create table documents.view (
    id uuid primary key,
    document uuid not null references documents.document,
    page int not null,
    pages int not null,
    width int not null,
    height int not null,
    vault_key uuid not null,
    made_at timestamptz not null,
    unique (document, page)
);

-- How much an account sent on a day (UTC), refused files and uploads that broke off among it.
create table documents.traffic (
    account uuid not null,
    day date not null,
    files int not null,
    bytes bigint not null,
    primary key (account, day)
);

create index document_not_scanned on documents.document (id) where verdict = 'NOT_SCANNED';

grant select, insert, update, delete on documents.view, documents.traffic to fairway_app;
