-- Who may see a case, and on what basis; the filer now, representatives later.
create table cases.access (
    case_id uuid not null references cases.case_file (id),
    account uuid not null,
    basis text not null,
    may_answer boolean not null,
    since timestamptz not null,
    primary key (case_id, account)
);

create index access_account on cases.access (account);

drop index cases.case_file_account;

grant select, insert, update, delete on cases.access to fairway_app;
