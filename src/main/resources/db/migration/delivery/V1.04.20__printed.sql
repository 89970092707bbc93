-- The sheet that goes with a letter, where somebody prints it.
alter table delivery.outbox add column pdf bytea; -- sensitive
