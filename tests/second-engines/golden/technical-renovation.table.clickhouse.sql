-- Technical renovation support (shanghai/2023-several/technical-renovation)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-5 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2025-10-15; rules and years as of 2025-10-15, the day of submission.
CREATE TABLE enterprises (
  uscc String,
  enterprise_is_registered_in_shanghai Nullable(Bool)
) ENGINE = MergeTree ORDER BY (uscc);

CREATE TABLE projects (
  uscc String,
  thing_id String,
  project_approved_investment Nullable(Int64),
  project_kind Nullable(String),
  project_total_investment Nullable(Int64),
  CONSTRAINT ck_project_approved_investment CHECK project_approved_investment IS NULL OR project_approved_investment BETWEEN 0 AND 9007199254740991,
  CONSTRAINT ck_project_total_investment CHECK project_total_investment IS NULL OR project_total_investment BETWEEN 0 AND 9007199254740991
) ENGINE = MergeTree ORDER BY (uscc, thing_id);
