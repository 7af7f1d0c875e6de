-- Technical renovation support (shanghai/2023-several/technical-renovation)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-5 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2025-10-15; rules and years as of 2025-10-15, the day of submission.
WITH facts AS (
  -- The facts that the rule reads: NULL where not known, money in fen, '2299-12-31' for never.
  SELECT
    t.uscc AS uscc,
    t.thing_id AS thing_id,
    e.enterprise_is_registered_in_shanghai AS enterprise_is_registered_in_shanghai, -- Registered in Shanghai
    t.project_approved_investment AS project_approved_investment, -- Approved investment, fen
    t.project_kind AS project_kind,                         -- Kind of project
    t.project_total_investment AS project_total_investment  -- Total investment, fen
  FROM projects AS t
  LEFT JOIN enterprises AS e ON e.uscc = t.uscc
),
step_1 AS (
  SELECT
    s.*,
    -- what is possible; NULL where no end is known
    intDiv(project_approved_investment, 10) AS benefit_high
  FROM facts AS s
),
conditions AS (
  -- Every condition: TRUE holds, FALSE fails, NULL cannot be told yet.
  SELECT
    s.*,
    -- preamble · is registered in Shanghai (eligible.all[0])
    enterprise_is_registered_in_shanghai AS c1,
    -- art-5 · the project is a technical renovation (eligible.all[1])
    project_kind = 'technical_renovation' AS c2,
    -- art-5 · total investment is at least 10 million yuan (eligible.all[2])
    project_total_investment >= 1000000000 AS c3
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
),
amounts AS (
  -- Amounts in whole fen. A missing base makes the amount unknown: never zero, never the cap.
  SELECT
    s.*,
    CASE WHEN verdict <> 'unmet' THEN CAST(0 AS Nullable(Int64)) END AS amount_low,
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_high AS Nullable(Int64)) END AS amount_high,
    CASE
      WHEN verdict = 'unmet' THEN CAST(NULL AS Nullable(String))
      WHEN 0 = benefit_high THEN 'exact'
      WHEN project_approved_investment IS NULL THEN 'unknown'
      ELSE 'by-officer'
    END AS amount_status
  FROM verdicts AS s
)
SELECT
  COUNT(*) AS answered,
  COUNT(CASE WHEN verdict = 'met' THEN 1 END) AS met,
  COUNT(CASE WHEN verdict = 'unmet' THEN 1 END) AS unmet,
  COUNT(CASE WHEN verdict = 'unknown' THEN 1 END) AS unknown,
  COUNT(CASE WHEN verdict = 'needs-review' THEN 1 END) AS needs_review,
  COUNT(CASE WHEN verdict = 'not-in-force' THEN 1 END) AS not_in_force,
  -- Totals of the met rows in fen; no high total while one of them has no known end.
  COALESCE(
    SUM(CASE WHEN verdict = 'met' THEN CAST(amount_low AS Nullable(Int256)) ELSE 0 END),
    0
  ) AS amount_low_total,
  CASE
    WHEN COUNT(CASE WHEN verdict = 'met' AND amount_high IS NULL THEN 1 END) = 0
      THEN COALESCE(
        SUM(CASE WHEN verdict = 'met' THEN CAST(amount_high AS Nullable(Int256)) ELSE 0 END),
        0
      )
  END AS amount_high_total,
  COUNT(CASE WHEN verdict = 'met' AND amount_status = 'unknown' THEN 1 END) AS amount_unknown
FROM amounts
SETTINGS join_use_nulls = 1;
