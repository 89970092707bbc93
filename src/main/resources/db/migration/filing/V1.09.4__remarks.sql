-- what checks said to officers alone when it was signed
alter table filing.package add column remarks bytea; -- sensitive
