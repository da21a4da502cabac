--liquibase formatted sql

--changeset kontor:0017-accounts-above
-- For each account those that it stands below, itself among them: what the account above may manage.
CREATE TABLE account_above (
  account_id UUID NOT NULL REFERENCES account,
  above_id UUID NOT NULL REFERENCES account,
  PRIMARY KEY (account_id, above_id)
);
INSERT INTO account_above (account_id, above_id) SELECT id, id FROM account;
CREATE INDEX account_above_by_above ON account_above (above_id, account_id);

--changeset kontor:0017-accounts-as-records
-- The operator's account manages itself.
ALTER TABLE account ADD COLUMN account_id UUID REFERENCES account;
UPDATE account SET account_id = COALESCE(parent_id, id);
ALTER TABLE account ALTER COLUMN account_id SET NOT NULL;
ALTER TABLE account DROP COLUMN parent_id;
ALTER TABLE account ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE account ADD COLUMN archived BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN created_by VARCHAR(254) DEFAULT 'kontor' NOT NULL;
ALTER TABLE account ADD COLUMN created_through VARCHAR(100) DEFAULT 'SYSTEM' NOT NULL;
ALTER TABLE account ADD COLUMN changed_at TIMESTAMP(6) WITH TIME ZONE;
UPDATE account SET changed_at = created_at;
ALTER TABLE account ALTER COLUMN changed_at SET NOT NULL;
ALTER TABLE account ADD COLUMN changed_by VARCHAR(254) DEFAULT 'kontor' NOT NULL;
ALTER TABLE account ADD COLUMN changed_through VARCHAR(100) DEFAULT 'SYSTEM' NOT NULL;
ALTER TABLE account ADD COLUMN code VARCHAR(64) ${bytewise} DEFAULT 'OPERATOR' NOT NULL;
ALTER TABLE account ADD COLUMN name_key VARCHAR(200) ${bytewise} DEFAULT 'operator' NOT NULL;
ALTER TABLE account ADD COLUMN country_key VARCHAR(2) ${bytewise} DEFAULT '' NOT NULL;
ALTER TABLE account ADD COLUMN stage VARCHAR(20) DEFAULT 'CUSTOMER' NOT NULL;
ALTER TABLE account ADD COLUMN customer_id UUID REFERENCES customer;
ALTER TABLE account ADD COLUMN responsible VARCHAR(254);
ALTER TABLE account ADD COLUMN sandbox BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN suspended BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN closed BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN tags VARCHAR(3000);
ALTER TABLE account ADD CONSTRAINT account_code UNIQUE (account_id, code);
CREATE INDEX account_by_name ON account (archived, name_key, id);
CREATE INDEX account_by_code ON account (archived, code, id);
CREATE INDEX account_by_change ON account (archived, changed_at, id);
CREATE INDEX account_by_country ON account (archived, country_key, name_key, id);
CREATE INDEX account_by_customer ON account (customer_id, archived, name_key, id);
CREATE INDEX account_by_type ON account (type, id);
CREATE INDEX account_by_stage ON account (stage, id);
CREATE INDEX account_by_responsible ON account (responsible, id);
CREATE SEQUENCE account_number START WITH 1 INCREMENT BY 1;
INSERT INTO search_word (record_id, account_id, record_type, word)
  SELECT id, id, 'account', 'operator' FROM account;

--changeset kontor:0017-account-lengths dbms:h2
-- H2 counts a character beyond the basic plane as two.
ALTER TABLE account ALTER COLUMN name SET DATA TYPE VARCHAR(400);
ALTER TABLE account ALTER COLUMN responsible SET DATA TYPE VARCHAR(508);
ALTER TABLE account ALTER COLUMN tags SET DATA TYPE VARCHAR(6000);

--changeset kontor:0017-account-text dbms:postgresql
INSERT INTO record_text (record_id, account_id, record_type, text) SELECT id, id, 'account', ' operator ' FROM account;
CREATE INDEX account_by_sandbox ON account (id) WHERE sandbox;
CREATE INDEX account_by_suspended ON account (id) WHERE suspended;
CREATE INDEX account_by_closed ON account (id) WHERE closed;

--changeset kontor:0017-listings
-- The operator sees everything, so its lists need no account: these indexes are its lists. Every other account has rows of
-- its own for what stands in its subtree, so that its lists cost the same wherever its names fall in the order of all.
DROP INDEX customer_by_name;
DROP INDEX customer_by_code;
DROP INDEX customer_by_change;
DROP INDEX customer_by_country;
CREATE INDEX customer_by_name ON customer (archived, name_key, id);
CREATE INDEX customer_by_code ON customer (archived, code, id);
CREATE INDEX customer_by_change ON customer (archived, changed_at, id);
CREATE INDEX customer_by_country ON customer (archived, country_key, name_key, id);
DROP INDEX location_by_name;
DROP INDEX location_by_code;
DROP INDEX location_by_change;
DROP INDEX location_by_country;
CREATE INDEX location_by_name ON location (archived, name_key, id);
CREATE INDEX location_by_code ON location (archived, code, id);
CREATE INDEX location_by_change ON location (archived, changed_at, id);
CREATE INDEX location_by_country ON location (archived, country_key, name_key, id);
CREATE TABLE customer_listing (
  account_id UUID NOT NULL,
  id UUID NOT NULL,
  archived BOOLEAN NOT NULL,
  name_key VARCHAR(200) ${bytewise} NOT NULL,
  code VARCHAR(64) ${bytewise} NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  country_key VARCHAR(2) ${bytewise} NOT NULL,
  PRIMARY KEY (id, account_id)
);
CREATE INDEX customer_listing_by_name ON customer_listing (account_id, archived, name_key, id);
CREATE INDEX customer_listing_by_code ON customer_listing (account_id, archived, code, id);
CREATE INDEX customer_listing_by_change ON customer_listing (account_id, archived, changed_at, id);
CREATE INDEX customer_listing_by_country ON customer_listing (account_id, archived, country_key, name_key, id);
CREATE TABLE location_listing (
  account_id UUID NOT NULL,
  id UUID NOT NULL,
  archived BOOLEAN NOT NULL,
  name_key VARCHAR(200) ${bytewise} NOT NULL,
  code VARCHAR(64) ${bytewise} NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  country_key VARCHAR(2) ${bytewise} NOT NULL,
  PRIMARY KEY (id, account_id)
);
CREATE INDEX location_listing_by_name ON location_listing (account_id, archived, name_key, id);
CREATE INDEX location_listing_by_code ON location_listing (account_id, archived, code, id);
CREATE INDEX location_listing_by_change ON location_listing (account_id, archived, changed_at, id);
CREATE INDEX location_listing_by_country ON location_listing (account_id, archived, country_key, name_key, id);
CREATE TABLE account_listing (
  account_id UUID NOT NULL,
  id UUID NOT NULL,
  archived BOOLEAN NOT NULL,
  name_key VARCHAR(200) ${bytewise} NOT NULL,
  code VARCHAR(64) ${bytewise} NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  country_key VARCHAR(2) ${bytewise} NOT NULL,
  PRIMARY KEY (id, account_id)
);
CREATE INDEX account_listing_by_name ON account_listing (account_id, archived, name_key, id);
CREATE INDEX account_listing_by_code ON account_listing (account_id, archived, code, id);
CREATE INDEX account_listing_by_change ON account_listing (account_id, archived, changed_at, id);
CREATE INDEX account_listing_by_country ON account_listing (account_id, archived, country_key, name_key, id);

--changeset kontor:0017-audit
-- Which entries an account below the operator sees: those of what stood in its subtree when they were written.
CREATE TABLE audit_listing (
  account_id UUID NOT NULL,
  id UUID NOT NULL,
  PRIMARY KEY (account_id, id)
);
DROP INDEX audit_entry_by_time;
DROP INDEX audit_entry_by_actor;
DROP INDEX audit_entry_by_source;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, id);
CREATE INDEX audit_entry_by_source ON audit_entry (source, id);

--changeset kontor:0017-words
-- A word leads to its records wherever they stand; which of them an account sees, its listing tells.
DROP INDEX search_word_by_word;
CREATE INDEX search_word_by_word ON search_word (record_type, word, record_id);
ALTER TABLE search_word DROP COLUMN account_id;

--changeset kontor:0017-texts dbms:postgresql
ALTER TABLE record_text DROP COLUMN account_id;
DROP INDEX customer_by_kind;
DROP INDEX customer_by_relation;
DROP INDEX location_by_type;
DROP INDEX location_by_status;
CREATE INDEX customer_by_kind ON customer (kind, id) WHERE kind IS NOT NULL;
CREATE INDEX customer_by_relation ON customer (relation, id) WHERE relation IS NOT NULL;
CREATE INDEX location_by_type ON location (type, id) WHERE type IS NOT NULL;
CREATE INDEX location_by_status ON location (status, id) WHERE status IS NOT NULL;
