--liquibase formatted sql

--changeset kontor:0015-people
-- The key is the e-mail in lower case, which may be longer: one e-mail is one person.
ALTER TABLE person ADD COLUMN email VARCHAR(508);
ALTER TABLE person ADD COLUMN email_key VARCHAR(800) ${bytewise};
ALTER TABLE person ADD CONSTRAINT person_email UNIQUE (email_key);
-- What names are looked for by; those that stand here already lose their accents with their next change.
ALTER TABLE person ADD COLUMN name_key VARCHAR(400) ${bytewise} DEFAULT '' NOT NULL;
UPDATE person SET name_key = LOWER(display_name);
ALTER TABLE person ADD COLUMN last_sign_in TIMESTAMP(6) WITH TIME ZONE;
CREATE INDEX person_by_account ON person (account_id, login);
-- How often, never which. The subject is a person, or one of a fixed number of places that logins of nobody share.
CREATE TABLE wrong_password (
  subject UUID NOT NULL PRIMARY KEY,
  in_a_row INTEGER NOT NULL,
  last_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
