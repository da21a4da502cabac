--liquibase formatted sql

--changeset kontor:0027-portals
-- Only hashes of secrets and codes: who reads the database cannot come in with what stands in it.
CREATE TABLE portal (
  account_id UUID NOT NULL PRIMARY KEY REFERENCES account,
  url VARCHAR(2000) NOT NULL,
  secret_hash VARCHAR(64) ${bytewise} NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT portal_secret UNIQUE (secret_hash)
);

CREATE TABLE portal_visit (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES portal,
  person_id UUID NOT NULL REFERENCES person,
  code_hash VARCHAR(64) ${bytewise} NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  redeemed_at TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT portal_visit_code UNIQUE (code_hash)
);
CREATE INDEX portal_visit_by_person ON portal_visit (account_id, person_id, expires_at);
CREATE INDEX portal_visit_by_end ON portal_visit (account_id, expires_at);
