-- What nobody wrote in for a long time ends by itself; its person is told, and reads it on the page of the request.
alter table support.request
    drop constraint request_state_check,
    add constraint request_state_check
        check (state in ('OPEN', 'PROPOSED', 'APPROVED', 'DECLINED', 'CLOSED', 'LAPSED'));
