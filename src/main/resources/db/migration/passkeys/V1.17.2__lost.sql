-- Its owner reported it as lost: it opens nothing until they take it back with another proof.
alter table passkeys.passkey add column lost_at timestamptz;
