-- A case whose filing came on paper: there are no answers to take the applicant's name from.
create table cases.paper_case (
    case_id uuid primary key references cases.case_file (id),
    applicant bytea not null -- sensitive
);

grant select, insert on cases.paper_case to fairway_app;
