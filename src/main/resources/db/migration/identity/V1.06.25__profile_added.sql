-- What a profile got from the account that became part of it, so that exactly that can be taken out of it again.
create table identity.profile_added (
    id uuid primary key,
    account uuid not null references identity.account (id),
    part uuid not null references identity.account (id),
    sealed bytea not null, -- sensitive
    added_at timestamptz not null,
    unique (account, part)
);

create index profile_added_part on identity.profile_added (part);

grant select, insert, update, delete on identity.profile_added to fairway_app;
