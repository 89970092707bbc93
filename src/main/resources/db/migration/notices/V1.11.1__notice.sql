create schema notices;

create table notices.notice (
    id uuid primary key,
    case_id uuid not null,
    -- the event that made it necessary: a second telling of the same event makes no second notice
    cause bigint not null,
    kind text not null,
    posted_at timestamptz not null,
    unique (case_id, cause)
);

create table notices.letter (
    notice uuid not null references notices.notice (id),
    language text not null,
    -- as it was posted, sealed under the key of the case
    content bytea not null, -- sensitive
    pdf bytea, -- sensitive
    primary key (notice, language)
);

grant usage on schema notices to fairway_app;
grant select, insert on notices.notice to fairway_app;
grant select, insert, update on notices.letter to fairway_app;
