create table identity.phone_proof (
    account uuid primary key references identity.account (id),
    id uuid not null,
    phone bytea not null, -- sensitive
    tries int not null,
    made_at timestamptz not null,
    window_from timestamptz not null,
    sent int not null
);

grant select, insert, update, delete on identity.phone_proof to fairway_app;
