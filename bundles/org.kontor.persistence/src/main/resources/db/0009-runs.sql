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
