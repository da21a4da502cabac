--liquibase formatted sql

--changeset kontor:0012-unsent
-- What external systems did not take is a list that people read, page by page and oldest first.
ALTER TABLE sync_pending ADD COLUMN id UUID;
UPDATE sync_pending SET id = stamp;
ALTER TABLE sync_pending ALTER COLUMN id SET NOT NULL;
CREATE INDEX sync_pending_by_state ON sync_pending (state, id);
ALTER TABLE sync_deletion ADD COLUMN id UUID;
UPDATE sync_deletion SET id = ${newuuid};
ALTER TABLE sync_deletion ALTER COLUMN id SET NOT NULL;
CREATE INDEX sync_deletion_by_state ON sync_deletion (state, id);
ALTER TABLE sync_deletion ADD COLUMN attempts BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sync_deletion ADD COLUMN refused_first TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE sync_deletion ADD COLUMN refused_last TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE sync_deletion ADD COLUMN error VARCHAR(40);
ALTER TABLE sync_deletion ADD COLUMN message VARCHAR(4000);
ALTER TABLE sync_deletion ADD COLUMN violations ${longtext};
-- Why these were refused was not noted: they are tried once more.
UPDATE sync_deletion SET state = 'DUE' WHERE state = 'REFUSED';

--changeset kontor:0012-brakes
-- Whether it was a look for what is not there any more that was stopped; else a reading.
ALTER TABLE sync_brake ADD COLUMN of_sweep BOOLEAN DEFAULT FALSE NOT NULL;
