--liquibase formatted sql

--changeset kontor:0010-drift
-- What comparisons of both sides found.
CREATE TABLE sync_reconciliation (
  id UUID NOT NULL PRIMARY KEY,
  connection VARCHAR(60) ${bytewise} NOT NULL,
  scheduled BOOLEAN NOT NULL,
  state VARCHAR(20) NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  message VARCHAR(2000)
);
CREATE INDEX sync_reconciliation_by_connection ON sync_reconciliation (connection, id);
CREATE TABLE sync_drift_count (
  reconciliation_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  there BIGINT NOT NULL,
  linked BIGINT NOT NULL,
  unlinked BIGINT NOT NULL,
  missing_here BIGINT NOT NULL,
  missing_there BIGINT NOT NULL,
  differs BIGINT NOT NULL,
  waiting BIGINT NOT NULL,
  PRIMARY KEY (reconciliation_id, record_type)
);
CREATE TABLE sync_drift (
  id UUID NOT NULL PRIMARY KEY,
  reconciliation_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  external_id VARCHAR(200) NOT NULL,
  record_id UUID,
  code VARCHAR(64),
  message VARCHAR(2000),
  fields ${longtext},
  repaired VARCHAR(20)
);
CREATE INDEX sync_drift_in_order ON sync_drift (reconciliation_id, id);
-- When a connection is compared next.
CREATE TABLE sync_reconciliation_plan (
  connection VARCHAR(60) ${bytewise} NOT NULL PRIMARY KEY,
  next_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
