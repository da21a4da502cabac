--liquibase formatted sql

--changeset kontor:0006-feed-consumers
-- How far each consumer of the change feed has come.
CREATE TABLE feed_consumer (
  consumer VARCHAR(160) ${bytewise} NOT NULL,
  position BIGINT NOT NULL,
  moved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (consumer)
);
