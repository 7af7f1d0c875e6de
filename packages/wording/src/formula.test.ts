import { describe, expect, test } from 'vitest'
import { showFormula } from './formula.ts'
import { readerIn } from './sample.fixture.ts'

describe('a formula in words', () => {
  test.each([
    [
      'enterprise.revenue / previous(enterprise.revenue) - 1',
      '营业收入 ÷ 上一年营业收入 − 1',
      'Operating revenue ÷ Operating revenue of the year before − 1',
    ],
    [
      'last(enterprise.revenue) + last(enterprise.revenue, 2) + last(enterprise.revenue, 3)',
      '上年营业收入 + 前年营业收入 + 3 年前营业收入',
      "last year's Operating revenue + Operating revenue 2 years ago + Operating revenue 3 years ago",
    ],
    [
      'last(enterprise.revenue) >= yuan(1000000000)',
      '上年营业收入 ≥ 10 亿元',
      "last year's Operating revenue ≥ CNY 1,000,000,000",
    ],
    ['enterprise.kind in ("a", "b")', '类别 属于（a类、b类）', 'Kind one of (kind a, kind b)'],
    ['enterprise.staff * 2', '人数 × 2', 'Staff × 2'],
    ['enterprise.nothing <= 1', 'enterprise.nothing ≤ 1', 'enterprise.nothing ≤ 1'],
  ])('%s', (formula, zh, en) => {
    expect([showFormula(readerIn('zh'), formula), showFormula(readerIn('en'), formula)]).toEqual([
      zh,
      en,
    ])
  })
})
