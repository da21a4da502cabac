--liquibase formatted sql

--changeset kontor:0023-proven
-- Whether who reads the mails of the address set the password. Of those from before nobody knows.
ALTER TABLE person ADD COLUMN proven BOOLEAN DEFAULT FALSE NOT NULL;
