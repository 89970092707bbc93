-- What each check of the chain found. The head of an earlier check must still be in the chain later.
create table audit.verification (
    id uuid primary key,
    at timestamptz not null,
    checked bigint not null,
    tail bigint not null,
    head text not null,
    fault text,
    fault_position bigint,
    check ((fault is null) = (fault_position is null))
);

create index verification_at on audit.verification (at desc);

grant select, insert on audit.verification to fairway_app;
