--liquibase formatted sql

--changeset kontor:0004-h2-lengths dbms:h2
-- H2 counts a character beyond the basic plane (an emoji, a rare ideograph) as two; our rules, and PostgreSQL, as one.
ALTER TABLE customer ALTER COLUMN name SET DATA TYPE VARCHAR(400);
ALTER TABLE customer ALTER COLUMN tax_id SET DATA TYPE VARCHAR(128);
ALTER TABLE customer ALTER COLUMN email SET DATA TYPE VARCHAR(508);
ALTER TABLE customer ALTER COLUMN web_address SET DATA TYPE VARCHAR(510);
ALTER TABLE customer ALTER COLUMN address_lines SET DATA TYPE VARCHAR(1400);
ALTER TABLE customer ALTER COLUMN address_postal_code SET DATA TYPE VARCHAR(40);
ALTER TABLE customer ALTER COLUMN address_city SET DATA TYPE VARCHAR(240);
ALTER TABLE customer ALTER COLUMN billing_contact_name SET DATA TYPE VARCHAR(400);
ALTER TABLE customer ALTER COLUMN billing_contact_email SET DATA TYPE VARCHAR(508);
ALTER TABLE customer ALTER COLUMN billing_address_lines SET DATA TYPE VARCHAR(1400);
ALTER TABLE customer ALTER COLUMN billing_address_postal_code SET DATA TYPE VARCHAR(40);
ALTER TABLE customer ALTER COLUMN billing_address_city SET DATA TYPE VARCHAR(240);
ALTER TABLE customer ALTER COLUMN tags SET DATA TYPE VARCHAR(6000);
ALTER TABLE location ALTER COLUMN name SET DATA TYPE VARCHAR(400);
ALTER TABLE location ALTER COLUMN address_lines SET DATA TYPE VARCHAR(1400);
ALTER TABLE location ALTER COLUMN address_postal_code SET DATA TYPE VARCHAR(40);
ALTER TABLE location ALTER COLUMN address_city SET DATA TYPE VARCHAR(240);
ALTER TABLE location ALTER COLUMN tags SET DATA TYPE VARCHAR(6000);
