-- warnings a person read and accepted before signing; a changed answer makes a new warning
create table filing.draft_accepted (
    draft_id uuid not null references filing.draft on delete cascade,
    warning text not null,
    accepted_at timestamptz not null,
    primary key (draft_id, warning)
);

grant select, insert, update, delete on all tables in schema filing to fairway_app;
