-- How far accounts from before there were marks have got theirs.
create table support.marking (
    one boolean primary key default true check (one),
    last uuid not null,
    done boolean not null
);

insert into support.marking (last, done) values ('00000000-0000-0000-0000-000000000000', false);

grant select, update on support.marking to fairway_app;
