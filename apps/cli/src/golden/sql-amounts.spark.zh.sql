-- 首次成为“四上”企业的高新技术企业研发奖励 (shanghai/2023-several/four-above-rd-reward)
-- 上海市助力中小微企业稳增长调结构强能力若干措施 · art-2 · 有效期 2023-05-17 至 未见截止日
-- 事实与资质按 2024-06-30，规则与年度按 2024-07-15（申报日）。
WITH facts AS (
  -- 规则所用的指标。NULL 表示不知道；金额以分计；DATE '9999-12-31' 表示从未。
  SELECT
    uscc,
    enterprise_four_above_first_on,       -- 首次成为“四上”企业的日期
    enterprise_is_registered_in_shanghai, -- 在上海注册
    enterprise_rd_spending_2023,          -- 研发费用 2023，分
    qualification_high_tech,              -- 高新技术企业
    qualification_high_tech_granted_on,   -- 高新技术企业认定日期
    qualification_high_tech_valid_until   -- 高新技术企业有效期至
  FROM enterprises
),
step_1 AS (
  SELECT
    s.*,
    -- qualification.high_tech · 高新技术企业：2024-06-30 是否有效
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
    -- 以 1/20 分计
    CASE
      WHEN COALESCE(enterprise_rd_spending_2023, 0) <= 1000000000
        THEN COALESCE(enterprise_rd_spending_2023, 0)
      ELSE 1000000000
    END AS amount_low_1,
    -- 以 1/20 分计
    CASE
      WHEN enterprise_rd_spending_2023 <= 1000000000 THEN enterprise_rd_spending_2023
      ELSE 1000000000
    END AS amount_high_1
  FROM facts AS s
),
step_2 AS (
  SELECT
    s.*,
    -- 可以确定的金额（整分）：enterprise.rd_spending@2023 的 5%，不超过 50000000 分
    (amount_low_1 DIV 20) AS benefit_low,
    -- 最多可能的金额；NULL 为没有上限
    (amount_high_1 DIV 20) AS benefit_high
  FROM step_1 AS s
),
conditions AS (
  -- 条件逐条：TRUE 符合，FALSE 不符合，NULL 还不能判断。
  SELECT
    s.*,
    -- preamble · 企业在上海注册 (eligible.all[0])
    enterprise_is_registered_in_shanghai AS c1,
    -- art-2 · 高新技术企业资格在有效期内 (eligible.all[1])
    qualification_high_tech_resolved AS c2,
    -- art-2 · 在文件印发之日或之后首次成为“四上”企业 (eligible.all[2])
    (
      enterprise_four_above_first_on >= DATE '2023-05-17'
      AND enterprise_four_above_first_on <> DATE '9999-12-31'
    ) AS c3
  FROM step_2 AS s
),
rule AS (
  -- 全部条件合起来。
  SELECT
    s.*,
    (c1 AND c2 AND c3) AS eligible
  FROM conditions AS s
),
verdicts AS (
  -- 不能判断的分两种：缺指标或原文有缺口为 unknown，只等人工核定为 needs-review。
  SELECT
    s.*,
    CASE WHEN eligible THEN 'met' WHEN NOT eligible THEN 'unmet' ELSE 'unknown' END AS verdict
  FROM rule AS s
),
amounts AS (
  -- 金额以分计，只取整分。缺基数时金额 unknown：不按 0，也不按上限。
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
