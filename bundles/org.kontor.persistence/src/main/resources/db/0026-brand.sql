--liquibase formatted sql

--changeset kontor:0026-brand
-- How mails and pages about a partner's accounts look; what is null comes from the partner above.
CREATE TABLE brand (
  account_id UUID NOT NULL PRIMARY KEY REFERENCES account,
  name VARCHAR(200),
  colour VARCHAR(7),
  text_en VARCHAR(600),
  text_fr VARCHAR(600),
  logo_type VARCHAR(40),
  logo_size INTEGER,
  logo_sha256 VARCHAR(64) ${bytewise},
  version BIGINT NOT NULL
);
CREATE TABLE brand_logo (
  account_id UUID NOT NULL PRIMARY KEY REFERENCES account,
  sha256 VARCHAR(64) ${bytewise} NOT NULL,
  media_type VARCHAR(40) NOT NULL,
  bytes ${bytes} NOT NULL
);
CREATE INDEX brand_logo_by_digest ON brand_logo (sha256);

--changeset kontor:0026-sign-up-page
CREATE TABLE sign_up_page (
  account_id UUID NOT NULL PRIMARY KEY REFERENCES account,
  name VARCHAR(40) ${bytewise} NOT NULL,
  switched_on BOOLEAN NOT NULL,
  plan_kind VARCHAR(20) NOT NULL,
  plan_quantity INTEGER,
  changed_by VARCHAR(254) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT sign_up_page_name UNIQUE (name)
);

--changeset kontor:0026-sign-up
-- A wish that who reads the mails of the address has not confirmed yet: nobody is made of it until then.
CREATE TABLE sign_up (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  company VARCHAR(400) NOT NULL,
  name VARCHAR(400) NOT NULL,
  email VARCHAR(508) NOT NULL,
  email_key VARCHAR(800) ${bytewise} NOT NULL,
  language VARCHAR(10),
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE,
  done_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX sign_up_by_account ON sign_up (account_id, created_at);
CREATE INDEX sign_up_by_email ON sign_up (email_key, created_at);
CREATE INDEX sign_up_by_time ON sign_up (created_at);
-- Only hashes, as those of password links. One for each try to send the mail.
CREATE TABLE sign_up_secret (
  hash VARCHAR(64) ${bytewise} NOT NULL PRIMARY KEY,
  sign_up_id UUID NOT NULL REFERENCES sign_up
);
CREATE INDEX sign_up_secret_by_wish ON sign_up_secret (sign_up_id);
