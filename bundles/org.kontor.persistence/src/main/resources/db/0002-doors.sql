--liquibase formatted sql

--changeset kontor:0002-lists
-- Lists are sorted by country, too: a key that is never null, so that a page goes on behind it.
ALTER TABLE customer ADD COLUMN country_key VARCHAR(2) ${bytewise} DEFAULT '' NOT NULL;
UPDATE customer SET country_key = address_country WHERE address_country IS NOT NULL;
DROP INDEX customer_by_country;
CREATE INDEX customer_by_country ON customer (account_id, archived, country_key, name_key, id);
ALTER TABLE location ADD COLUMN country_key VARCHAR(2) ${bytewise} DEFAULT '' NOT NULL;
UPDATE location SET country_key = address_country WHERE address_country IS NOT NULL;
DROP INDEX location_by_country;
CREATE INDEX location_by_country ON location (account_id, archived, country_key, name_key, id);
ALTER TABLE location ADD COLUMN tags VARCHAR(3000);
-- Tags are found as terms beside the words.
ALTER TABLE search_word ALTER COLUMN word SET DATA TYPE VARCHAR(64) ${bytewise};

--changeset kontor:0002-answers
CREATE TABLE idempotent_answer (
  actor_id UUID NOT NULL,
  request_key VARCHAR(200) ${bytewise} NOT NULL,
  digest VARCHAR(64) NOT NULL,
  at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  answer ${longtext},
  PRIMARY KEY (actor_id, request_key)
);
CREATE INDEX idempotent_answer_by_time ON idempotent_answer (at);

--changeset kontor:0002-audit
CREATE INDEX audit_entry_by_time ON audit_entry (account_id, id);
CREATE INDEX audit_entry_by_actor ON audit_entry (account_id, actor, id);
CREATE INDEX audit_entry_by_source ON audit_entry (account_id, source, id);
