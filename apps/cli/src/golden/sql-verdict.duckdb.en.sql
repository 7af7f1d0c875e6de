-- R&D reward on first becoming a "four above" enterprise
--   (shanghai/2023-several/four-above-rd-reward)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-2 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2025-09-01; rules and years as of 2025-09-01, the day of submission.
WITH facts AS (
  -- The facts that the rule reads: NULL where not known, money in fen, '9999-12-31' for never.
  SELECT
    uscc,
    enterprise_four_above_first_on,       -- First became a "four above" enterprise
    enterprise_is_registered_in_shanghai, -- Registered in Shanghai
    qualification_high_tech,              -- High-tech enterprise
    qualification_high_tech_granted_on,   -- High-tech enterprise: granted on
    qualification_high_tech_valid_until   -- High-tech enterprise: valid until
  FROM enterprises
),
step_1 AS (
  SELECT
    s.*,
    -- qualification.high_tech · High-tech enterprise: held on 2025-09-01
    COALESCE(
      qualification_high_tech,
      CASE
        WHEN qualification_high_tech_granted_on <= DATE '2025-09-01'
          AND qualification_high_tech_valid_until >= DATE '2025-09-01'
          AND qualification_high_tech_valid_until <> DATE '9999-12-31'
          THEN TRUE
        WHEN qualification_high_tech_granted_on > DATE '2025-09-01'
          OR qualification_high_tech_valid_until < DATE '2025-09-01'
          OR qualification_high_tech_valid_until = DATE '9999-12-31'
          THEN FALSE
      END
    ) AS qualification_high_tech_resolved
  FROM facts AS s
),
conditions AS (
  -- Every condition: TRUE holds, FALSE fails, NULL cannot be told yet.
  SELECT
    s.*,
    -- preamble · is registered in Shanghai (eligible.all[0])
    enterprise_is_registered_in_shanghai AS c1,
    -- art-2 · holds a valid high-tech certificate (eligible.all[1])
    qualification_high_tech_resolved AS c2,
    -- art-2 · became a "four above" enterprise for the first time on or after the day of issue
    --   (eligible.all[2])
    (
      enterprise_four_above_first_on >= DATE '2023-05-17'
      AND enterprise_four_above_first_on <> DATE '9999-12-31'
    ) AS c3
  FROM step_1 AS s
),
rule AS (
  -- All conditions together.
  SELECT
    s.*,
    (c1 AND c2 AND c3) AS eligible
  FROM conditions AS s
),
verdicts AS (
  -- Open answers: unknown for want of a fact or of the text, needs-review where only an officer
  --   can say.
  SELECT
    s.*,
    CASE WHEN eligible THEN 'met' WHEN NOT eligible THEN 'unmet' ELSE 'unknown' END AS verdict
  FROM rule AS s
)
SELECT uscc, verdict
FROM verdicts;
