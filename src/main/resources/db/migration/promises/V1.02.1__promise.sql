create schema promises;

create table promises.promise (
    kind text not null,
    about text not null,
    made_to uuid not null,
    made_at timestamptz not null,
    due timestamptz not null,
    kept_at timestamptz,
    overdue_at timestamptz,
    primary key (kind, about)
);

create index promise_open_by_due on promises.promise (due) where kept_at is null;
create index promise_open_by_person on promises.promise (made_to) where kept_at is null;

grant usage on schema promises to fairway_app;
grant select, insert, update, delete on all tables in schema promises to fairway_app;
grant usage on all sequences in schema promises to fairway_app;
