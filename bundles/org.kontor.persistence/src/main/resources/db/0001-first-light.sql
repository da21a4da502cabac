--liquibase formatted sql

-- The managing account leads every key and index, though there is only the operator's until the tree comes.

--changeset kontor:0001-accounts
CREATE TABLE account (
  id UUID NOT NULL PRIMARY KEY,
  parent_id UUID REFERENCES account,
  type VARCHAR(20) NOT NULL,
  name VARCHAR(200) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
INSERT INTO account (id, parent_id, type, name, created_at)
  VALUES ('00000000-0000-7000-8000-000000000001', NULL, 'OPERATOR', 'Operator', CURRENT_TIMESTAMP);
CREATE TABLE person (
  id UUID NOT NULL PRIMARY KEY,
  login VARCHAR(254) ${bytewise} NOT NULL,
  display_name VARCHAR(200) NOT NULL,
  account_id UUID NOT NULL REFERENCES account,
  roles VARCHAR(400) NOT NULL,
  password_hash VARCHAR(400) NOT NULL,
  credential_version BIGINT NOT NULL,
  disabled BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT person_login UNIQUE (login)
);
CREATE TABLE server_secret (
  name VARCHAR(100) ${bytewise} NOT NULL PRIMARY KEY,
  content VARCHAR(200) NOT NULL
);

--changeset kontor:0001-customers
CREATE TABLE customer (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  version BIGINT NOT NULL,
  archived BOOLEAN NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_by VARCHAR(254) NOT NULL,
  created_through VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(254) NOT NULL,
  changed_through VARCHAR(100) NOT NULL,
  code VARCHAR(64) ${bytewise} NOT NULL,
  name VARCHAR(200) NOT NULL,
  name_key VARCHAR(200) ${bytewise} NOT NULL,
  kind VARCHAR(20),
  relation VARCHAR(20),
  tax_id VARCHAR(64),
  email VARCHAR(254),
  phone VARCHAR(40),
  web_address VARCHAR(255),
  language VARCHAR(35),
  currency VARCHAR(3),
  address_lines VARCHAR(700),
  address_postal_code VARCHAR(20),
  address_city VARCHAR(120),
  address_region VARCHAR(6),
  address_country VARCHAR(2),
  billing_contact_name VARCHAR(200),
  billing_contact_email VARCHAR(254),
  billing_contact_phone VARCHAR(40),
  billing_address_lines VARCHAR(700),
  billing_address_postal_code VARCHAR(20),
  billing_address_city VARCHAR(120),
  billing_address_region VARCHAR(6),
  billing_address_country VARCHAR(2),
  tags VARCHAR(3000),
  CONSTRAINT customer_code UNIQUE (account_id, code)
);
CREATE INDEX customer_by_name ON customer (account_id, archived, name_key, id);
CREATE INDEX customer_by_code ON customer (account_id, archived, code, id);
CREATE INDEX customer_by_change ON customer (account_id, archived, changed_at, id);
CREATE INDEX customer_by_country ON customer (account_id, archived, address_country, name_key, id);
CREATE SEQUENCE customer_number START WITH 1 INCREMENT BY 1;

--changeset kontor:0001-locations
CREATE TABLE location (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  version BIGINT NOT NULL,
  archived BOOLEAN NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_by VARCHAR(254) NOT NULL,
  created_through VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(254) NOT NULL,
  changed_through VARCHAR(100) NOT NULL,
  code VARCHAR(64) ${bytewise} NOT NULL,
  customer_id UUID NOT NULL REFERENCES customer,
  parent_id UUID REFERENCES location,
  name VARCHAR(200) NOT NULL,
  name_key VARCHAR(200) ${bytewise} NOT NULL,
  type VARCHAR(20),
  status VARCHAR(20),
  address_lines VARCHAR(700),
  address_postal_code VARCHAR(20),
  address_city VARCHAR(120),
  address_region VARCHAR(6),
  address_country VARCHAR(2),
  time_zone VARCHAR(64),
  latitude DECIMAL(10, 7),
  longitude DECIMAL(10, 7),
  CONSTRAINT location_code UNIQUE (account_id, code)
);
CREATE INDEX location_by_name ON location (account_id, archived, name_key, id);
CREATE INDEX location_by_code ON location (account_id, archived, code, id);
CREATE INDEX location_by_change ON location (account_id, archived, changed_at, id);
CREATE INDEX location_by_country ON location (account_id, archived, address_country, name_key, id);
CREATE INDEX location_by_customer ON location (customer_id, archived, name_key, id);
CREATE INDEX location_by_parent ON location (parent_id);
CREATE SEQUENCE location_number START WITH 1 INCREMENT BY 1;

--changeset kontor:0001-search
CREATE TABLE search_word (
  account_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  word VARCHAR(40) ${bytewise} NOT NULL,
  record_id UUID NOT NULL,
  PRIMARY KEY (record_id, word)
);
CREATE INDEX search_word_by_word ON search_word (account_id, record_type, word, record_id);

--changeset kontor:0001-audit
CREATE TABLE audit_entry (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  actor_id UUID NOT NULL,
  actor VARCHAR(254) NOT NULL,
  on_behalf_of VARCHAR(254),
  source VARCHAR(100) NOT NULL,
  action VARCHAR(20) NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  record_id UUID NOT NULL,
  record_version BIGINT NOT NULL,
  correlation VARCHAR(64) NOT NULL
);
CREATE INDEX audit_entry_by_record ON audit_entry (record_id, id);
-- The values stand apart, so that they can be erased while the entry stays.
CREATE TABLE audit_value (
  entry_id UUID NOT NULL PRIMARY KEY,
  changes VARCHAR(200000) NOT NULL
);
-- Written without a position; the sequencer numbers what is committed.
CREATE TABLE change_feed (
  id UUID NOT NULL PRIMARY KEY,
  position BIGINT,
  account_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  record_id UUID NOT NULL,
  record_version BIGINT NOT NULL,
  action VARCHAR(20) NOT NULL,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  source VARCHAR(100) NOT NULL,
  CONSTRAINT change_feed_position UNIQUE (position)
);
CREATE TABLE feed_sequencer (
  id INTEGER NOT NULL PRIMARY KEY,
  last_position BIGINT NOT NULL
);
INSERT INTO feed_sequencer (id, last_position) VALUES (1, 0);

--changeset kontor:0001-synchronisation
-- A cross reference, with what was last agreed with the external system.
CREATE TABLE cross_reference (
  id UUID NOT NULL PRIMARY KEY,
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  external_id VARCHAR(200) ${bytewise} NOT NULL,
  record_id UUID NOT NULL,
  source_hash VARCHAR(64),
  snapshot VARCHAR(200000),
  CONSTRAINT cross_reference_external UNIQUE (connection, record_type, external_id)
);
CREATE INDEX cross_reference_by_record ON cross_reference (record_id);
CREATE TABLE sync_connection (
  name VARCHAR(60) ${bytewise} NOT NULL PRIMARY KEY,
  read_cursor VARCHAR(4000),
  advanced_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE sync_seen (
  connection VARCHAR(60) ${bytewise} NOT NULL,
  row_key VARCHAR(200) ${bytewise} NOT NULL,
  stamp VARCHAR(100) ${bytewise} NOT NULL,
  PRIMARY KEY (connection, row_key)
);
CREATE INDEX sync_seen_by_stamp ON sync_seen (connection, stamp);
CREATE TABLE sync_run (
  id UUID NOT NULL PRIMARY KEY,
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20),
  source VARCHAR(255) NOT NULL,
  state VARCHAR(20) NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  message VARCHAR(2000),
  created_count BIGINT NOT NULL,
  updated_count BIGINT NOT NULL,
  unchanged_count BIGINT NOT NULL,
  archived_count BIGINT NOT NULL,
  refused_count BIGINT NOT NULL
);
CREATE INDEX sync_run_by_connection ON sync_run (connection, id);
CREATE INDEX sync_run_by_state ON sync_run (connection, state);
CREATE TABLE sync_item (
  id UUID NOT NULL PRIMARY KEY,
  run_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  external_id VARCHAR(200) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  record_id UUID,
  code VARCHAR(64),
  error VARCHAR(40),
  message VARCHAR(2000),
  violations VARCHAR(20000)
);
CREATE INDEX sync_item_by_run ON sync_item (run_id, outcome, id);
CREATE INDEX sync_item_in_order ON sync_item (run_id, id);
