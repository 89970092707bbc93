-- Numbers of the keys behind hashes and fingerprints that were ever used here, so that a lost one is noticed at the start.
create table vault.known_key (
    kind text not null,
    number int not null,
    known_at timestamptz not null,
    primary key (kind, number)
);

grant select, insert on vault.known_key to fairway_app;
