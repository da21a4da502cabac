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

--changeset kontor:0002-search dbms:postgresql
-- What PostgreSQL can do beyond words: a part of a word, typing errors. A text of its own, because it changes seldom, and
-- every version of a customer's row would need new entries in its index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE record_text (
  record_id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL,
  record_type VARCHAR(20) NOT NULL,
  text TEXT NOT NULL
);
INSERT INTO record_text (record_id, account_id, record_type, text)
  SELECT record_id, account_id, record_type, ' ' || string_agg(word, ' ' ORDER BY word) || ' '
  FROM search_word GROUP BY record_id, account_id, record_type;
CREATE INDEX record_text_by_part ON record_text USING gin (text gin_trgm_ops);
-- The words of all records; those with digits are no words that people mistype. Not unique: two that write the same new word
-- at once must not wait for each other, and a word that stands here twice does no harm.
CREATE TABLE known_word (
  word VARCHAR(40) COLLATE "C" NOT NULL
);
INSERT INTO known_word (word) SELECT DISTINCT word FROM search_word WHERE word !~ '[0-9]';
CREATE INDEX known_word_by_word ON known_word (word);
CREATE INDEX known_word_by_part ON known_word USING gin (word gin_trgm_ops);
-- So that the rare values of these fields are counted, not looked for in every row.
CREATE INDEX customer_by_kind ON customer (account_id, kind, id) WHERE kind IS NOT NULL;
CREATE INDEX customer_by_relation ON customer (account_id, relation, id) WHERE relation IS NOT NULL;
CREATE INDEX location_by_type ON location (account_id, type, id) WHERE type IS NOT NULL;
CREATE INDEX location_by_status ON location (account_id, status, id) WHERE status IS NOT NULL;
