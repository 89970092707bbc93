-- The account is part of another one: its password opens nothing and only says so.
alter table signin.credential add column joined boolean not null default false;
