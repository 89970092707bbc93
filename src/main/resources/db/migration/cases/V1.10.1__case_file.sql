create schema cases;

create sequence cases.receipt_place as bigint minvalue 0 start with 0;

create table cases.case_file (
    id uuid primary key,
    filing uuid not null unique,
    account uuid not null,
    form text not null,
    edition text not null,
    receipt text not null unique,
    state text not null,
    version bigint not null,
    key uuid not null,
    shielded boolean not null default false,
    officer uuid,
    proposer uuid,
    received_at timestamptz not null,
    changed_at timestamptz not null,
    -- when the person last saw something change; work inside the agency leaves it alone
    shown_since timestamptz not null
);

create index case_file_account on cases.case_file (account, received_at desc);
create index case_file_new on cases.case_file (received_at, id) where state = 'RECEIVED';
create index case_file_officer on cases.case_file (officer, changed_at) where officer is not null;
create index case_file_review on cases.case_file (changed_at, id) where state = 'DECISION_PENDING_REVIEW';

create table cases.case_event (
    case_id uuid not null references cases.case_file (id),
    seq bigint not null,
    what text not null,
    state text not null,
    who text not null,
    actor uuid,
    at timestamptz not null,
    -- sealed under the key of the case: what the actor wrote
    words bytea, -- sensitive
    reference uuid,
    detail text not null default '',
    primary key (case_id, seq)
);

create table cases.evidence_request (
    id uuid primary key,
    case_id uuid not null references cases.case_file (id),
    state text not null,
    asked bytea not null, -- sensitive
    rule text not null,
    issued_at timestamptz not null,
    due_on date not null,
    due_until timestamptz not null,
    draft bytea, -- sensitive
    answer bytea, -- sensitive
    answered_at timestamptz
);

-- one open request a case
create unique index evidence_request_open on cases.evidence_request (case_id) where state = 'ISSUED';
create index evidence_request_case on cases.evidence_request (case_id, issued_at desc);

grant usage on schema cases to fairway_app;
grant select, insert, update on cases.case_file, cases.evidence_request to fairway_app;
grant select, insert on cases.case_event to fairway_app;
grant usage on all sequences in schema cases to fairway_app;
