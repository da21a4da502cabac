--liquibase formatted sql

--changeset kontor:0018-membership
-- What a person may do in an account. The person's own account_id is the home: the one that looks after the person.
CREATE TABLE membership (
  person_id UUID NOT NULL REFERENCES person,
  account_id UUID NOT NULL REFERENCES account,
  roles VARCHAR(400) NOT NULL,
  PRIMARY KEY (person_id, account_id)
);
INSERT INTO membership (person_id, account_id, roles) SELECT id, account_id, roles FROM person;
CREATE INDEX membership_by_account ON membership (account_id, person_id);
ALTER TABLE person DROP COLUMN roles;
DROP INDEX person_by_account;
CREATE INDEX person_by_account ON person (account_id);

--changeset kontor:0018-link-account
-- Whose invitation it is: an account invites people that another one looks after, too.
ALTER TABLE password_link ADD COLUMN account_id UUID REFERENCES account;
UPDATE password_link SET account_id = (SELECT p.account_id FROM person p WHERE p.id = password_link.person_id);
ALTER TABLE password_link ALTER COLUMN account_id SET NOT NULL;
CREATE INDEX password_link_by_account ON password_link (account_id, kind, id);
DROP INDEX password_link_by_kind;
