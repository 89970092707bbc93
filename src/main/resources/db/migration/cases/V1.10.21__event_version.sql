-- The shape of what a kind of event keeps in words, reference and detail; the next one begins where a kind changes.
alter table cases.case_event add column version smallint not null default 1;
