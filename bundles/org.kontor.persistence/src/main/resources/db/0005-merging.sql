--liquibase formatted sql

--changeset kontor:0005-match-keys
-- What a customer of an external system is found by among ours; made by MatchKeys.
ALTER TABLE customer ADD COLUMN tax_id_key VARCHAR(254) ${bytewise};
ALTER TABLE customer ADD COLUMN email_key VARCHAR(254) ${bytewise};
ALTER TABLE customer ADD COLUMN domain_key VARCHAR(254) ${bytewise};
UPDATE customer SET email_key = lower(email) WHERE email IS NOT NULL;
CREATE INDEX customer_by_tax_id ON customer (account_id, tax_id_key);
CREATE INDEX customer_by_email ON customer (account_id, email_key);
CREATE INDEX customer_by_domain ON customer (account_id, domain_key);

--changeset kontor:0005-agreed
-- Our values of the state last agreed, where they are not as the external system tells them.
ALTER TABLE cross_reference ADD COLUMN agreed VARCHAR(200000);
ALTER TABLE cross_reference ADD COLUMN in_conflict BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE sync_run ADD COLUMN conflict_count BIGINT DEFAULT 0 NOT NULL;

--changeset kontor:0005-conflicts
CREATE TABLE sync_conflict (
  id UUID NOT NULL PRIMARY KEY,
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  external_id VARCHAR(200) ${bytewise} NOT NULL,
  record_id UUID NOT NULL,
  field VARCHAR(60) NOT NULL,
  agreed ${longtext} NOT NULL,
  ours ${longtext} NOT NULL,
  theirs ${longtext} NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT sync_conflict_field UNIQUE (connection, record_type, external_id, field)
);
CREATE INDEX sync_conflict_in_order ON sync_conflict (connection, id);
CREATE INDEX sync_conflict_by_record ON sync_conflict (record_id);

--changeset kontor:0005-quarantine
CREATE TABLE sync_quarantine (
  id UUID NOT NULL PRIMARY KEY,
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  external_id VARCHAR(200) ${bytewise} NOT NULL,
  record_id UUID,
  error VARCHAR(40) NOT NULL,
  message VARCHAR(4000) NOT NULL,
  violations ${longtext},
  told ${longtext} NOT NULL,
  rules VARCHAR(4000) NOT NULL,
  first_seen TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_seen TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  attempts BIGINT NOT NULL,
  CONSTRAINT sync_quarantine_record UNIQUE (connection, record_type, external_id)
);
CREATE INDEX sync_quarantine_in_order ON sync_quarantine (connection, id);
CREATE INDEX sync_quarantine_by_record ON sync_quarantine (record_id);
