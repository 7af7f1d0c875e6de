CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Who somebody is, what enterprises they act for, and what posts they hold.

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  -- argon2id; null for those who sign in elsewhere only.
  password_hash text,
  language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
  is_disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- An account's names at OpenID providers.
CREATE TABLE identities (
  issuer text NOT NULL,
  subject text NOT NULL,
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  PRIMARY KEY (issuer, subject)
);

CREATE TABLE sessions (
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  -- sha-256 of the token in the cookie.
  token_hash bytea PRIMARY KEY,
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  address text NOT NULL,
  agent text NOT NULL
);
CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE sign_in_attempts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  address text NOT NULL,
  succeeded boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_attempts_email ON sign_in_attempts (email, at);
CREATE INDEX sign_in_attempts_address ON sign_in_attempts (address, at);

-- Every organisation with a USCC; some of them also provide services or lend.
CREATE TABLE enterprises (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  uscc text NOT NULL UNIQUE,
  name text NOT NULL,
  district text,
  industry text,
  contact_email text,
  contact_phone text,
  offices text[] NOT NULL DEFAULT '{}' CHECK (offices <@ ARRAY['provider', 'bank']),
  is_synthetic boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX enterprises_name ON enterprises USING gin (name gin_trgm_ops);
CREATE INDEX enterprises_district ON enterprises (district, id);

-- Who acts for an enterprise, in what, and until when.
CREATE TABLE memberships (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'finance', 'consultant')),
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'state-facts', 'apply', 'members'] AND 'read' = ANY (scopes)),
  valid_from date NOT NULL,
  -- The last day; null: until taken back.
  valid_until date,
  granted_by uuid REFERENCES accounts,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- An owner may do all and for good; only owners choose the members; outsiders come for a time.
  CHECK (role <> 'owner' OR (scopes @> ARRAY['read', 'state-facts', 'apply', 'members'] AND valid_until IS NULL)),
  CHECK (role = 'owner' OR NOT 'members' = ANY (scopes)),
  CHECK (role <> 'consultant' OR valid_until IS NOT NULL)
);
CREATE INDEX memberships_account ON memberships (account);
CREATE UNIQUE INDEX memberships_one ON memberships (enterprise, account) WHERE revoked_at IS NULL;

-- Someone says that they act for an enterprise; a code to its registered contact or an officer proves it.
CREATE TABLE claims (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  proof text NOT NULL CHECK (proof IN ('contact-code', 'officer')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused', 'expired')),
  -- What the claimant tells the officer.
  note text NOT NULL DEFAULT '',
  expires_at timestamptz,
  reason text,
  decided_by uuid REFERENCES accounts,
  decided_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX claims_one ON claims (enterprise, account) WHERE state = 'waiting';

-- Posts own the work; people hold posts.
CREATE TABLE posts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agency text NOT NULL,
  -- Null: the whole city.
  district text,
  duty text NOT NULL CHECK (duty IN ('case-officer', 'policy-officer', 'specialist', 'supervisor', 'administrator')),
  name_zh text NOT NULL,
  name_en text NOT NULL
);

CREATE TABLE post_holders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  post uuid NOT NULL REFERENCES posts ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  kind text NOT NULL DEFAULT 'holder' CHECK (kind IN ('holder', 'deputy')),
  since date NOT NULL,
  -- The last day; null: until ended.
  until date,
  CHECK (until >= since),
  CHECK (kind = 'holder' OR until IS NOT NULL),
  -- One holder at a time; deputies stand in beside.
  EXCLUDE USING gist (post WITH =, daterange(since, until, '[]') WITH &&) WHERE (kind = 'holder')
);
CREATE INDEX post_holders_account ON post_holders (account);

-- The account whose rights the transaction has; null for a visitor.
CREATE FUNCTION current_account() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('huiqi.account', true), '')::uuid;

-- The day in the city, as the service's clock has it.
CREATE FUNCTION current_day() RETURNS date LANGUAGE sql STABLE
  RETURN coalesce(
    nullif(current_setting('huiqi.today', true), '')::date,
    (now() AT TIME ZONE 'Asia/Shanghai')::date
  );

CREATE FUNCTION holds_duty(wanted text[], place text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (
      SELECT FROM post_holders h JOIN posts p ON p.id = h.post
      WHERE h.account = current_account() AND p.duty = ANY (wanted)
        AND (p.district IS NULL OR p.district = place)
        AND h.since <= current_day() AND (h.until IS NULL OR current_day() <= h.until)
    )
  $$;

CREATE FUNCTION is_administrator() RETURNS boolean LANGUAGE sql STABLE
  RETURN holds_duty(ARRAY['administrator'], NULL);

CREATE FUNCTION acts_for(wanted uuid, scope text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (
      SELECT FROM memberships m
      WHERE m.enterprise = wanted AND m.account = current_account() AND scope = ANY (m.scopes)
        AND m.revoked_at IS NULL
        AND m.valid_from <= current_day() AND (m.valid_until IS NULL OR current_day() <= m.valid_until)
    )
  $$;

-- Officers reach the enterprises of their district, those of the city reach all.
CREATE FUNCTION officer_reaches(wanted uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (
      SELECT FROM enterprises e
      WHERE e.id = wanted
        AND holds_duty(ARRAY['case-officer', 'specialist', 'administrator'], e.district)
    )
  $$;

-- An enterprise that has an owner keeps one; removals of owners of one enterprise wait for each other.
CREATE FUNCTION keep_an_owner() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM FROM enterprises WHERE id = OLD.enterprise FOR UPDATE;
    IF FOUND AND NOT EXISTS (
      SELECT FROM memberships
      WHERE enterprise = OLD.enterprise AND role = 'owner' AND revoked_at IS NULL AND id <> OLD.id
    ) THEN
      RAISE EXCEPTION 'the last owner stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_last_owner';
    END IF;
    RETURN NULL;
  END
$$;
CREATE TRIGGER last_owner_stays AFTER UPDATE ON memberships FOR EACH ROW
  WHEN (OLD.role = 'owner' AND OLD.revoked_at IS NULL AND (NEW.role <> 'owner' OR NEW.revoked_at IS NOT NULL))
  EXECUTE FUNCTION keep_an_owner();

CREATE FUNCTION may_read_enterprise(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN acts_for(wanted, 'read') OR officer_reaches(wanted);

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON accounts USING (id = current_account()) WITH CHECK (id = current_account());
CREATE POLICY administered ON accounts FOR SELECT USING (is_administrator());
CREATE POLICY colleagues ON accounts FOR SELECT USING (
  EXISTS (SELECT FROM memberships m WHERE m.account = accounts.id AND acts_for(m.enterprise, 'read'))
);
CREATE POLICY claimants ON accounts FOR SELECT USING (
  EXISTS (SELECT FROM claims c WHERE c.account = accounts.id AND officer_reaches(c.enterprise))
);
-- The password is read and written by the service alone.
GRANT SELECT (id, email, name, language, is_disabled, created_at), UPDATE (name, language) ON accounts TO huiqi_app;

ALTER TABLE identities ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON sessions USING (account = current_account());
GRANT SELECT (id, account, created_at, last_seen_at, expires_at, address, agent), DELETE ON sessions TO huiqi_app;
ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;

ALTER TABLE enterprises ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON enterprises FOR SELECT USING (may_read_enterprise(id));
GRANT SELECT ON enterprises TO huiqi_app;

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON memberships FOR SELECT USING (account = current_account());
CREATE POLICY inside ON memberships FOR SELECT USING (acts_for(enterprise, 'read'));
CREATE POLICY reached ON memberships FOR SELECT USING (officer_reaches(enterprise));
CREATE POLICY granted ON memberships FOR INSERT
  WITH CHECK (acts_for(enterprise, 'members') AND granted_by = current_account());
CREATE POLICY changed ON memberships FOR UPDATE
  USING (acts_for(enterprise, 'members')) WITH CHECK (acts_for(enterprise, 'members'));
GRANT SELECT, INSERT ON memberships TO huiqi_app;
GRANT UPDATE (role, scopes, valid_until, revoked_at) ON memberships TO huiqi_app;

ALTER TABLE claims ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON claims FOR SELECT USING (account = current_account());
CREATE POLICY reached ON claims FOR SELECT USING (officer_reaches(enterprise));
GRANT SELECT (id, enterprise, account, proof, state, note, expires_at, reason, decided_by, decided_at, created_at)
  ON claims TO huiqi_app;

ALTER TABLE posts ENABLE ROW LEVEL SECURITY;
CREATE POLICY known ON posts FOR SELECT USING (current_account() IS NOT NULL);
CREATE POLICY administered ON posts USING (is_administrator()) WITH CHECK (is_administrator());
GRANT SELECT, INSERT, UPDATE, DELETE ON posts TO huiqi_app;

ALTER TABLE post_holders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON post_holders FOR SELECT USING (account = current_account());
CREATE POLICY administered ON post_holders USING (is_administrator()) WITH CHECK (is_administrator());
GRANT SELECT, INSERT, UPDATE ON post_holders TO huiqi_app;
