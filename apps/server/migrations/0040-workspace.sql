-- What a follower has been told of a measure, so that nothing is told twice.
CREATE TABLE told (
  enterprise uuid NOT NULL REFERENCES enterprises ON DELETE CASCADE,
  measure text NOT NULL,
  -- Such as `opens 2025-09-20` or `changed 412`.
  what text NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (enterprise, measure, what)
);
ALTER TABLE told ENABLE ROW LEVEL SECURITY;

ALTER TABLE saved_measures ADD COLUMN followed_at timestamptz;
-- The last change of measures that was known then; later ones are told.
ALTER TABLE saved_measures ADD COLUMN followed_change bigint NOT NULL DEFAULT 0;
CREATE INDEX saved_measures_followed ON saved_measures (enterprise, measure) WHERE is_followed;
