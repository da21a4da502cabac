--liquibase formatted sql

--changeset kontor:0020-content-blob
-- The same bytes lie here once, whoever uploaded them. What lies here has at least one item that refers to it.
CREATE TABLE content_blob (
  sha256 VARCHAR(64) ${bytewise} NOT NULL PRIMARY KEY,
  size BIGINT NOT NULL
);
CREATE TABLE content_chunk (
  sha256 VARCHAR(64) ${bytewise} NOT NULL REFERENCES content_blob,
  n INTEGER NOT NULL,
  bytes ${bytes} NOT NULL,
  PRIMARY KEY (sha256, n)
);

--changeset kontor:0020-content-chunk-storage dbms:postgresql
-- Most files are compressed already; trying it again would cost time with every read and write.
ALTER TABLE content_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

--changeset kontor:0020-content-item
-- A name has 200 characters, of which H2 counts some twice.
CREATE TABLE content_item (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  kind VARCHAR(40) ${bytewise} NOT NULL,
  name VARCHAR(400) NOT NULL,
  name_key VARCHAR(400) ${bytewise} NOT NULL,
  description VARCHAR(4000),
  form VARCHAR(10) NOT NULL,
  body ${longtext},
  link VARCHAR(2000),
  file_name VARCHAR(400),
  media_type VARCHAR(200),
  file_size BIGINT,
  sha256 VARCHAR(64) ${bytewise} REFERENCES content_blob,
  version BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_by VARCHAR(254) NOT NULL,
  created_through VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(254) NOT NULL,
  changed_through VARCHAR(100) NOT NULL
);
CREATE INDEX content_item_by_name ON content_item (account_id, name_key, id);
CREATE INDEX content_item_by_change ON content_item (account_id, changed_at, id);
CREATE INDEX content_item_by_kind ON content_item (account_id, kind, name_key, id);
CREATE INDEX content_item_by_blob ON content_item (sha256);
