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

--changeset kontor:0008-alerts
-- open_key is kind and subject while the alert is open, and null behind its end: one open alert for a condition.
CREATE TABLE alert_condition (
  id UUID NOT NULL PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  subject VARCHAR(100) NOT NULL,
  message VARCHAR(4000) NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended TIMESTAMP(6) WITH TIME ZONE,
  open_key VARCHAR(200) ${bytewise},
  CONSTRAINT alert_condition_open UNIQUE (open_key)
);
CREATE TABLE alert_delivery (
  id UUID NOT NULL PRIMARY KEY,
  alert_id UUID NOT NULL REFERENCES alert_condition,
  channel VARCHAR(20) NOT NULL,
  tells_end BOOLEAN NOT NULL,
  state VARCHAR(20) NOT NULL,
  attempts INTEGER NOT NULL,
  next_try TIMESTAMP(6) WITH TIME ZONE,
  claimed_at TIMESTAMP(6) WITH TIME ZONE,
  error VARCHAR(1000)
);
CREATE INDEX alert_delivery_by_alert ON alert_delivery (alert_id);
CREATE INDEX alert_delivery_by_state ON alert_delivery (state, next_try);
-- When connections were read to their end last, for those who ask whether that is long ago.
CREATE TABLE alert_success (
  connection VARCHAR(60) ${bytewise} NOT NULL PRIMARY KEY,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
