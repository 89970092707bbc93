-- The type of the account was chosen before its owner set the ways in up again: it is not asked for once more.
alter table signin.credential add column type_known boolean not null default false;
