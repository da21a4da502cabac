--liquibase formatted sql

--changeset kontor:0003-imports
-- What the columns of the files of a source mean; columns_json holds header -> column, both as text.
CREATE TABLE import_mapping (
  account_id UUID NOT NULL,
  source VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  columns_json ${longtext} NOT NULL,
  changed_by VARCHAR(200) NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account_id, source, record_type)
);
