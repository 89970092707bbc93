create schema intake;

-- A filing that came on paper, the account made for it, and what opens that account to its owner.
create table intake.paper_file (
    id uuid primary key,
    account uuid not null unique,
    number text not null unique,
    case_id uuid not null unique,
    receipt text not null unique,
    -- keyed, with the id of this row
    birth bytea not null, -- sensitive
    a_number bytea, -- sensitive
    opened_by uuid not null,
    opened_at timestamptz not null,
    -- slow hash of access code and birth date together
    code_hash text not null,
    code_expires_at timestamptz not null,
    claimed_by uuid,
    claimed_at timestamptz
);

create index paper_file_claimed_by on intake.paper_file (claimed_by) where claimed_by is not null;

-- Somebody asked for a new code; without a file where there is nothing to send, which nobody is told.
create table intake.letter_request (
    id uuid primary key,
    paper_file uuid references intake.paper_file (id),
    asked_by uuid not null,
    asked_at timestamptz not null,
    done_at timestamptz
);

grant usage on schema intake to fairway_app;
grant select, insert, update, delete on all tables in schema intake to fairway_app;
