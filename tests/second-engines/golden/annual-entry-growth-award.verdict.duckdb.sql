-- Growth award after reaching the designated size
--   (shanghai/2025-notice-197/annual-entry-growth-award)
-- Notice on the 2025 special work for high-quality development of Shanghai SMEs · project-2-b
--   · in force from 2025-04-03 to 2025-12-31
-- Facts and titles as of 2025-10-15; rules and years as of 2025-10-15, the day of submission.
WITH facts AS (
  -- The facts that the rule reads: NULL where not known, money in fen, '9999-12-31' for never.
  SELECT
    uscc,
    enterprise_above_size_entered_on,     -- Entered the industrial above-size register
    enterprise_above_size_entry,          -- Way into the above-size register
    enterprise_industry,                  -- Industry
    enterprise_is_registered_in_shanghai, -- Registered in Shanghai
    enterprise_output_growth_2025,        -- Output growth 2025
    enterprise_output_value_2024,         -- Industrial output 2024, fen
    enterprise_output_value_2025          -- Industrial output 2025, fen
  FROM enterprises
),
step_1 AS (
  SELECT
    s.*,
    -- enterprise.output_growth@2025 · Output growth: as stated, else enterprise.output_value /
    --   previous(enterprise.output_value) - 1
    -- kept as a fraction n / d that is never divided
    CASE
      WHEN enterprise_output_growth_2025 IS NOT NULL
        THEN CAST(CAST(enterprise_output_growth_2025 AS DECIMAL(38, 6)) * 1000000 AS BIGINT)
      WHEN enterprise_output_value_2024 > 0
        THEN enterprise_output_value_2025 - enterprise_output_value_2024
    END AS enterprise_output_growth_2025_n,
    CASE
      WHEN enterprise_output_growth_2025 IS NOT NULL THEN 1000000
      ELSE enterprise_output_value_2024
    END AS enterprise_output_growth_2025_d,
    -- where it is open: TRUE if only an officer can say, FALSE if a fact is missing
    (
      enterprise_output_value_2025 IS NOT NULL
      AND enterprise_output_value_2024 IS NOT NULL
      AND enterprise_output_value_2024 = 0
    ) AS enterprise_output_growth_2025_review
  FROM facts AS s
),
conditions AS (
  -- Every condition: TRUE holds, FALSE fails, NULL cannot be told yet.
  SELECT
    s.*,
    -- project-2-b · is an enterprise in Shanghai (eligible.all[0])
    enterprise_is_registered_in_shanghai AS c1,
    -- project-2-b · is an industrial firm (mining, manufacturing, or electricity, heat, gas and
    --   water) (eligible.all[1])
    (
      SUBSTRING(enterprise_industry, 1, 1) IN ('B', 'C', 'D')
      OR SUBSTRING(enterprise_industry, 1, 2) IN (
        '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20',
        '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35',
        '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46'
      )
    ) AS c2,
    -- project-2-b · entered the industrial above-size register for the first time last year
    --   (eligible.all[2])
    (
      enterprise_above_size_entered_on >= DATE '2024-01-01'
      AND enterprise_above_size_entered_on <> DATE '9999-12-31'
      AND enterprise_above_size_entered_on <= DATE '2024-12-31'
    ) AS c3,
    -- project-2-b · entered by the annual return (eligible.all[3])
    enterprise_above_size_entry = 'annual' AS c4,
    -- project-2-b · output grows by 10% or more this year (eligible.all[4])
    enterprise_output_growth_2025_n * 10 >= enterprise_output_growth_2025_d AS c5
  FROM step_1 AS s
),
rule AS (
  -- All conditions together.
  SELECT
    s.*,
    (c1 AND c2 AND c3 AND c4 AND c5) AS eligible
  FROM conditions AS s
),
verdicts AS (
  -- Open answers: unknown for want of a fact or of the text, needs-review where only an officer
  --   can say.
  SELECT
    s.*,
    CASE
      WHEN eligible THEN 'met'
      WHEN NOT eligible THEN 'unmet'
      WHEN c1 IS NULL
        OR c2 IS NULL
        OR c3 IS NULL
        OR c4 IS NULL
        OR (c5 IS NULL AND NOT enterprise_output_growth_2025_review)
        THEN 'unknown'
      ELSE 'needs-review'
    END AS verdict
  FROM rule AS s
)
SELECT uscc, verdict
FROM verdicts;
