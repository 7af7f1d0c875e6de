-- R&D reward on first becoming a "four above" enterprise
--   (shanghai/2023-several/four-above-rd-reward)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-2 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2025-09-01; rules and years as of 2025-09-01, the day of submission.
CREATE TABLE city.firms (
  uscc TEXT NOT NULL,
  enterprise_four_above_first_on DATE,
  enterprise_is_registered_in_shanghai BOOLEAN,
  enterprise_rd_spending_2024 BIGINT CHECK (enterprise_rd_spending_2024 BETWEEN 0 AND 9007199254740991),
  qualification_high_tech BOOLEAN,
  qualification_high_tech_granted_on DATE,
  qualification_high_tech_valid_until DATE,
  PRIMARY KEY (uscc)
);

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
    enterprise_rd_spending_2024,          -- R&D spending 2024, fen
    qualification_high_tech,              -- High-tech enterprise
    qualification_high_tech_granted_on,   -- High-tech enterprise: granted on
    qualification_high_tech_valid_until   -- High-tech enterprise: valid until
  FROM city.firms
  OFFSET 0
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
    ) AS qualification_high_tech_resolved,
    -- counted in 1/20 of a fen
    CASE
      WHEN COALESCE(enterprise_rd_spending_2024, 0) <= 1000000000
        THEN COALESCE(enterprise_rd_spending_2024, 0)
      ELSE 1000000000
    END AS amount_low_1,
    -- counted in 1/20 of a fen
    CASE
      WHEN enterprise_rd_spending_2024 <= 1000000000 THEN enterprise_rd_spending_2024
      ELSE 1000000000
    END AS amount_high_1
  FROM facts AS s
  OFFSET 0
),
step_2 AS (
  SELECT
    s.*,
    -- what is sure of the benefit, in whole fen: 5% of enterprise.rd_spending@2024, at most
    --   50000000 fen
    DIV(amount_low_1, 20) AS benefit_low,
    -- what is possible; NULL where no end is known
    DIV(amount_high_1, 20) AS benefit_high
  FROM step_1 AS s
  OFFSET 0
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
  FROM step_2 AS s
  OFFSET 0
),
rule AS (
  -- All conditions together.
  SELECT
    s.*,
    (c1 AND c2 AND c3) AS eligible
  FROM conditions AS s
  OFFSET 0
),
verdicts AS (
  -- Open answers: unknown for want of a fact or of the text, needs-review where only an officer
  --   can say.
  SELECT
    s.*,
    CASE WHEN eligible THEN 'met' WHEN NOT eligible THEN 'unmet' ELSE 'unknown' END AS verdict
  FROM rule AS s
  OFFSET 0
),
amounts AS (
  -- Amounts in whole fen. A missing base makes the amount unknown: never zero, never the cap.
  SELECT
    s.*,
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_low AS BIGINT) END AS amount_low,
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_high AS BIGINT) END AS amount_high,
    CASE
      WHEN verdict = 'unmet' THEN CAST(NULL AS TEXT)
      WHEN benefit_low = benefit_high THEN 'exact'
      WHEN enterprise_rd_spending_2024 IS NULL AND amount_low_1 <> amount_high_1 THEN 'unknown'
      ELSE 'by-officer'
    END AS amount_status
  FROM verdicts AS s
  OFFSET 0
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
    SUM(CASE WHEN verdict = 'met' THEN CAST(amount_low AS NUMERIC) ELSE 0 END),
    0
  ) AS amount_low_total,
  CASE
    WHEN COUNT(CASE WHEN verdict = 'met' AND amount_high IS NULL THEN 1 END) = 0
      THEN COALESCE(
        SUM(CASE WHEN verdict = 'met' THEN CAST(amount_high AS NUMERIC) ELSE 0 END),
        0
      )
  END AS amount_high_total,
  COUNT(CASE WHEN verdict = 'met' AND amount_status = 'unknown' THEN 1 END) AS amount_unknown
FROM amounts;
