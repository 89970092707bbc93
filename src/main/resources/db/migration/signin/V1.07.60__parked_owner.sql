-- Each account keeps only so many.
create index parked_post_owner on signin.parked_post (owner, parked_at desc);
