create schema payments;

-- What was quoted for a filing package, and by which dated rules; never changed.
create table payments.quote (
    id uuid primary key,
    quoted_on date not null,
    made_at timestamptz not null
);

create table payments.quote_line (
    quote uuid not null references payments.quote,
    position int not null,
    code text not null,
    rule text not null,
    name_key text not null,
    why_key text not null,
    payment_group text not null,
    cents bigint not null check (cents >= 0),
    source text not null,
    confirmed boolean not null,
    primary key (quote, position)
);

create table payments.pack (
    pack uuid primary key,
    account uuid not null,
    quote uuid not null references payments.quote,
    return_path text not null,
    opened_at timestamptz not null,
    settled_at timestamptz
);

create table payments.intent (
    id uuid primary key,
    pack uuid not null references payments.pack,
    payment_group text not null,
    attempt int not null,
    quote uuid not null references payments.quote,
    cents bigint not null check (cents > 0),
    language text not null,
    state text not null,
    card_page text,
    reason text,
    last_four text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    changed_at timestamptz not null,
    unique (pack, payment_group, attempt)
);

-- While one payment of a package is under way no second one can begin, and nothing is accepted twice.
create unique index intent_one_under_way on payments.intent (pack) where state in ('CREATED', 'STARTED', 'UNKNOWN');
create unique index intent_one_accepted on payments.intent (pack, payment_group) where state = 'SUCCEEDED';

create table payments.callback (
    id text primary key,
    intent uuid not null,
    received_at timestamptz not null
);

-- Double entry: the lines of an entry add up to zero.
create table payments.ledger_entry (
    id uuid primary key,
    intent uuid not null references payments.intent,
    kind text not null,
    booked_at timestamptz not null,
    unique (intent, kind)
);

create table payments.ledger_line (
    entry uuid not null references payments.ledger_entry,
    position int not null,
    account text not null,
    cents bigint not null,
    primary key (entry, position)
);

create function payments.entry_adds_up() returns trigger language plpgsql as $$
begin
    if (select sum(cents) from payments.ledger_line where entry = new.entry) <> 0 then
        raise exception 'ledger entry % does not add up to zero', new.entry;
    end if;
    return null;
end $$;

create constraint trigger ledger_line_adds_up after insert or update on payments.ledger_line
    deferrable initially deferred for each row execute function payments.entry_adds_up();

-- Tables of the built-in card page; to the rest of the module they are another company's.
create table payments.card_session (
    id text primary key,
    reference uuid not null unique,
    cents bigint not null,
    purpose text not null,
    return_path text not null,
    language text not null,
    outcome text not null,
    decides_at timestamptz,
    last_four text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

grant usage on schema payments to fairway_app;
grant select, insert, update, delete on all tables in schema payments to fairway_app;
revoke update, delete on payments.ledger_entry, payments.ledger_line, payments.quote, payments.quote_line, payments.callback from fairway_app;
grant usage on all sequences in schema payments to fairway_app;
