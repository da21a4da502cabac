--liquibase formatted sql

--changeset kontor:0014-tokens
-- A name has 200 characters, of which H2 counts some twice.
-- Only a hash of the secret: who reads the database cannot sign in with what stands in it.
CREATE TABLE api_token (
  id UUID NOT NULL PRIMARY KEY,
  person_id UUID NOT NULL REFERENCES person,
  name VARCHAR(400) NOT NULL,
  scope VARCHAR(20) NOT NULL,
  hash VARCHAR(64) ${bytewise} NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  used_at TIMESTAMP(6) WITH TIME ZONE,
  revoked_at TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT api_token_hash UNIQUE (hash)
);
CREATE INDEX api_token_by_person ON api_token (person_id);

--changeset kontor:0014-h2-lengths dbms:h2
-- The same of people.
ALTER TABLE person ALTER COLUMN display_name SET DATA TYPE VARCHAR(400);
