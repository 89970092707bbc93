-- Its owner reported it as lost: it opens nothing until they take it back with another proof.
alter table signin.authenticator add column lost_at timestamptz;
alter table signin.backup_code add column lost_at timestamptz;
