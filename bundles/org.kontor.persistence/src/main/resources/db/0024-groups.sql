--liquibase formatted sql

--changeset kontor:0024-labs
-- Partners' labs, and whether new members of a partner reach them.
ALTER TABLE account ADD COLUMN lab BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN labs_for_new_members BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE account SET labs_for_new_members = TRUE WHERE type = 'PARTNER';
ALTER TABLE membership ADD COLUMN labs BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE membership SET labs = TRUE WHERE account_id IN (SELECT a.id FROM account a WHERE a.type = 'PARTNER');

--changeset kontor:0024-groups
-- A group gives its members a role in its account and, at a partner, one in the labs.
CREATE TABLE person_group (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  name VARCHAR(100) NOT NULL,
  name_key VARCHAR(200) ${bytewise} NOT NULL,
  role VARCHAR(40) NOT NULL,
  lab_role VARCHAR(40),
  version BIGINT NOT NULL,
  CONSTRAINT person_group_name UNIQUE (account_id, name_key)
);
CREATE TABLE group_member (
  group_id UUID NOT NULL REFERENCES person_group,
  person_id UUID NOT NULL,
  account_id UUID NOT NULL,
  PRIMARY KEY (group_id, person_id),
  FOREIGN KEY (person_id, account_id) REFERENCES membership
);
CREATE INDEX group_member_by_person ON group_member (person_id, account_id);

--changeset kontor:0024-group-lengths dbms:h2
-- H2 counts a character beyond the basic plane as two.
ALTER TABLE person_group ALTER COLUMN name SET DATA TYPE VARCHAR(200);

--changeset kontor:0024-labs-by-partner
-- Who is a member of a partner reaches its labs: found with each request, however many accounts the partner has.
CREATE INDEX account_by_lab ON account (account_id, lab);
