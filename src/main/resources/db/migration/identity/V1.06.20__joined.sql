-- The account that this one became part of; its number leads there from then on.
alter table identity.account
    add column joined_to uuid references identity.account (id),
    add column joined_at timestamptz;

create index account_joined_to on identity.account (joined_to) where joined_to is not null;
