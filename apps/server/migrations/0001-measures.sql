-- The role of every request: row-level security binds it, and it owns nothing.
DO $$
BEGIN
  CREATE ROLE huiqi_app NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT huiqi_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO huiqi_app;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Which corpus the changes below are complete for. The measures themselves are files; lists and searches
-- of them are kept in memory.
CREATE TABLE catalogues (
  is_current boolean PRIMARY KEY DEFAULT true CHECK (is_current),
  corpus text NOT NULL,
  built_at timestamptz NOT NULL DEFAULT now()
);

-- What became of each measure, never edited: the newest row of a measure says how it stands.
CREATE TABLE measure_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  measure text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('published', 'changed', 'withdrawn')),
  -- Of everything the measure says; null when it was withdrawn.
  digest text CHECK ((digest IS NULL) = (kind = 'withdrawn')),
  happened_on date NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX measure_changes_measure ON measure_changes (measure, id DESC);
CREATE INDEX measure_changes_newest ON measure_changes (happened_on DESC, id DESC);

GRANT SELECT ON catalogues, measure_changes TO huiqi_app;
