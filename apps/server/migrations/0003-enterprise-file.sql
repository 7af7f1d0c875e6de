-- What is known of an enterprise: statements with source, grade, who and when. Nothing is overwritten.

CREATE TABLE things (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  kind text NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  UNIQUE (id, enterprise)
);
CREATE INDEX things_enterprise ON things (enterprise);

-- Kinds of things of which the enterprise says that it has none.
CREATE TABLE absent_things (
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  kind text NOT NULL,
  stated_by uuid REFERENCES accounts,
  stated_at timestamptz NOT NULL,
  PRIMARY KEY (enterprise, kind)
);

-- Benefits received before.
CREATE TABLE past_awards (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  measure text NOT NULL,
  granted_on date NOT NULL,
  -- Null: the amount is not known.
  amount_fen bigint,
  source text NOT NULL,
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  stated_by uuid REFERENCES accounts,
  stated_at timestamptz NOT NULL,
  taken_back_at timestamptz
);
CREATE INDEX past_awards_enterprise ON past_awards (enterprise);

CREATE TABLE import_batches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_name text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'parquet')),
  bytes bigint NOT NULL,
  source text NOT NULL,
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  -- Whose enterprises the rows may be about; null: the whole city.
  district text,
  -- Whether enterprises that are not known yet are taken in.
  adds_enterprises boolean NOT NULL DEFAULT false,
  -- Whether it is applied without a confirmation when nothing is wrong.
  applies_itself boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN ('checking', 'checked', 'applying', 'applied', 'refused', 'cancelled', 'failed')),
  rows_in_all integer,
  rows_done integer NOT NULL DEFAULT 0,
  rows_bad integer NOT NULL DEFAULT 0,
  -- What the columns are and the first rows; null until they have been looked at.
  preview jsonb,
  statements_made integer,
  -- Why it failed, for the operator.
  failure text,
  file_key text NOT NULL,
  -- Null: a connector.
  begun_by uuid REFERENCES accounts,
  begun_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE INDEX import_batches_latest ON import_batches (begun_at DESC, id DESC);
CREATE INDEX import_batches_running ON import_batches (state) WHERE state IN ('checking', 'applying');

CREATE TABLE import_issues (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch uuid NOT NULL REFERENCES import_batches ON DELETE CASCADE,
  line integer,
  column_name text,
  code text NOT NULL,
  params jsonb NOT NULL
);
CREATE INDEX import_issues_batch ON import_issues (batch, id);

CREATE TABLE statements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  thing uuid,
  fact text NOT NULL,
  year integer,
  -- As the vocabulary types it; null: the source takes its statement back.
  value jsonb,
  source text NOT NULL,
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  stated_by uuid REFERENCES accounts,
  batch uuid REFERENCES import_batches,
  stated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (thing, enterprise) REFERENCES things (id, enterprise)
);
CREATE INDEX statements_latest ON statements (enterprise, fact, year, thing, source, id DESC);

CREATE INDEX statements_batch ON statements (batch) WHERE batch IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END
$$;
CREATE TRIGGER statements_kept BEFORE UPDATE ON statements
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The last word of each source on each fact.
CREATE VIEW latest_statements WITH (security_invoker = true) AS
  SELECT DISTINCT ON (enterprise, fact, year, thing, source) *
  FROM statements
  ORDER BY enterprise, fact, year, thing, source, id DESC;

CREATE TABLE consents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('match', 'automatic', 'share-with-banks')),
  given_by uuid NOT NULL REFERENCES accounts,
  given_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX consents_one ON consents (enterprise, purpose) WHERE withdrawn_at IS NULL;

CREATE TABLE saved_measures (
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  measure text NOT NULL,
  is_followed boolean NOT NULL DEFAULT false,
  note text NOT NULL DEFAULT '',
  saved_by uuid NOT NULL REFERENCES accounts,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (enterprise, measure)
);

CREATE TABLE messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise uuid REFERENCES enterprises ON DELETE CASCADE,
  account uuid REFERENCES accounts ON DELETE CASCADE,
  kind text NOT NULL,
  params jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  CHECK (enterprise IS NOT NULL OR account IS NOT NULL)
);
CREATE INDEX messages_enterprise ON messages (enterprise, id DESC);
CREATE INDEX messages_account ON messages (account, id DESC);

-- How the measures stood when somebody last looked, so that changes can be shown.
CREATE TABLE visits (
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  at timestamptz NOT NULL,
  day date NOT NULL,
  -- The last change of measures and the last statement known then.
  change bigint NOT NULL,
  statement bigint NOT NULL,
  outcomes jsonb NOT NULL,
  PRIMARY KEY (enterprise, account)
);

-- Every change, and every look of an officer into a file.
CREATE TABLE audit_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  account uuid REFERENCES accounts,
  action text NOT NULL,
  enterprise uuid,
  subject text,
  details jsonb NOT NULL DEFAULT '{}',
  request text
);
CREATE INDEX audit_events_enterprise ON audit_events (enterprise, id DESC);
CREATE TRIGGER audit_events_kept BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The answers to writes that were asked for with an idempotency key.
CREATE TABLE idempotent_answers (
  account uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  body text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, key)
);

-- The enterprises that the account acts for in a scope; asked once a query, where acts_for is asked once a row.
CREATE FUNCTION enterprises_of(scope text) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(array_agg(m.enterprise), '{}') FROM memberships m
    WHERE m.account = current_account() AND scope = ANY (m.scopes)
      AND m.revoked_at IS NULL
      AND m.valid_from <= current_day() AND (m.valid_until IS NULL OR current_day() <= m.valid_until)
  $$;

-- The districts whose enterprises the account reaches by a post; '*' is the whole city.
CREATE FUNCTION reached_districts() RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(array_agg(coalesce(p.district, '*')), '{}')
    FROM post_holders h JOIN posts p ON p.id = h.post
    WHERE h.account = current_account() AND p.duty IN ('case-officer', 'specialist', 'administrator')
      AND h.since <= current_day() AND (h.until IS NULL OR current_day() <= h.until)
  $$;

ALTER POLICY readable ON enterprises USING (
  id = ANY ((SELECT enterprises_of('read'))::uuid[])
  OR '*' = ANY ((SELECT reached_districts())::text[])
  OR district = ANY ((SELECT reached_districts())::text[])
);

ALTER TABLE things ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON things FOR SELECT USING (
  enterprise = ANY ((SELECT enterprises_of('read'))::uuid[])
  OR '*' = ANY ((SELECT reached_districts())::text[])
  OR EXISTS (SELECT FROM enterprises e WHERE e.id = things.enterprise AND e.district = ANY ((SELECT reached_districts())::text[]))
);
CREATE POLICY stated ON things FOR INSERT WITH CHECK (acts_for(enterprise, 'state-facts'));
CREATE POLICY removed ON things FOR UPDATE
  USING (acts_for(enterprise, 'state-facts')) WITH CHECK (acts_for(enterprise, 'state-facts'));
GRANT SELECT, INSERT ON things TO huiqi_app;
GRANT UPDATE (name, removed_at) ON things TO huiqi_app;

ALTER TABLE statements ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON statements FOR SELECT USING (
  enterprise = ANY ((SELECT enterprises_of('read'))::uuid[])
  OR '*' = ANY ((SELECT reached_districts())::text[])
  OR EXISTS (SELECT FROM enterprises e WHERE e.id = statements.enterprise AND e.district = ANY ((SELECT reached_districts())::text[]))
);
-- The enterprise itself only ever declares; other sources come in by the service's imports.
CREATE POLICY declared ON statements FOR INSERT WITH CHECK (
  acts_for(enterprise, 'state-facts') AND source = 'self' AND grade = 'D' AND batch IS NULL
  AND stated_by = current_account()
);
GRANT SELECT, INSERT ON statements TO huiqi_app;
GRANT SELECT ON latest_statements TO huiqi_app;

ALTER TABLE absent_things ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON absent_things FOR SELECT USING (
  enterprise = ANY ((SELECT enterprises_of('read'))::uuid[])
  OR '*' = ANY ((SELECT reached_districts())::text[])
  OR EXISTS (SELECT FROM enterprises e WHERE e.id = absent_things.enterprise AND e.district = ANY ((SELECT reached_districts())::text[]))
);
CREATE POLICY stated ON absent_things
  USING (acts_for(enterprise, 'state-facts')) WITH CHECK (acts_for(enterprise, 'state-facts'));
GRANT SELECT, INSERT, DELETE ON absent_things TO huiqi_app;

ALTER TABLE past_awards ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON past_awards FOR SELECT USING (
  enterprise = ANY ((SELECT enterprises_of('read'))::uuid[])
  OR '*' = ANY ((SELECT reached_districts())::text[])
  OR EXISTS (SELECT FROM enterprises e WHERE e.id = past_awards.enterprise AND e.district = ANY ((SELECT reached_districts())::text[]))
);
CREATE POLICY declared ON past_awards FOR INSERT WITH CHECK (
  acts_for(enterprise, 'state-facts') AND source = 'self' AND grade = 'D' AND stated_by = current_account()
);
CREATE POLICY taken_back ON past_awards FOR UPDATE
  USING (acts_for(enterprise, 'state-facts') AND source = 'self')
  WITH CHECK (acts_for(enterprise, 'state-facts') AND source = 'self');
GRANT SELECT, INSERT ON past_awards TO huiqi_app;
GRANT UPDATE (taken_back_at) ON past_awards TO huiqi_app;

ALTER TABLE import_batches ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON import_batches FOR SELECT USING (begun_by = current_account() OR is_administrator());
GRANT SELECT ON import_batches TO huiqi_app;
ALTER TABLE import_issues ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON import_issues FOR SELECT USING (
  EXISTS (SELECT FROM import_batches b WHERE b.id = batch)
);
GRANT SELECT ON import_issues TO huiqi_app;

ALTER TABLE consents ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON consents FOR SELECT USING (
  enterprise = ANY ((SELECT enterprises_of('read'))::uuid[])
  OR '*' = ANY ((SELECT reached_districts())::text[])
  OR EXISTS (SELECT FROM enterprises e WHERE e.id = consents.enterprise AND e.district = ANY ((SELECT reached_districts())::text[]))
);
CREATE POLICY given ON consents FOR INSERT
  WITH CHECK (acts_for(enterprise, 'state-facts') AND given_by = current_account());
CREATE POLICY withdrawn ON consents FOR UPDATE
  USING (acts_for(enterprise, 'state-facts')) WITH CHECK (acts_for(enterprise, 'state-facts'));
GRANT SELECT, INSERT ON consents TO huiqi_app;
GRANT UPDATE (withdrawn_at) ON consents TO huiqi_app;

ALTER TABLE saved_measures ENABLE ROW LEVEL SECURITY;
CREATE POLICY inside ON saved_measures
  USING (acts_for(enterprise, 'read'))
  WITH CHECK (acts_for(enterprise, 'read') AND saved_by = current_account());
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_measures TO huiqi_app;

ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
CREATE POLICY addressed ON messages
  USING (account = current_account() OR (enterprise IS NOT NULL AND acts_for(enterprise, 'read')));
GRANT SELECT ON messages TO huiqi_app;
GRANT UPDATE (read_at) ON messages TO huiqi_app;

ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON visits
  USING (account = current_account() AND acts_for(enterprise, 'read'))
  WITH CHECK (account = current_account() AND acts_for(enterprise, 'read'));
GRANT SELECT, INSERT, UPDATE ON visits TO huiqi_app;

ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY added ON audit_events FOR INSERT WITH CHECK (account IS NOT DISTINCT FROM current_account());
CREATE POLICY readable ON audit_events FOR SELECT USING (
  (enterprise IS NOT NULL AND acts_for(enterprise, 'members')) OR is_administrator()
);
GRANT SELECT, INSERT ON audit_events TO huiqi_app;

ALTER TABLE idempotent_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotent_answers
  USING (account = current_account()) WITH CHECK (account = current_account());
GRANT SELECT, INSERT, UPDATE ON idempotent_answers TO huiqi_app;
