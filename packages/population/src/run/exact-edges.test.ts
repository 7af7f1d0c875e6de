import { exact } from '@huiqi/domain'
import type { Amount, Measure } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { compilePopulation } from '../compile/program.ts'
import { signOf, signsOfBits, tallyOf, verdictsOf } from '../testing/row-answers.ts'
import {
  atLeast,
  CLOCK,
  compared,
  group,
  guard,
  holds,
  is,
  leaf,
  lessThan,
  measureWith,
  operand,
  reference,
  rulesWith,
} from '../testing/test-rules.ts'
import { type Columns, tableOf } from '../testing/test-table.ts'
import { matchRows } from './match-rows.ts'
import { openPopulation } from './open-population.ts'

const opened = (measure: Measure, columns: Columns) => {
  const rulebook = rulesWith(measure)
  const table = tableOf(rulebook, columns)
  return { rulebook, table, clock: CLOCK }
}

const signs = (condition: Measure['eligible'], columns: Columns) => {
  const measure = measureWith('edge', condition)
  const asked = opened(measure, columns)
  const plain = verdictsOf(asked, measure).map(signOf).join('')
  const fast = signsOfBits(
    openPopulation(asked.table, asked, []).matchOne(measure),
    asked.table.rows,
  )
  return { plain, fast }
}

const agreed = (text: string) => ({ plain: text, fast: text })

const REVENUE = 'enterprise.revenue@2024'
const RD = 'enterprise.rd_spending@2024'

/** Spending one fen below, at and one fen above three hundredths of a revenue in hundreds of fen. */
const aroundThree = (revenues: readonly number[]): Columns => ({
  [REVENUE]: revenues.flatMap((revenue) => [revenue, revenue, revenue]),
  [RD]: revenues.flatMap((revenue) => {
    const third = (revenue / 100) * 3
    return [third - 1, third, third + 1]
  }),
})

const REVENUES = [100, 100_000, 123_456_789_000, 70_000_000_000_000, 3_000_000_000_000_000]

describe('a quotient one fen from a bound', () => {
  const columns = aroundThree(REVENUES)
  test.each([
    ['at-least', '-++'],
    ['more-than', '--+'],
    ['at-most', '++-'],
    ['less-than', '+--'],
    ['is', '-+-'],
    ['is-not', '+-+'],
  ] as const)('%s 3 %% of revenue', (word, three) => {
    const condition = leaf('enterprise.rd_ratio@last', compared(word, exact(3, 100)))
    expect(signs(condition, columns)).toEqual(agreed(three.repeat(REVENUES.length)))
  })

  test('a third is not the double nearest to it', () => {
    const condition = leaf('enterprise.rd_ratio@last', is(exact(1, 3)))
    const thirds = [3, 300, 29_999_999_999_997, 9_007_199_254_740_990]
    const found = signs(condition, {
      [REVENUE]: [...thirds, 3_000_000_000_000_000],
      [RD]: [...thirds.map((revenue) => revenue / 3), 1_000_000_000_000_001],
    })
    expect(found).toEqual(agreed('++++-'))
  })

  test('growth of exactly a tenth', () => {
    const condition = leaf('enterprise.growth@last', compared('more-than', exact(1, 10)))
    const found = signs(condition, {
      'enterprise.revenue@2023': [1_000_000_000_010, 1_000_000_000_010, 10, 30],
      [REVENUE]: [1_100_000_000_011, 1_100_000_000_012, 11, 33],
    })
    expect(found).toEqual(agreed('-+--'))
  })
})

const SAFE = Number.MAX_SAFE_INTEGER

describe('differences and products beyond what doubles tell', () => {
  test.each([
    [
      'a sum past 2^53',
      'last(enterprise.revenue) + enterprise.assets > yuan(90071992547409.92)',
      '-+',
    ],
    [
      'a sum at 2^53',
      'last(enterprise.revenue) + enterprise.assets >= yuan(90071992547409.92)',
      '++',
    ],
    ['a product', '3 * last(enterprise.revenue) > 3 * yuan(90071992547409.90)', '++'],
    [
      'products that differ by one fen',
      '1000000001 * last(enterprise.revenue) > 1000000000 * last(enterprise.revenue) + yuan(90071992547409.90)',
      '++',
    ],
  ])('%s', (_, formula, expected) => {
    const columns = { [REVENUE]: [SAFE, SAFE], 'enterprise.assets': [1, 2] }
    expect(signs(holds(formula), columns)).toEqual(agreed(expected))
  })

  test('one fen beside the greatest figure that is stored', () => {
    const condition = leaf('enterprise.revenue@last', atLeast(SAFE), lessThan(exact(2n ** 53n)))
    expect(signs(condition, { [REVENUE]: [SAFE - 1, SAFE, null] })).toEqual(agreed('-+?'))
  })
})

const rate = (n: number, d: number, of = 'enterprise.revenue@last'): Amount => ({
  kind: 'rate',
  rate: operand(exact(n, d)),
  of: reference(of),
})

const moneyOf = (
  amount: Amount,
  columns: Columns,
  condition: Measure['eligible'] = group('all'),
) => {
  const measure = measureWith('money', condition, amount)
  const asked = opened(measure, columns)
  const [found] = matchRows(asked.table, compilePopulation([measure], asked)).measures
  const { money } = tallyOf(measure, verdictsOf(asked, measure), CLOCK)
  return { fast: found?.money, plain: money }
}

const total = (low: bigint, high = low, rest: { unbounded?: number; unknown?: number } = {}) => {
  const money = { low, high, unbounded: 0, unknown: 0, ...rest }
  return { fast: money, plain: money }
}

const many = (count: number, value: number): readonly number[] => Array(count).fill(value)

describe('totals to the fen', () => {
  test('of sums beyond 2^53', () => {
    const columns = { [REVENUE]: many(1000, SAFE) }
    expect(moneyOf(rate(1, 1), columns)).toEqual(total(1000n * BigInt(SAFE)))
    expect(moneyOf(rate(1, 3), columns)).toEqual(total(1000n * (BigInt(SAFE) / 3n)))
  })

  test('of sums that pass 2^51 many times', () => {
    const value = 2 ** 40 + 1
    const columns = { [REVENUE]: many(9000, value) }
    expect(moneyOf(rate(1, 1), columns)).toEqual(total(9000n * BigInt(value)))
  })

  test('of the same figure for everyone', () => {
    const figure = 2 ** 45 + 1
    const fixed: Amount = { kind: 'fixed', value: operand(figure) }
    expect(moneyOf(fixed, { [REVENUE]: many(999, 1) })).toEqual(total(999n * BigInt(figure)))
  })

  test('of a floor for those whose base is missing', () => {
    const floor = 2 ** 45 + 1
    const amount: Amount = {
      kind: 'limited',
      amount: rate(1, 10),
      cap: null,
      floor: operand(floor),
      round: null,
    }
    const columns = { [REVENUE]: Array(999).fill(null) }
    const rest = { unbounded: 999, unknown: 999 }
    expect(moneyOf(amount, columns)).toEqual(total(999n * BigInt(floor), 0n, rest))
  })

  test('of a quotient that no double holds', () => {
    const columns = { [REVENUE]: [100, 100, 100, 7], [RD]: [29, 57, 58, 3] }
    expect(moneyOf(rate(100, 1, 'enterprise.rd_ratio@last'), columns)).toEqual(total(186n))
  })

  test('of shares brought down row by row, not of the sum', () => {
    const columns = { [REVENUE]: [9, 19, 10, 1, 0, -50] }
    expect(moneyOf(rate(1, 10), columns)).toEqual(total(2n))
  })
})

describe('a missing base is an amount that is not known', () => {
  const HALF = { [REVENUE]: [100, null, 300, null, -5] }
  const capped: Amount = {
    kind: 'limited',
    amount: rate(1, 10),
    cap: operand(25),
    floor: null,
    round: null,
  }

  test.each<[string, Amount, bigint, bigint, { unbounded?: number; unknown?: number }]>([
    ['without a cap', rate(1, 10), 40n, 40n, { unbounded: 2, unknown: 2 }],
    ['with a cap', capped, 35n, 85n, { unknown: 2 }],
    ['up to a cap', { kind: 'at-most', amount: capped }, 0n, 85n, { unknown: 2 }],
    [
      'from a share up',
      { kind: 'at-least', amount: capped },
      35n,
      0n,
      { unbounded: 5, unknown: 2 },
    ],
    ['a rate of nothing', rate(0, 1), 0n, 0n, { unbounded: 2, unknown: 2 }],
  ])('%s', (_, amount, low, high, rest) => {
    expect(moneyOf(amount, HALF)).toEqual(total(low, high, rest))
  })

  test('a cap at the floor settles it', () => {
    const amount: Amount = { ...capped, kind: 'limited', floor: operand(25) }
    expect(moneyOf(amount, HALF)).toEqual(total(125n))
  })

  test('only rows that certainly meet the condition are paid', () => {
    const columns = { ...HALF, 'enterprise.is_listed': [true, true, null, false, true] }
    const found = moneyOf(capped, columns, leaf('enterprise.is_listed', is(true)))
    expect(found).toEqual(total(10n, 35n, { unknown: 1 }))
  })

  test('an open guard leaves the bands on both sides possible', () => {
    const amount: Amount = {
      kind: 'first',
      bands: [
        {
          guards: [guard('enterprise.employees', atLeast(20))],
          amount: { kind: 'fixed', value: operand(90) },
        },
        { guards: [], amount: { kind: 'fixed', value: operand(40) } },
      ],
    }
    const columns = { 'enterprise.employees': [19, 20, null] }
    expect(moneyOf(amount, columns)).toEqual(total(170n, 220n, { unknown: 1 }))
  })

  test('bands that pay the same need no guard', () => {
    const fixed: Amount = { kind: 'fixed', value: operand(90) }
    const amount: Amount = {
      kind: 'first',
      bands: [
        { guards: [guard('enterprise.employees', atLeast(20))], amount: fixed },
        { guards: [], amount: fixed },
      ],
    }
    expect(moneyOf(amount, { 'enterprise.employees': [19, null] })).toEqual(total(180n))
  })
})
