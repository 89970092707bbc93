-- How often the person wrote after our answer: each time another answer is promised.
alter table support.request add column turn int not null default 0;
