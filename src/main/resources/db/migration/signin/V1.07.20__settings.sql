-- What settings show and change: the order and names of ways to codes, browsers in two short codes, passwords not trusted any more.
alter table signin.authenticator add column name bytea; -- sensitive
alter table signin.authenticator add column position int not null default 0;
alter table signin.device add column browser text not null default 'other';
alter table signin.device add column system text not null default 'other';
alter table signin.credential add column compromised_at timestamptz;

-- Everything is proven, but a new password is owed.
alter table signin.session drop constraint session_level_check;
alter table signin.session add constraint session_level_check check (level in ('SETUP', 'HALF', 'OWING', 'FULL'));
