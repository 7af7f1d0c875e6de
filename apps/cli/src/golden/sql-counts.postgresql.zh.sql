-- 首次成为“四上”企业的高新技术企业研发奖励 (shanghai/2023-several/four-above-rd-reward)
-- 上海市助力中小微企业稳增长调结构强能力若干措施 · art-2 · 有效期 2023-05-17 至 未见截止日
-- 事实与资质按 2025-09-01，规则与年度按 2025-09-01（申报日）。
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

-- 首次成为“四上”企业的高新技术企业研发奖励 (shanghai/2023-several/four-above-rd-reward)
-- 上海市助力中小微企业稳增长调结构强能力若干措施 · art-2 · 有效期 2023-05-17 至 未见截止日
-- 事实与资质按 2025-09-01，规则与年度按 2025-09-01（申报日）。
WITH facts AS (
  -- 规则所用的指标。NULL 表示不知道；金额以分计；DATE '9999-12-31' 表示从未。
  SELECT
    uscc,
    enterprise_four_above_first_on,       -- 首次成为“四上”企业的日期
    enterprise_is_registered_in_shanghai, -- 在上海注册
    enterprise_rd_spending_2024,          -- 研发费用 2024，分
    qualification_high_tech,              -- 高新技术企业
    qualification_high_tech_granted_on,   -- 高新技术企业认定日期
    qualification_high_tech_valid_until   -- 高新技术企业有效期至
  FROM city.firms
  OFFSET 0
),
step_1 AS (
  SELECT
    s.*,
    -- qualification.high_tech · 高新技术企业：2025-09-01 是否有效
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
    -- 以 1/20 分计
    CASE
      WHEN COALESCE(enterprise_rd_spending_2024, 0) <= 1000000000
        THEN COALESCE(enterprise_rd_spending_2024, 0)
      ELSE 1000000000
    END AS amount_low_1,
    -- 以 1/20 分计
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
    -- 可以确定的金额（整分）：enterprise.rd_spending@2024 的 5%，不超过 50000000 分
    DIV(amount_low_1, 20) AS benefit_low,
    -- 最多可能的金额；NULL 为没有上限
    DIV(amount_high_1, 20) AS benefit_high
  FROM step_1 AS s
  OFFSET 0
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
  OFFSET 0
),
rule AS (
  -- 全部条件合起来。
  SELECT
    s.*,
    (c1 AND c2 AND c3) AS eligible
  FROM conditions AS s
  OFFSET 0
),
verdicts AS (
  -- 不能判断的分两种：缺指标或原文有缺口为 unknown，只等人工核定为 needs-review。
  SELECT
    s.*,
    CASE WHEN eligible THEN 'met' WHEN NOT eligible THEN 'unmet' ELSE 'unknown' END AS verdict
  FROM rule AS s
  OFFSET 0
),
amounts AS (
  -- 金额以分计，只取整分。缺基数时金额 unknown：不按 0，也不按上限。
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
  -- 确定符合者的合计，以分计；其中有人的金额没有上限时，不给高值合计。
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
