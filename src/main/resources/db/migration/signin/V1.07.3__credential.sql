-- How far the set-up of an account has come, and its password as a keyed hash.
create table signin.credential (
    account uuid primary key,
    email_fingerprint bytea not null,
    staff boolean not null,
    stage text not null check (stage in ('TERMS', 'PASSWORD', 'METHODS', 'BACKUP', 'QUESTIONS', 'TYPE', 'DONE')),
    password_hash text, -- sensitive
    password_at timestamptz,
    terms_version text,
    terms_language text,
    terms_at timestamptz,
    unique (email_fingerprint, staff)
);

-- Wrong passwords in a row, for one address on one known device or on all unknown ones together.
create table signin.password_guard (
    email_fingerprint bytea not null,
    device bytea not null,
    failures int not null,
    failed_at timestamptz,
    primary key (email_fingerprint, device)
);

-- A way to receive or make codes. Failures in a row are counted here and nowhere else, and only success clears them.
create table signin.authenticator (
    id uuid primary key,
    account uuid not null,
    way text not null check (way in ('TEXT', 'APP', 'EMAIL')),
    address bytea, -- sensitive
    secret bytea, -- sensitive
    last_step bigint not null default 0,
    failures int not null default 0,
    failed_at timestamptz,
    bound_at timestamptz not null,
    confirmed_at timestamptz,
    used_at timestamptz,
    removed_at timestamptz
);

create index authenticator_account on signin.authenticator (account) where removed_at is null;

-- One asked-for code. It is a keyed digest of the nonce, so nothing here or in a backup tells it.
create table signin.challenge (
    id uuid primary key,
    nonce bytea not null,
    purpose text not null check (purpose in ('SETUP', 'SIGN_IN', 'STEP_UP')),
    session uuid not null,
    authenticator uuid not null,
    address_mark bytea not null,
    wrong int not null default 0,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    consumed_at timestamptz
);

create index challenge_session on signin.challenge (session, purpose, authenticator);
create index challenge_expires_at on signin.challenge (expires_at);

create table signin.backup_code (
    account uuid primary key,
    hash text not null, -- sensitive
    made_at timestamptz not null,
    failures int not null default 0,
    failed_at timestamptz,
    shown bytea, -- sensitive
    shown_to uuid,
    kept_at timestamptz
);

create table signin.reset_answer (
    account uuid not null,
    position int not null check (position between 1 and 5),
    question text not null,
    answer_hash text not null, -- sensitive
    normalisation int not null,
    set_at timestamptz not null,
    primary key (account, position)
);

-- Browsers an account has been fully signed in on. A known one only has a failure count of its own.
create table signin.device (
    digest bytea not null,
    account uuid not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    primary key (digest, account)
);

create index device_account on signin.device (account);

-- One request to open an account. The link's token is stored only as its SHA-256.
create table signin.sign_up (
    id uuid primary key,
    email_fingerprint bytea not null,
    email bytea not null, -- sensitive
    language text not null,
    token_digest bytea not null unique,
    open boolean not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    confirmed_at timestamptz
);

create index sign_up_email on signin.sign_up (email_fingerprint);

-- What was sent to an address or done from one, for limits over time.
create table signin.tally (
    key bytea not null,
    at timestamptz not null
);

create index tally_key on signin.tally (key, at);

grant select, insert, update, delete on all tables in schema signin to fairway_app;
