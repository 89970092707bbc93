create schema vault;

-- Data keys, each wrapped by a key-encryption key that never enters the database.
create table vault.data_key (
    id uuid primary key,
    wrapped bytea,
    kek_id int not null,
    created_at timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);

create index data_key_kek_id on vault.data_key (kek_id) where destroyed_at is null;

grant usage on schema vault to fairway_app;
grant select, insert, update, delete on all tables in schema vault to fairway_app;
