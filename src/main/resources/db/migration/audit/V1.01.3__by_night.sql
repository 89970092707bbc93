-- Whether the nightly job made the check, and not somebody who asked for it.
alter table audit.verification add column by_night boolean not null default false;
