--liquibase formatted sql

--changeset kontor:0028-no-password
-- Who was invited and never came had the hash of a password that nobody knows, another one in each process.
UPDATE person SET password_hash = 'none' WHERE credential_version = 1 AND proven = FALSE AND last_sign_in IS NULL
  AND EXISTS (SELECT 1 FROM password_link l WHERE l.person_id = person.id AND l.kind = 'INVITATION'
    AND (l.outcome IS NULL OR l.outcome <> 'ACCEPTED'));

--changeset kontor:0028-shut-out
-- Whether the person was shut out because this invitation was revoked: then the same account's invitation lets them in again.
ALTER TABLE password_link ADD COLUMN shut_out BOOLEAN DEFAULT FALSE NOT NULL;

--changeset kontor:0028-mail-pace
-- How many were queued lately is counted before one more is.
CREATE INDEX mail_by_account ON mail (account_id, created_at);
CREATE INDEX mail_by_link ON mail (link_id);
