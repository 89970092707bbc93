-- What somebody sent after their session had ended; given back once to the same account.
create table signin.parked_post (
    digest bytea primary key,
    owner text not null,
    path text not null,
    fields bytea not null, -- sensitive
    parked_at timestamptz not null
);

create index parked_post_parked_at on signin.parked_post (parked_at);

grant select, insert, update, delete on all tables in schema signin to fairway_app;
