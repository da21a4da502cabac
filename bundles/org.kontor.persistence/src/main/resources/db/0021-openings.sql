--liquibase formatted sql

--changeset kontor:0021-plan-choice
-- What an account is to get of licences, until it has subscriptions. Without a quantity it is pay per use.
CREATE TABLE plan_choice (
  account_id UUID NOT NULL PRIMARY KEY REFERENCES account,
  kind VARCHAR(20) NOT NULL,
  quantity INTEGER,
  version BIGINT NOT NULL
);

--changeset kontor:0021-conversion
-- The account that a lead was converted to.
ALTER TABLE account ADD COLUMN converted_to UUID REFERENCES account;
CREATE INDEX account_by_conversion ON account (converted_to, id);
