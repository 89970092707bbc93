-- A person asks for help: signed out to get back in (RECOVERY), or signed in about anything (MESSAGE).
create table support.request (
    id uuid primary key,
    number text not null unique,
    kind text not null check (kind in ('RECOVERY', 'MESSAGE')),
    -- the owner of a message; for a recovery what an agent found
    account uuid,
    token_digest bytea unique,
    vault_key uuid not null,
    words bytea, -- sensitive
    language text not null,
    state text not null check (state in ('OPEN', 'PROPOSED', 'APPROVED', 'DECLINED', 'CLOSED')),
    made_at timestamptz not null,
    due_at timestamptz not null,
    answered_at timestamptz,
    opened_at timestamptz,
    proposer uuid,
    reason bytea, -- sensitive
    approver uuid,
    decided_at timestamptz,
    recovery uuid,
    erased_at timestamptz
);

create index request_open on support.request (due_at) where state in ('OPEN', 'PROPOSED');
create index request_account on support.request (account, made_at desc) where account is not null;
create index request_decided on support.request (decided_at) where erased_at is null;

create table support.message (
    id uuid primary key,
    request uuid not null references support.request (id),
    staff uuid,
    words bytea not null, -- sensitive
    at timestamptz not null
);

create index message_request on support.message (request, at);

-- What shows that a request comes from the owner of the account. Codes are computed from the nonce and never stored.
create table support.proof (
    id uuid primary key,
    request uuid not null references support.request (id),
    account uuid not null,
    kind text not null check (kind in ('EMAIL', 'TEXT', 'LETTER', 'DOCUMENT')),
    -- both ways to a stored address are one sort
    sort text not null check (sort in ('ADDRESS', 'POST', 'DOCUMENT')),
    nonce bytea not null,
    mac_key int not null,
    asked_by uuid not null,
    checked_by uuid,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    proven_at timestamptz
);

create index proof_request on support.proof (request);

-- Keyed marks under which an account is found by a word of a name with a birth date, or by an A-Number.
create table support.person_mark (
    account uuid not null,
    source text not null,
    kind text not null check (kind in ('NAME', 'A_NUMBER')),
    mark bytea not null,
    primary key (account, source, kind, mark)
);

create index person_mark_mark on support.person_mark (kind, mark);

grant select, insert, update, delete on all tables in schema support to fairway_app;
