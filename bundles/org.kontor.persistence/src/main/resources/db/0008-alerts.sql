--liquibase formatted sql

--changeset kontor:0008-rules
-- How a connection matched and merged records last, and since when: told to people who ask why a record is as it is.
CREATE TABLE sync_rules (
  connection VARCHAR(60) ${bytewise} NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  rules VARCHAR(4000) NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (connection, record_type)
);
