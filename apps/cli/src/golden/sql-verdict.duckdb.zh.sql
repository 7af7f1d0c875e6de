-- 首次成为“四上”企业的高新技术企业研发奖励 (shanghai/2023-several/four-above-rd-reward)
-- 上海市助力中小微企业稳增长调结构强能力若干措施 · art-2 · 有效期 2023-05-17 至 未见截止日
-- 事实与资质按 2025-09-01，规则与年度按 2025-09-01（申报日）。
WITH facts AS (
  -- 规则所用的指标。NULL 表示不知道；金额以分计；DATE '9999-12-31' 表示从未。
  SELECT
    uscc,
    enterprise_four_above_first_on,       -- 首次成为“四上”企业的日期
    enterprise_is_registered_in_shanghai, -- 在上海注册
    qualification_high_tech,              -- 高新技术企业
    qualification_high_tech_granted_on,   -- 高新技术企业认定日期
    qualification_high_tech_valid_until   -- 高新技术企业有效期至
  FROM enterprises
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
    ) AS qualification_high_tech_resolved
  FROM facts AS s
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
  FROM step_1 AS s
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
)
SELECT uscc, verdict
FROM verdicts;
