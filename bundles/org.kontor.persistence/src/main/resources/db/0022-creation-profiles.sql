--liquibase formatted sql

--changeset kontor:0022-creation-profiles
-- What accounts ask of new records beyond the rules that hold for all.
CREATE TABLE creation_profile (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  record_type VARCHAR(20) NOT NULL,
  fields VARCHAR(10000) NOT NULL,
  region_where_subdivided BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT creation_profile_type UNIQUE (account_id, record_type)
);
