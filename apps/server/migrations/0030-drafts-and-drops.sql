-- What an owner sent in as a file and has yet to confirm.
CREATE TABLE file_drafts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  made_by uuid NOT NULL REFERENCES accounts,
  made_at timestamptz NOT NULL,
  file_name text NOT NULL,
  format text NOT NULL CHECK (format IN ('yaml', 'json', 'csv')),
  content text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'confirmed', 'dropped')),
  ended_at timestamptz
);
CREATE INDEX file_drafts_enterprise ON file_drafts (enterprise, made_at);

ALTER TABLE file_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON file_drafts
  USING (acts_for(enterprise, 'state-facts'))
  WITH CHECK (acts_for(enterprise, 'state-facts') AND made_by = current_account());
GRANT SELECT, INSERT ON file_drafts TO huiqi_app;
GRANT UPDATE (state, ended_at) ON file_drafts TO huiqi_app;

-- Files that a connector has taken, each once.
CREATE TABLE drops (
  connector text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  batch uuid NOT NULL REFERENCES import_batches,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (connector, name, sha256)
);
ALTER TABLE drops ENABLE ROW LEVEL SECURITY;
