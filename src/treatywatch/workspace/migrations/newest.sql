CREATE TABLE alembic_version (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE accounts (
  id INTEGER NOT NULL,
  name VARCHAR(64) NOT NULL,
  password TEXT NOT NULL,
  role VARCHAR(16) NOT NULL,
  made_at DATETIME NOT NULL,
  closed_at DATETIME,
  CONSTRAINT pk_accounts PRIMARY KEY (id),
  CONSTRAINT uq_accounts_name UNIQUE (name)
);
CREATE TABLE changes (
  id INTEGER NOT NULL,
  at DATETIME NOT NULL,
  kind VARCHAR(32) NOT NULL,
  treaty VARCHAR(64),
  participant VARCHAR(16),
  words TEXT NOT NULL,
  path VARCHAR(400) NOT NULL,
  CONSTRAINT pk_changes PRIMARY KEY (id)
);
CREATE INDEX ix_changes_at_id ON changes (at, id);
CREATE TABLE kept (
  name VARCHAR(64) NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_kept PRIMARY KEY (name)
);
CREATE TABLE reports (
  id INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  name VARCHAR(400) NOT NULL,
  title VARCHAR(400),
  text TEXT NOT NULL,
  particulars JSON NOT NULL,
  received_at DATETIME NOT NULL,
  account_id INTEGER,
  CONSTRAINT pk_reports PRIMARY KEY (id),
  CONSTRAINT fk_reports_account_id FOREIGN KEY(account_id) REFERENCES accounts (id),
  CONSTRAINT uq_reports_sha256 UNIQUE (sha256)
);
CREATE TABLE sessions (
  digest VARCHAR(64) NOT NULL,
  account_id INTEGER NOT NULL,
  made_at DATETIME NOT NULL,
  ends_at DATETIME NOT NULL,
  CONSTRAINT pk_sessions PRIMARY KEY (digest),
  CONSTRAINT fk_sessions_account_id FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE TABLE tokens (
  id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  name VARCHAR(64) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  made_at DATETIME NOT NULL,
  revoked_at DATETIME,
  CONSTRAINT pk_tokens PRIMARY KEY (id),
  CONSTRAINT fk_tokens_account_id FOREIGN KEY(account_id) REFERENCES accounts (id),
  CONSTRAINT uq_tokens_digest UNIQUE (digest)
);
CREATE TABLE readings (
  id INTEGER NOT NULL,
  report_id INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  record VARCHAR(64) NOT NULL,
  findings JSON,
  trouble TEXT,
  asked_at DATETIME NOT NULL,
  ended_at DATETIME, reader VARCHAR(128), alive_at DATETIME, tries INTEGER DEFAULT '0' NOT NULL, tally JSON,
  CONSTRAINT pk_readings PRIMARY KEY (id),
  CONSTRAINT fk_readings_report_id FOREIGN KEY(report_id) REFERENCES reports (id)
);
CREATE INDEX ix_readings_report_id_id ON readings (report_id, id);
CREATE INDEX ix_readings_state_id ON readings (state, id);
CREATE TABLE proposals (
  id INTEGER NOT NULL,
  reading_id INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  treaty VARCHAR(64) NOT NULL,
  participant VARCHAR(16) NOT NULL,
  act VARCHAR(64) NOT NULL,
  day VARCHAR(32),
  made_at DATETIME NOT NULL,
  CONSTRAINT pk_proposals PRIMARY KEY (id),
  CONSTRAINT fk_proposals_reading_id FOREIGN KEY(reading_id) REFERENCES readings (id),
  CONSTRAINT uq_proposals_claim UNIQUE (reading_id, start, "end", treaty, participant, act)
);
CREATE TABLE decisions (
  id INTEGER NOT NULL,
  proposal_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  decided_at DATETIME NOT NULL,
  outcome VARCHAR(16) NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_decisions PRIMARY KEY (id),
  CONSTRAINT fk_decisions_account_id FOREIGN KEY(account_id) REFERENCES accounts (id),
  CONSTRAINT fk_decisions_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposals (id)
);
CREATE INDEX ix_decisions_proposal_id_id ON decisions (proposal_id, id);
CREATE TABLE acts (
  id INTEGER NOT NULL,
  decision_id INTEGER NOT NULL,
  treaty VARCHAR(64) NOT NULL,
  participant VARCHAR(16) NOT NULL,
  act VARCHAR(64) NOT NULL,
  done_on VARCHAR(32),
  received_on VARCHAR(32),
  learned_on DATE NOT NULL,
  source TEXT NOT NULL,
  source_url TEXT NOT NULL,
  confidence VARCHAR(16) NOT NULL,
  note TEXT NOT NULL,
  stands BOOLEAN NOT NULL,
  takes_back INTEGER,
  CONSTRAINT pk_acts PRIMARY KEY (id),
  CONSTRAINT fk_acts_decision_id FOREIGN KEY(decision_id) REFERENCES decisions (id),
  CONSTRAINT fk_acts_takes_back FOREIGN KEY(takes_back) REFERENCES acts (id)
);
CREATE INDEX ix_acts_treaty_id ON acts (treaty, id);
INSERT INTO alembic_version VALUES ('0002');
