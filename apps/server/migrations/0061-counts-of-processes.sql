-- Requests that all processes count together, by what is limited; lost when the database breaks down.
CREATE UNLOGGED TABLE request_counts (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at timestamptz NOT NULL
);
ALTER TABLE request_counts ENABLE ROW LEVEL SECURITY;

-- sha-256 of the file in a request; null: it had none, or has not come in whole.
ALTER TABLE idempotent_answers ADD COLUMN file_hash bytea;
