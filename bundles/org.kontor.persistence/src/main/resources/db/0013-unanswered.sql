--liquibase formatted sql

--changeset kontor:0013-unanswered
-- A create that was not answered may still take effect there: since when that is known decides when it is sent again.
ALTER TABLE sync_pending ADD COLUMN unanswered TIMESTAMP(6) WITH TIME ZONE;
