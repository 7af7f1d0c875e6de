-- 首次成为“四上”企业的高新技术企业研发奖励 (shanghai/2023-several/four-above-rd-reward)
-- 上海市助力中小微企业稳增长调结构强能力若干措施 · art-2 · 有效期 2023-05-17 至 未见截止日
-- 事实与资质按 2025-09-01，规则与年度按 2025-09-01（申报日）。
WITH facts AS (
  -- 规则所用的指标。NULL 表示不知道；金额以分计；DATE '2299-12-31' 表示从未。
  SELECT
    uscc,
    enterprise_district,                  -- 所在区
    enterprise_employees_2024,            -- 从业人员 2024, 人
    enterprise_four_above_first_on,       -- 首次成为“四上”企业的日期
    enterprise_industry,                  -- 国民经济行业
    enterprise_is_registered_in_shanghai, -- 在上海注册
    enterprise_rd_spending_2024,          -- 研发费用 2024，分
    enterprise_revenue_2024,              -- 营业收入 2024，分
    enterprise_size_class,                -- 企业划型
    enterprise_total_assets_2024,         -- 资产总额 2024，分
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
        WHEN qualification_high_tech_granted_on <= toDate32('2025-09-01')
          AND qualification_high_tech_valid_until >= toDate32('2025-09-01')
          AND qualification_high_tech_valid_until <> toDate32('2299-12-31')
          THEN TRUE
        WHEN qualification_high_tech_granted_on > toDate32('2025-09-01')
          OR qualification_high_tech_valid_until < toDate32('2025-09-01')
          OR qualification_high_tech_valid_until = toDate32('2299-12-31')
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
    END AS amount_high_1,
    -- enterprise.size_class · 企业划型: 按 enterprise.industry 取 size_class 的行（1 A; 2 B C D; 3 E; 4 51;
    --   5 52; 6 54 55 56 57 58 591; 7 59; 8 60; 9 61 62; 10 63 64; 11 65; 12 701; 13 702; 14 L; 15 K
    --   M N O R 85）
    CASE
      WHEN enterprise_industry = 'H' THEN 9
      WHEN enterprise_industry = 'K' THEN CAST(NULL AS Nullable(Int32))
      WHEN SUBSTRING(enterprise_industry, 1, 3) = '591' THEN 6
      WHEN SUBSTRING(enterprise_industry, 1, 3) = '701' THEN 12
      WHEN SUBSTRING(enterprise_industry, 1, 3) = '702' THEN 13
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '01', '02', '03', '04', '05'
        ))
        THEN 1
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20',
          '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35',
          '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46'
        ))
        THEN 2
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '47', '48', '49', '50'
        ))
        THEN 3
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '51' THEN 4
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '52' THEN 5
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '54', '55', '56', '57', '58'
        ))
        THEN 6
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '59' THEN 7
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '60' THEN 8
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('61', '62'))
        THEN 9
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('63', '64'))
        THEN 10
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '65' THEN 11
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('71', '72'))
        THEN 14
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '70', '73', '74', '75', '76', '77', '78', '79', '80', '81', '82', '85', '86', '87', '88',
          '89', '90'
        ))
        THEN 15
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'A' THEN 1
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 1) IN (
          'B', 'C', 'D'
        ))
        THEN 2
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'E' THEN 3
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'L' THEN 14
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 1) IN (
          'K', 'M', 'N', 'O', 'R'
        ))
        THEN 15
    END AS enterprise_size_class_row
  FROM facts AS s
),
step_2 AS (
  SELECT
    s.*,
    -- 可以确定的金额（整分）：enterprise.rd_spending@2024 的 5%，不超过 50000000 分
    intDiv(amount_low_1, 20) AS benefit_low,
    -- 最多可能的金额；NULL 为没有上限
    intDiv(amount_high_1, 20) AS benefit_high,
    -- 按该行第 1 个指标所属的档
    CASE
      WHEN enterprise_size_class_row = 1
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('20000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 500000000 THEN 1
          WHEN enterprise_revenue_2024 >= 50000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 2
        THEN CASE
          WHEN enterprise_employees_2024 >= 1000 THEN 0
          WHEN enterprise_employees_2024 >= 300 THEN 1
          WHEN enterprise_employees_2024 >= 20 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 3
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('80000000000') THEN 0
          WHEN enterprise_revenue_2024 >= toInt64('6000000000') THEN 1
          WHEN enterprise_revenue_2024 >= 300000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 4
        THEN CASE
          WHEN enterprise_employees_2024 >= 200 THEN 0
          WHEN enterprise_employees_2024 >= 20 THEN 1
          WHEN enterprise_employees_2024 >= 5 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 5
        THEN CASE
          WHEN enterprise_employees_2024 >= 300 THEN 0
          WHEN enterprise_employees_2024 >= 50 THEN 1
          WHEN enterprise_employees_2024 >= 10 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 6
        THEN CASE
          WHEN enterprise_employees_2024 >= 1000 THEN 0
          WHEN enterprise_employees_2024 >= 300 THEN 1
          WHEN enterprise_employees_2024 >= 20 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 7
        THEN CASE
          WHEN enterprise_employees_2024 >= 200 THEN 0
          WHEN enterprise_employees_2024 >= 100 THEN 1
          WHEN enterprise_employees_2024 >= 20 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 8
        THEN CASE
          WHEN enterprise_employees_2024 >= 1000 THEN 0
          WHEN enterprise_employees_2024 >= 300 THEN 1
          WHEN enterprise_employees_2024 >= 20 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 9
        THEN CASE
          WHEN enterprise_employees_2024 >= 300 THEN 0
          WHEN enterprise_employees_2024 >= 100 THEN 1
          WHEN enterprise_employees_2024 >= 10 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 10
        THEN CASE
          WHEN enterprise_employees_2024 >= 2000 THEN 0
          WHEN enterprise_employees_2024 >= 100 THEN 1
          WHEN enterprise_employees_2024 >= 10 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 11
        THEN CASE
          WHEN enterprise_employees_2024 >= 300 THEN 0
          WHEN enterprise_employees_2024 >= 100 THEN 1
          WHEN enterprise_employees_2024 >= 10 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 12
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('200000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 1000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 100000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 13
        THEN CASE
          WHEN enterprise_employees_2024 >= 1000 THEN 0
          WHEN enterprise_employees_2024 >= 300 THEN 1
          WHEN enterprise_employees_2024 >= 100 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 14
        THEN CASE
          WHEN enterprise_employees_2024 >= 300 THEN 0
          WHEN enterprise_employees_2024 >= 100 THEN 1
          WHEN enterprise_employees_2024 >= 10 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 15
        THEN CASE
          WHEN enterprise_employees_2024 >= 300 THEN 0
          WHEN enterprise_employees_2024 >= 100 THEN 1
          WHEN enterprise_employees_2024 >= 10 THEN 2
          WHEN enterprise_employees_2024 IS NOT NULL THEN 3
        END
    END AS enterprise_size_class_by_1,
    -- 按该行第 2 个指标所属的档
    CASE
      WHEN enterprise_size_class_row = 1 THEN 0
      WHEN enterprise_size_class_row = 2
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('40000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 2000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 300000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 3
        THEN CASE
          WHEN enterprise_total_assets_2024 >= toInt64('80000000000') THEN 0
          WHEN enterprise_total_assets_2024 >= toInt64('5000000000') THEN 1
          WHEN enterprise_total_assets_2024 >= 300000000 THEN 2
          WHEN enterprise_total_assets_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 4
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('40000000000') THEN 0
          WHEN enterprise_revenue_2024 >= toInt64('5000000000') THEN 1
          WHEN enterprise_revenue_2024 >= 1000000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 5
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('20000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 500000000 THEN 1
          WHEN enterprise_revenue_2024 >= 100000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 6
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('30000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 3000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 200000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 7
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('30000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 1000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 100000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 8
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('30000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 2000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 100000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 9
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('10000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 2000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 100000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 10
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('100000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 1000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 100000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 11
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('10000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 1000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 50000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 12
        THEN CASE
          WHEN enterprise_total_assets_2024 >= toInt64('10000000000') THEN 0
          WHEN enterprise_total_assets_2024 >= toInt64('5000000000') THEN 1
          WHEN enterprise_total_assets_2024 >= 2000000000 THEN 2
          WHEN enterprise_total_assets_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 13
        THEN CASE
          WHEN enterprise_revenue_2024 >= toInt64('5000000000') THEN 0
          WHEN enterprise_revenue_2024 >= 1000000000 THEN 1
          WHEN enterprise_revenue_2024 >= 500000000 THEN 2
          WHEN enterprise_revenue_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 14
        THEN CASE
          WHEN enterprise_total_assets_2024 >= toInt64('120000000000') THEN 0
          WHEN enterprise_total_assets_2024 >= toInt64('8000000000') THEN 1
          WHEN enterprise_total_assets_2024 >= 100000000 THEN 2
          WHEN enterprise_total_assets_2024 IS NOT NULL THEN 3
        END
      WHEN enterprise_size_class_row = 15 THEN 0
    END AS enterprise_size_class_by_2
  FROM step_1 AS s
),
step_3 AS (
  SELECT
    s.*,
    -- 仍有可能的最高档：0 large, 1 medium, 2 small, 3 micro
    CASE
      WHEN enterprise_size_class_row IS NOT NULL
        THEN GREATEST(COALESCE(enterprise_size_class_by_1, 0), COALESCE(enterprise_size_class_by_2, 0))
    END AS enterprise_size_class_best,
    -- 仍有可能的最低档
    CASE
      WHEN enterprise_size_class_row IS NOT NULL
        THEN GREATEST(COALESCE(enterprise_size_class_by_1, 3), COALESCE(enterprise_size_class_by_2, 3))
    END AS enterprise_size_class_worst
  FROM step_2 AS s
),
step_4 AS (
  SELECT
    s.*,
    -- enterprise.size_class · 企业划型
    COALESCE(
      enterprise_size_class,
      CASE
        WHEN enterprise_size_class_best = 0 AND enterprise_size_class_worst = 0 THEN 'large'
        WHEN enterprise_size_class_best = 1 AND enterprise_size_class_worst = 1 THEN 'medium'
        WHEN enterprise_size_class_best = 2 AND enterprise_size_class_worst = 2 THEN 'small'
        WHEN enterprise_size_class_best = 3 AND enterprise_size_class_worst = 3 THEN 'micro'
      END
    ) AS enterprise_size_class_resolved
  FROM step_3 AS s
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
      enterprise_four_above_first_on >= toDate32('2023-05-17')
      AND enterprise_four_above_first_on <> toDate32('2299-12-31')
    ) AS c3
  FROM step_4 AS s
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
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_low AS Nullable(Int64)) END AS amount_low,
    CASE WHEN verdict <> 'unmet' THEN CAST(benefit_high AS Nullable(Int64)) END AS amount_high,
    CASE
      WHEN verdict = 'unmet' THEN CAST(NULL AS Nullable(String))
      WHEN benefit_low = benefit_high THEN 'exact'
      WHEN enterprise_rd_spending_2024 IS NULL AND amount_low_1 <> amount_high_1 THEN 'unknown'
      ELSE 'by-officer'
    END AS amount_status
  FROM verdicts AS s
),
groups AS (
  SELECT
    'district' AS dimension,
    COALESCE(enterprise_district, '(not known)') AS code,
    verdict, amount_low, amount_high, amount_status
  FROM amounts
  UNION ALL
  SELECT
    'size_class' AS dimension,
    COALESCE(enterprise_size_class_resolved, '(not known)') AS code,
    verdict, amount_low, amount_high, amount_status
  FROM amounts
  UNION ALL
  SELECT
    'industry' AS dimension,
    CASE
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '01', '02', '03', '04', '05'
        ))
        THEN 'A'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '06', '07', '08', '09', '10', '11', '12'
        ))
        THEN 'B'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27',
          '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42',
          '43'
        ))
        THEN 'C'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '44', '45', '46'
        ))
        THEN 'D'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '47', '48', '49', '50'
        ))
        THEN 'E'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('51', '52'))
        THEN 'F'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '53', '54', '55', '56', '57', '58', '59', '60'
        ))
        THEN 'G'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('61', '62'))
        THEN 'H'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '63', '64', '65'
        ))
        THEN 'I'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '66', '67', '68', '69'
        ))
        THEN 'J'
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '70' THEN 'K'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('71', '72'))
        THEN 'L'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '73', '74', '75'
        ))
        THEN 'M'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '76', '77', '78', '79'
        ))
        THEN 'N'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '80', '81', '82'
        ))
        THEN 'O'
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '83' THEN 'P'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN ('84', '85'))
        THEN 'Q'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '86', '87', '88', '89', '90'
        ))
        THEN 'R'
      WHEN if(enterprise_industry IS NULL, NULL, SUBSTRING(enterprise_industry, 1, 2) IN (
          '91', '92', '93', '94', '95', '96'
        ))
        THEN 'S'
      WHEN SUBSTRING(enterprise_industry, 1, 2) = '97' THEN 'T'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'A' THEN 'A'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'B' THEN 'B'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'C' THEN 'C'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'D' THEN 'D'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'E' THEN 'E'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'F' THEN 'F'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'G' THEN 'G'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'H' THEN 'H'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'I' THEN 'I'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'J' THEN 'J'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'K' THEN 'K'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'L' THEN 'L'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'M' THEN 'M'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'N' THEN 'N'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'O' THEN 'O'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'P' THEN 'P'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'Q' THEN 'Q'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'R' THEN 'R'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'S' THEN 'S'
      WHEN SUBSTRING(enterprise_industry, 1, 1) = 'T' THEN 'T'
      ELSE '(not known)'
    END AS code,
    verdict, amount_low, amount_high, amount_status
  FROM amounts
)
SELECT
  dimension,
  code,
  COUNT(*) AS answered,
  COUNT(CASE WHEN verdict = 'met' THEN 1 END) AS met,
  COUNT(CASE WHEN verdict = 'unmet' THEN 1 END) AS unmet,
  COUNT(CASE WHEN verdict = 'unknown' THEN 1 END) AS unknown,
  COUNT(CASE WHEN verdict = 'needs-review' THEN 1 END) AS needs_review,
  COUNT(CASE WHEN verdict = 'not-in-force' THEN 1 END) AS not_in_force,
  -- 确定符合者的合计，以分计；其中有人的金额没有上限时，不给高值合计。
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
FROM groups
GROUP BY dimension, code
ORDER BY dimension, code
SETTINGS join_use_nulls = 1;
