--liquibase formatted sql

--changeset kontor:0009-kept-runs
-- Runs without items are kept for a shorter time.
ALTER TABLE sync_run ADD COLUMN without_items BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX sync_run_by_age ON sync_run (without_items, id);
CREATE INDEX sync_run_last ON sync_run (connection, record_type, id);
-- Work that one of several nodes does from time to time.
CREATE TABLE chore (
  name VARCHAR(40) ${bytewise} NOT NULL,
  due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (name)
);
INSERT INTO chore (name, due_at) VALUES ('forget-runs', TIMESTAMP WITH TIME ZONE '2000-01-01 00:00:00+00:00');

--changeset kontor:0009-progress
-- How far a run has come in its source, and since when its pace is measured.
ALTER TABLE sync_run ADD COLUMN reach_done BIGINT;
ALTER TABLE sync_run ADD COLUMN reach_total BIGINT;
ALTER TABLE sync_run ADD COLUMN pace_from TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE sync_run ADD COLUMN pace_from_count BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sync_run ADD COLUMN pace_next TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE sync_run ADD COLUMN pace_next_count BIGINT DEFAULT 0 NOT NULL;

--changeset kontor:0009-calls
-- Calls of the day to the external system of each connection.
CREATE TABLE sync_calls (
  connection VARCHAR(60) ${bytewise} NOT NULL,
  call_day DATE NOT NULL,
  used BIGINT NOT NULL,
  PRIMARY KEY (connection)
);
