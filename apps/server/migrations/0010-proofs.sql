-- What is sent out and waits to be proved: codes, invitations, sign-ins elsewhere.

-- Accounts to be: a code to the address confirms them.
CREATE TABLE sign_ups (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  created_at timestamptz NOT NULL
);
CREATE INDEX sign_ups_email ON sign_ups (email, created_at);

CREATE TABLE password_resets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL,
  -- Null when nobody has that address: the asker cannot tell.
  account uuid REFERENCES accounts ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
CREATE INDEX password_resets_email ON password_resets (email, created_at);

-- Six digits each, for a sign-up, a password reset or a claim.
CREATE TABLE codes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject uuid NOT NULL,
  code_hash bytea NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX codes_subject ON codes (subject, id DESC);

-- Sign-ins that went to the OpenID provider and have not come back.
CREATE TABLE oidc_flows (
  -- sha-256 of the value in the cookie.
  token_hash bytea PRIMARY KEY,
  state text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL CHECK (role IN ('owner', 'finance', 'consultant')),
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'state-facts', 'apply', 'members'] AND 'read' = ANY (scopes)),
  valid_until date,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'declined', 'withdrawn')),
  invited_by uuid NOT NULL REFERENCES accounts,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  decided_at timestamptz
);
CREATE UNIQUE INDEX invitations_one ON invitations (enterprise, email) WHERE state = 'waiting';
CREATE INDEX invitations_email ON invitations (email) WHERE state = 'waiting';

-- Mails on their way: written with the change that they tell of, sent afterwards.
CREATE TABLE mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT 'epoch',
  sent_at timestamptz
);
CREATE INDEX mails_waiting ON mails (next_attempt_at) WHERE sent_at IS NULL;

ALTER TABLE idempotent_answers ADD COLUMN content_type text;
GRANT DELETE ON idempotent_answers TO huiqi_app;

ALTER TABLE sign_ups ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE oidc_flows ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
CREATE POLICY written ON mails FOR INSERT WITH CHECK (current_account() IS NOT NULL);
GRANT INSERT (recipient, title, body) ON mails TO huiqi_app;

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON invitations FOR SELECT USING (acts_for(enterprise, 'members'));
CREATE POLICY sent ON invitations FOR INSERT
  WITH CHECK (acts_for(enterprise, 'members') AND invited_by = current_account());
CREATE POLICY withdrawn ON invitations FOR UPDATE
  USING (acts_for(enterprise, 'members')) WITH CHECK (acts_for(enterprise, 'members'));
GRANT SELECT, INSERT ON invitations TO huiqi_app;
GRANT UPDATE (state, decided_at) ON invitations TO huiqi_app;
