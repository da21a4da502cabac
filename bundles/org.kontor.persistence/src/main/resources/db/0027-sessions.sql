--liquibase formatted sql

--changeset kontor:0027-sessions
-- Only a hash of the secret: who reads the database cannot take a session over. What a browser says that it is has 200
-- characters, of which H2 counts some twice.
CREATE TABLE sign_in_session (
  id UUID NOT NULL PRIMARY KEY,
  person_id UUID NOT NULL REFERENCES person,
  hash VARCHAR(64) ${bytewise} NOT NULL,
  credential_version BIGINT NOT NULL,
  begun_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  used_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  client VARCHAR(400),
  CONSTRAINT sign_in_session_hash UNIQUE (hash)
);
CREATE INDEX sign_in_session_by_person ON sign_in_session (person_id);
