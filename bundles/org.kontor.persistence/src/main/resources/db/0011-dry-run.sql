--liquibase formatted sql

--changeset kontor:0011-dry-run
-- Runs that only tell what they would do, with the changes of each record.
ALTER TABLE sync_run ADD COLUMN dry_run BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE sync_item ADD COLUMN changes ${longtext};
-- What a dry run that is under way has come by; the key is a hash.
CREATE TABLE sync_rehearsed (
  run_id UUID NOT NULL,
  key_hash BIGINT NOT NULL,
  place BIGINT NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  external_id VARCHAR(200) NOT NULL
);
CREATE INDEX sync_rehearsed_by_key ON sync_rehearsed (key_hash, run_id);
CREATE INDEX sync_rehearsed_of_run ON sync_rehearsed (run_id);
