-- Technical renovation support (shanghai/2023-several/technical-renovation)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-5 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2025-10-15; rules and years as of 2025-10-15, the day of submission.
CREATE TABLE enterprises (
  uscc VARCHAR NOT NULL,
  enterprise_is_registered_in_shanghai BOOLEAN,
  PRIMARY KEY (uscc)
);

CREATE TABLE projects (
  uscc VARCHAR NOT NULL,
  thing_id VARCHAR NOT NULL,
  project_approved_investment BIGINT CHECK (project_approved_investment BETWEEN 0 AND 9007199254740991),
  project_kind VARCHAR,
  project_total_investment BIGINT CHECK (project_total_investment BETWEEN 0 AND 9007199254740991),
  PRIMARY KEY (uscc, thing_id)
);
