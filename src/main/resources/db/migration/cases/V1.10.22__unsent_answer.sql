-- Which save the unsent answer is, from which showing of its page, and when: no window overwrites another one unseen.
alter table cases.evidence_request
    add column draft_rev bigint not null default 0,
    add column draft_window uuid,
    add column draft_at timestamptz;

update cases.evidence_request set draft_rev = 1 where draft is not null;
