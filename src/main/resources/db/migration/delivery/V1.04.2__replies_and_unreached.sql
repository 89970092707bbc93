-- Which address could not be reached, half hidden, so that its owner recognizes it.
alter table delivery.message add column unreached bytea; -- sensitive, sealed; only on messages given up

create index message_given_up on delivery.message (changed_at) where state = 'FAILED_PERMANENT';

-- Who agreed to receive what on which channel, and under which words; a number keeps its last language for answers.
create table delivery.agreed (
    channel text not null,
    address bytea not null,
    account uuid not null,
    language text not null,
    words text not null,
    agreed_at timestamptz not null,
    primary key (channel, address, account)
);

-- Replies that came in, by the id their service gave them: each is heard once.
create table delivery.heard (
    id text primary key,
    word text not null,
    heard_at timestamptz not null
);

grant select, insert, update, delete on delivery.agreed, delivery.heard to fairway_app;
