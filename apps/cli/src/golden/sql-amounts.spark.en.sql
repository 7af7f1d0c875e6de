-- R&D reward on first becoming a "four above" enterprise
--   (shanghai/2023-several/four-above-rd-reward)
-- Shanghai measures to help smaller enterprises grow steadily, restructure and gain strength ·
--   art-2 · in force from 2023-05-17 to an end that was not found
-- Facts and titles as of 2024-06-30; rules and years as of 2024-07-15, the day of submission.
WITH facts AS (
  -- The facts that the rule reads: NULL where not known, money in fen, '9999-12-31' for never.
  SELECT
    uscc,
    enterprise_four_above_first_on,       -- First became a "four above" enterprise
    enterprise_is_registered_in_shanghai, -- Registered in Shanghai
    enterprise_rd_spending_2023,          -- R&D spending 2023, fen
    qualification_high_tech,              -- High-tech enterprise
    qualification_high_tech_granted_on,   -- High-tech enterprise: granted on
    qualification_high_tech_valid_until   -- High-tech enterprise: valid until
  FROM enterprises
),
step_1 AS (
  SELECT
    s.*,
    -- qualification.high_tech · High-tech enterprise: held on 2024-06-30
    COALESCE(
      qualification_high_tech,
      CASE
        WHEN qualification_high_tech_granted_on <= DATE '2024-06-30'
          AND qualification_high_tech_valid_until >= DATE '2024-06-30'
          AND qualification_high_tech_valid_until <> DATE '9999-12-31'
          THEN TRUE
        WHEN qualification_high_tech_granted_on > DATE '2024-06-30'
          OR qualification_high_tech_valid_until < DATE '2024-06-30'
          OR qualification_high_tech_valid_until = DATE '9999-12-31'
          THEN FALSE
      END
    ) AS qualification_high_tech_resolved,
    -- counted in 1/20 of a fen
    CASE
      WHEN COALESCE(enterprise_rd_spending_2023, 0) <= 1000000000
        THEN COALESCE(enterprise_rd_spending_2023, 0)
      ELSE 1000000000
    END AS amount_low_1,
    -- counted in 1/20 of a fen
    CASE
      WHEN enterprise_rd_spending_2023 <= 1000000000 THEN enterprise_rd_spending_2023
      ELSE 1000000000
    END AS amount_high_1
  FROM facts AS s
),
step_2 AS (
  SELECT
    s.*,
    -- what is sure of the benefit, in whole fen: 5% of enterprise.rd_spending@2023, at most
    --   50000000 fen
    (amount_low_1 DIV 20) AS benefit_low,
    -- what is possible; NULL where no end is known
    (amount_high_1 DIV 20) AS benefit_high
  FROM step_1 AS s
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
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_low AS BIGINT) END AS amount_low,
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_high AS BIGINT) END AS amount_high,
    CASE
      WHEN verdict = 'unmet' THEN CAST(NULL AS STRING)
      WHEN benefit_low = benefit_high THEN 'exact'
      WHEN enterprise_rd_spending_2023 IS NULL AND amount_low_1 <> amount_high_1 THEN 'unknown'
      ELSE 'by-officer'
    END AS amount_status
  FROM verdicts AS s
)
SELECT uscc, verdict, amount_low, amount_high, amount_status
FROM amounts;
