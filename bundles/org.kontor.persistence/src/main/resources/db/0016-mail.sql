--liquibase formatted sql

--changeset kontor:0016-mail
-- What a mail is to say stands here, and no secret: a link is made when it goes out.
-- next_try is also until when a node has it to itself.
CREATE TABLE mail (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  recipient_name VARCHAR(400),
  recipient VARCHAR(508) NOT NULL,
  template VARCHAR(40) NOT NULL,
  language VARCHAR(10),
  details ${longtext} NOT NULL,
  link_id UUID,
  state VARCHAR(20) NOT NULL,
  attempts INTEGER NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  next_try TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  claim UUID,
  sent_at TIMESTAMP(6) WITH TIME ZONE,
  error VARCHAR(1000)
);
CREATE INDEX mail_by_state ON mail (state, next_try);

--changeset kontor:0016-password-link
CREATE TABLE password_link (
  id UUID NOT NULL PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  person_id UUID NOT NULL REFERENCES person,
  email VARCHAR(508) NOT NULL,
  language VARCHAR(10),
  mail_id UUID,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_by VARCHAR(254) NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  outcome VARCHAR(20)
);
CREATE INDEX password_link_by_person ON password_link (person_id);
CREATE INDEX password_link_by_kind ON password_link (kind, id);
-- Only hashes: who reads the database cannot set a password with what stands in it. One for each try to send the mail, as
-- nobody can tell which of them arrived.
CREATE TABLE password_link_secret (
  hash VARCHAR(64) ${bytewise} NOT NULL PRIMARY KEY,
  link_id UUID NOT NULL REFERENCES password_link,
  mail_id UUID NOT NULL,
  made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX password_link_secret_by_link ON password_link_secret (link_id);
