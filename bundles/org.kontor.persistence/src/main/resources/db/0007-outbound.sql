--liquibase formatted sql

--changeset kontor:0007-pending
-- Records that a connection has to look at although the feed does not tell of them.
CREATE TABLE sync_pending (
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  record_id UUID NOT NULL,
  state VARCHAR(20) NOT NULL,
  stamp UUID NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  tried TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  sent VARCHAR(200000),
  attempts BIGINT NOT NULL,
  error VARCHAR(40),
  message VARCHAR(4000),
  violations ${longtext},
  PRIMARY KEY (connection, record_type, record_id)
);
CREATE INDEX sync_pending_in_order ON sync_pending (connection, record_type, state, tried);
CREATE INDEX sync_pending_of_record ON sync_pending (record_id);
CREATE INDEX cross_reference_of_record ON cross_reference (record_id, connection);
DROP INDEX cross_reference_by_record;
ALTER TABLE sync_run ADD COLUMN sent_count BIGINT DEFAULT 0 NOT NULL;

--changeset kontor:0007-deletions
-- A record that is not there any more keeps its cross reference: it may come back.
ALTER TABLE cross_reference ADD COLUMN gone BOOLEAN DEFAULT FALSE NOT NULL;
CREATE TABLE sync_deletion (
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  external_id VARCHAR(200) ${bytewise} NOT NULL,
  record_id UUID NOT NULL,
  code VARCHAR(64),
  state VARCHAR(20) NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (connection, record_type, external_id)
);
CREATE INDEX sync_deletion_in_order ON sync_deletion (connection, record_type, state, since);
CREATE TABLE sync_brake (
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  archives BIGINT NOT NULL,
  known BIGINT NOT NULL,
  released_by VARCHAR(254),
  released_at TIMESTAMP(6) WITH TIME ZONE,
  PRIMARY KEY (connection, record_type)
);

--changeset kontor:0007-h2-lists dbms:h2
-- H2 looks a list of values up in an index only when the index begins with their column.
CREATE INDEX sync_seen_by_row ON sync_seen (row_key, connection);
CREATE INDEX cross_reference_by_id ON cross_reference (external_id, connection, record_type);
CREATE INDEX sync_deletion_by_id ON sync_deletion (external_id, connection, record_type);
