create schema identity;

create table identity.account (
    id uuid primary key,
    number text not null unique check (number ~ '^[0-9]{12}$'),
    staff boolean not null,
    type text not null check (type in ('APPLICANT', 'REPRESENTATIVE', 'STAFF')),
    email_sealed bytea not null, -- sensitive
    email_fingerprint bytea not null,
    name_sealed bytea, -- sensitive
    phone_sealed bytea, -- sensitive
    vault_key uuid not null,
    language text not null,
    zone text not null,
    roles text[] not null default '{}',
    made_at timestamptz not null,
    unique (email_fingerprint, staff)
);

grant usage on schema identity to fairway_app;
grant select, insert, update, delete on all tables in schema identity to fairway_app;
