-- Accounts that never got a password are given up after some days.
alter table signin.credential add column made_at timestamptz not null default now();
create index credential_unfinished on signin.credential (made_at) where stage in ('TERMS', 'PASSWORD');

-- Whether the owner was told that somebody knew the password and went no further.
alter table signin.session add column told boolean not null default false;
