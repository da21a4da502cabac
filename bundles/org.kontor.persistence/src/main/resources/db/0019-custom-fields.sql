--liquibase formatted sql

--changeset kontor:0019-custom-fields
-- Fields that accounts declare for the records that they, and the accounts below them, manage.
CREATE TABLE custom_field (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  record_type VARCHAR(20) NOT NULL,
  field_key VARCHAR(40) ${bytewise} NOT NULL,
  label VARCHAR(200) NOT NULL,
  type VARCHAR(20) NOT NULL,
  max_length INTEGER NOT NULL,
  choices VARCHAR(100000),
  required BOOLEAN NOT NULL,
  help VARCHAR(1000),
  archived BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT custom_field_key UNIQUE (account_id, record_type, field_key)
);
-- The values of a record stand in its own row, as JSON: reading it costs nothing more.
ALTER TABLE customer ADD COLUMN custom_values VARCHAR(1000000);
ALTER TABLE location ADD COLUMN custom_values VARCHAR(1000000);
ALTER TABLE account ADD COLUMN custom_values VARCHAR(1000000);
-- What records are found by, and what keeps a field from being deleted; a long value by its digest.
CREATE TABLE custom_value (
  record_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  field_id UUID NOT NULL REFERENCES custom_field,
  value_key VARCHAR(200) ${bytewise} NOT NULL,
  PRIMARY KEY (record_id, field_id)
);
CREATE INDEX custom_value_by_value ON custom_value (field_id, value_key, record_id, record_type);
