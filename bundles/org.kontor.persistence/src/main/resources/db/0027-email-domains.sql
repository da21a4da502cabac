--liquibase formatted sql

--changeset kontor:0027-email-domains
-- proven_name is the name while the domain is proven: one account at a time can have proven it.
CREATE TABLE email_domain (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  name VARCHAR(253) ${bytewise} NOT NULL,
  record_text VARCHAR(100) NOT NULL,
  added_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  proven_at TIMESTAMP(6) WITH TIME ZONE,
  proven_name VARCHAR(253) ${bytewise},
  checked_at TIMESTAMP(6) WITH TIME ZONE,
  problem VARCHAR(20),
  CONSTRAINT email_domain_name UNIQUE (account_id, name),
  CONSTRAINT email_domain_proven UNIQUE (proven_name)
);
CREATE INDEX email_domain_by_name ON email_domain (name);
