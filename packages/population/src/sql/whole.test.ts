import { describe, expect, test } from 'vitest'
import { DIALECTS } from './dialect.ts'
import { printFlat } from './print-sql.ts'
import { column } from './truth-sql.ts'
import {
  constant,
  minus,
  negated,
  orElse,
  pick,
  plus,
  quotient,
  times,
  type Whole,
} from './whole.ts'

const SAFE = 9_007_199_254_740_991n
const money: Whole = { sql: column('m'), low: -SAFE, high: SAFE, width: 'big' }
const count: Whole = { sql: column('n'), low: 0n, high: 1000n, width: 'big' }
const points: Whole = { sql: column('p'), low: 0n, high: 100n, width: 'int' }
const holds = column('c')

const text = ({ sql }: Whole): string => printFlat(sql, DIALECTS.duckdb)

test.each([
  ['constants', plus(constant(2), constant(3)), '5'],
  ['plus zero', plus(money, constant(0)), 'm'],
  ['minus zero', minus(money, constant(0)), 'm'],
  ['times one', times(constant(1), money), 'm'],
  ['times zero stays open', times(money, constant(0)), 'm * 0'],
  ['the opposite', negated(count), '0 - n'],
  ['within 64 bits', times(money, constant(400)), 'm * 400'],
  ['beyond 64 bits', times(money, money), 'CAST(m AS HUGEINT) * m'],
  [
    'a constant never carries the cast',
    times(constant(10_000), money),
    '10000 * CAST(m AS HUGEINT)',
  ],
  ['beyond 32 bits', times(points, constant(100_000_000)), 'CAST(p AS BIGINT) * 100000000'],
  ['a quotient of counts', quotient(count, constant(7)), '(n // 7)'],
  ['a quotient by one', quotient(money, constant(1)), 'm'],
  [
    'a quotient that may be negative is floored by hand',
    quotient(money, constant(7)),
    'CASE WHEN m >= 0 THEN (m // 7) WHEN m < 0 THEN 0 - ((6 - m) // 7) END',
  ],
  [
    'a sum of a CASE goes into it',
    minus(pick([{ when: holds, gives: count }], null), count),
    'CASE WHEN c THEN n - n END',
  ],
  [
    'a CASE that always holds',
    pick([{ when: { kind: 'truth', value: true }, gives: count }], money),
    'n',
  ],
  ['else another', orElse(money, count), 'COALESCE(m, n)'],
])('%s', (_, whole, expected) => {
  expect(text(whole)).toBe(expected)
})

describe('bounds', () => {
  test.each([
    ['sum', plus(count, constant(1)), [1n, 1001n]],
    ['difference', minus(count, points), [-100n, 1000n]],
    ['product with a negative', times(count, constant(-2)), [-2000n, 0n]],
    ['quotient', quotient(count, constant(7)), [0n, 142n]],
    ['one of two', orElse(count, constant(-5)), [-5n, 1000n]],
  ])('of a %s', (_, { low, high }, expected) => {
    expect([low, high]).toEqual(expected)
  })
})
