-- Counts of failures and of what was sent are kept by the module limits from here on.
drop table signin.password_guard;
drop table signin.tally;

-- What the list of sessions shows: the browser's own words, sealed, and where it was last, as a household's address.
alter table signin.session add column agent bytea; -- sensitive
alter table signin.session add column place bytea; -- sensitive
