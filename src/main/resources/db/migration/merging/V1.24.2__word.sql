-- Who ended a joining by nothing but reading an address: each address has that word once for two accounts, or its reader
-- could keep them apart for ever.
alter table merging.merge
    add column word_of uuid,
    add column word_from text check (word_from in ('MAILBOX', 'RECOVERY')),
    add check ((word_of is null) = (word_from is null));

alter table merging.undo_link add column mailbox boolean not null default true;
