create schema alerts;

create table alerts.choice (
    account uuid not null,
    kind text not null,
    email boolean not null,
    text boolean not null,
    primary key (account, kind)
);

grant usage on schema alerts to fairway_app;
grant select, insert, update, delete on all tables in schema alerts to fairway_app;
