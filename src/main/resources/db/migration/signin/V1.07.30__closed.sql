alter table signin.credential add column closed boolean not null default false;
