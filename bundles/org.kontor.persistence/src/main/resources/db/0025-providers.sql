--liquibase formatted sql

--changeset kontor:0025-msp-link
-- Between a customer's account and a managed service provider. is_open is TRUE while it is requested or active, else NULL, which
-- unique keys do not compare: so there is one open link at most. The persons who agreed are there for either side.
CREATE TABLE msp_link (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  provider_id UUID NOT NULL REFERENCES account,
  state VARCHAR(20) NOT NULL,
  is_open BOOLEAN,
  asked_by VARCHAR(10) NOT NULL,
  asker_id UUID NOT NULL,
  agreed_for_account UUID,
  agreed_for_provider UUID,
  requested_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  answered_at TIMESTAMP(6) WITH TIME ZONE,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  version BIGINT NOT NULL,
  CONSTRAINT msp_link_open UNIQUE (account_id, provider_id, is_open)
);
CREATE INDEX msp_link_by_account ON msp_link (account_id, id);
CREATE INDEX msp_link_by_provider ON msp_link (provider_id, id);

--changeset kontor:0025-invite-right
-- That a partner lets another one invite customers under it.
CREATE TABLE invite_right (
  id UUID NOT NULL PRIMARY KEY,
  partner_id UUID NOT NULL REFERENCES account,
  inviter_id UUID NOT NULL REFERENCES account,
  given_by VARCHAR(254) NOT NULL,
  given_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT invite_right_once UNIQUE (partner_id, inviter_id)
);
CREATE INDEX invite_right_by_partner ON invite_right (partner_id, id);
CREATE INDEX invite_right_by_inviter ON invite_right (inviter_id, id);

--changeset kontor:0025-support-session
-- Somebody enters an account for some time. A reason has 500 characters, of which H2 counts some twice. Whether it is running follows
-- from the times.
CREATE TABLE support_session (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account,
  asked_from UUID NOT NULL REFERENCES account,
  person_id UUID NOT NULL REFERENCES person,
  reason VARCHAR(1000) NOT NULL,
  minutes INTEGER NOT NULL,
  role VARCHAR(40) NOT NULL,
  requested_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  answer_by TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  granted BOOLEAN,
  answered_at TIMESTAMP(6) WITH TIME ZONE,
  answered_by UUID REFERENCES person,
  ends_at TIMESTAMP(6) WITH TIME ZONE,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  ended_by VARCHAR(254),
  version BIGINT NOT NULL
);
CREATE INDEX support_session_by_account ON support_session (account_id, id);
CREATE INDEX support_session_by_asking ON support_session (asked_from, id);
CREATE INDEX support_session_by_person ON support_session (person_id, account_id, ends_at);
