-- The invented city in this database; without a row everything in it is real.
CREATE TABLE demonstrations (
  is_current boolean PRIMARY KEY DEFAULT true CHECK (is_current),
  seed integer NOT NULL,
  -- The day up to which its people have lived.
  made_on date NOT NULL,
  enterprises integer NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE demonstrations ENABLE ROW LEVEL SECURITY;
