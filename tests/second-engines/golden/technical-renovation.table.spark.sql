-- Technical renovation support (shanghai/2023-several/technical-renovation)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-5 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2025-10-15; rules and years as of 2025-10-15, the day of submission.
CREATE TABLE enterprises (
  uscc STRING NOT NULL,
  enterprise_is_registered_in_shanghai BOOLEAN
);

CREATE TABLE projects (
  uscc STRING NOT NULL,
  thing_id STRING NOT NULL,
  project_approved_investment BIGINT,
  project_kind STRING,
  project_total_investment BIGINT
);
