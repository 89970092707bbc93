create schema support;

-- One look at a person's account by somebody who helps: why, and for how long. The owner sees that it happened.
create table support.look (
    id uuid primary key,
    account uuid not null,
    staff uuid not null,
    reason text not null check (reason in ('CALL', 'MESSAGE', 'VISIT', 'FAULT')),
    note bytea not null, -- sensitive
    opened_at timestamptz not null,
    ends_at timestamptz not null,
    closed_at timestamptz
);

create index look_account on support.look (account, opened_at);

grant usage on schema support to fairway_app;
grant select, insert, update, delete on all tables in schema support to fairway_app;
