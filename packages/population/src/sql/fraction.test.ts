import { exact } from '@huiqi/domain'
import { expect, test } from 'vitest'
import { DIALECTS } from './dialect.ts'
import {
  addFractions,
  compareNumbers,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  type NumberSql,
  subtractFractions,
  toFraction,
} from './fraction.ts'
import { printFlat } from './print-sql.ts'
import { column } from './truth-sql.ts'
import { constant, type Whole } from './whole.ts'

const whole = (name: string, low = 0n): Whole => ({
  sql: column(name),
  low,
  high: 1_000_000n,
  width: 'big',
})
const over = (n: Whole, d: Whole = constant(1)): Fraction => ({ n, d })
const number = (fraction: Fraction): NumberSql => ({ kind: 'fraction', ...fraction })
const bound = (n: number, d = 1): NumberSql => number(fractionOf(exact(n, d)))
const decimal: NumberSql = {
  kind: 'decimal',
  decimal: { sql: column('r'), low: 0n, high: 1_000_000n },
}
const ratio = over(whole('n'), whole('d', 1n))

const text = ({ n, d }: Fraction): string =>
  [n, d].map(({ sql }) => printFlat(sql, DIALECTS.postgresql)).join(' / ')

test.each([
  [
    'a ratio is cross-multiplied',
    compareNumbers('>=', number(ratio), bound(3, 100)),
    'n * 100 >= 3 * d',
  ],
  [
    'a whole number against thirds',
    compareNumbers('<', number(over(whole('n'))), bound(1, 3)),
    'n * 3 < 1',
  ],
  [
    'a decimal against what a decimal can say',
    compareNumbers('>=', decimal, bound(3, 100)),
    'r >= 0.03',
  ],
  [
    'a decimal against thirds',
    compareNumbers('>', decimal, bound(1, 3)),
    'CAST(r * 1000000 AS BIGINT) * 3 > 1000000',
  ],
  ['a bound before a decimal', compareNumbers('<=', bound(1, 2), decimal), 'r >= 0.5'],
  ['two decimals', compareNumbers('=', decimal, decimal), 'r = r'],
  [
    'two ratios',
    compareNumbers('=', number(ratio), number(over(whole('x'), whole('y', 1n)))),
    'n * y = x * d',
  ],
  [
    'two ratios over one column',
    compareNumbers('>', number(ratio), number(over(whole('m'), whole('d', 1n)))),
    'n > m',
  ],
  ['two constants', compareNumbers('<', bound(1, 3), bound(1, 2)), 'TRUE'],
])('%s', (_, sql, expected) => {
  expect(printFlat(sql, DIALECTS.postgresql)).toBe(expected)
})

test.each([
  [
    'a sum over one denominator',
    addFractions(over(whole('a'), constant(4)), over(whole('b'), constant(6))),
    'a * 3 + b * 2 / 12',
  ],
  ['a difference of ratios', subtractFractions(ratio, over(constant(1))), 'n - d / d'],
  ['a product', multiplyFractions(ratio, fractionOf(exact(1, 20))), 'n / d * 20'],
  [
    'a quotient lacks a value where the divisor is zero',
    divideFractions(over(whole('a')), over(whole('b'))),
    'CASE WHEN b > 0 THEN a END / b',
  ],
  [
    'a divisor below zero turns both signs',
    divideFractions(over(whole('a')), over(whole('b', -5n))),
    'CASE WHEN b > 0 THEN a WHEN b < 0 THEN 0 - a END / CASE WHEN b > 0 THEN b WHEN b < 0 THEN 0 - b END',
  ],
  ['a constant divisor', divideFractions(over(whole('a')), fractionOf(exact(2, 3))), 'a * 3 / 2'],
  ['a decimal as a fraction', toFraction(decimal), 'CAST(r * 1000000 AS BIGINT) / 1000000'],
])('%s', (_, fraction, expected) => {
  expect(text(fraction)).toBe(expected)
})
