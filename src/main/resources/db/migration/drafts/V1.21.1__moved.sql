-- drafts became a module of their own; their rows stay sealed under the name they were sealed with
create schema drafts;

alter table filing.draft set schema drafts;
alter table filing.draft_page set schema drafts;
alter table filing.draft_change set schema drafts;
alter table filing.draft_accepted set schema drafts;

grant usage on schema drafts to fairway_app;
grant usage on all sequences in schema drafts to fairway_app;
