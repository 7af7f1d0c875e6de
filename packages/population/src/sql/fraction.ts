import type { Exact } from '@huiqi/domain'
import { compare, exact, multiply } from '@huiqi/domain'
import type { ComparisonSign, Sql } from './sql-node.ts'
import { comparison } from './truth-sql.ts'
import {
  constant,
  constantOf,
  minus,
  NOTHING,
  negated,
  pick,
  plus,
  times,
  type Whole,
} from './whole.ts'

/** A number `n / d`; `d` is positive wherever `n` is known. Nothing is ever divided to get it. */
export interface Fraction {
  readonly n: Whole
  readonly d: Whole
}

/** A number that a decimal column states as it stands; its bounds count millionths. */
export interface Decimal {
  readonly sql: Sql
  readonly low: bigint
  readonly high: bigint
}

/** A number: a decimal as the table has it, or a fraction of whole numbers. */
export type NumberSql =
  | { readonly kind: 'decimal'; readonly decimal: Decimal }
  | ({ readonly kind: 'fraction' } & Fraction)

/** How many decimals a decimal column has. */
export const DECIMALS = 6
const MILLION = 10n ** BigInt(DECIMALS)

/** `n / d` as a number. */
export const fraction = (n: Whole, d: Whole = constant(1)): NumberSql => ({
  kind: 'fraction',
  n,
  d,
})

/** An exact constant. */
export const fractionOf = (value: Exact): Fraction => ({
  n: constant(value.n),
  d: constant(value.d),
})

/** A whole number as a fraction. */
export const wholeFraction = (n: Whole): Fraction => ({ n, d: constant(1) })

/** The number as a fraction of whole numbers. */
export const toFraction = (number: NumberSql): Fraction => {
  if (number.kind === 'fraction') return number
  const { sql, low, high } = number.decimal
  return {
    n: { sql: { kind: 'millionths', operand: sql }, low, high, width: 'big' },
    d: constant(MILLION),
  }
}

/** The exact value of a constant; null for anything else. */
export const exactOf = ({ n, d }: Fraction): Exact | null => {
  const [top, bottom] = [constantOf(n), constantOf(d)]
  return top === null || bottom === null ? null : exact(top, bottom)
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** What each side is multiplied with to have one denominator. */
const factors = (a: Whole, b: Whole): { readonly left: Whole; readonly right: Whole } => {
  const [x, y] = [constantOf(a), constantOf(b)]
  if (x === null || y === null) return isSame(a.sql, b.sql) ? ONES : { left: b, right: a }
  const divisor = greatestCommonDivisor(x, y)
  return { left: constant(y / divisor), right: constant(x / divisor) }
}

const ONES = { left: constant(1), right: constant(1) }

const isSame = (a: Sql, b: Sql): boolean =>
  a.kind === 'column' && b.kind === 'column' && a.name === b.name

const combine = (
  a: Fraction,
  b: Fraction,
  join: (left: Whole, right: Whole) => Whole,
): Fraction => {
  const [x, y] = align(a, b)
  return { n: join(x.n, y.n), d: x.d }
}

/** Both numbers over one denominator, which is constant when theirs are. */
export const align = (a: Fraction, b: Fraction): readonly [Fraction, Fraction] => {
  const { left, right } = factors(a.d, b.d)
  const d = times(a.d, left)
  return [
    { n: times(a.n, left), d },
    { n: times(b.n, right), d },
  ]
}

/** `a + b` */
export const addFractions = (a: Fraction, b: Fraction): Fraction => combine(a, b, plus)

/** `a - b` */
export const subtractFractions = (a: Fraction, b: Fraction): Fraction => combine(a, b, minus)

/** `a * b` */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => {
  const [x, y] = [exactOf(a), exactOf(b)]
  if (x !== null && y !== null) return fractionOf(multiply(x, y))
  return { n: times(a.n, b.n), d: times(a.d, b.d) }
}

/** `-a` */
export const negateFraction = ({ n, d }: Fraction): Fraction => ({ n: negated(n), d })

const isPositive = (whole: Whole): Sql => comparison('>', whole.sql, constant(0).sql)
const isNegative = (whole: Whole): Sql => comparison('<', whole.sql, constant(0).sql)

/** A denominator: positive wherever it counts. */
const positive = (whole: Whole): Whole => ({ ...whole, low: whole.low < 1n ? 1n : whole.low })

/** `a / b`; NULL when `b` is zero, so that no row fails and none passes. */
export const divideFractions = (a: Fraction, b: Fraction): Fraction => {
  const divisor = exactOf(b)
  if (divisor !== null && divisor.n !== 0n) {
    return multiplyFractions(a, fractionOf(exact(divisor.d, divisor.n)))
  }
  const top = times(a.n, b.d)
  const bottom = times(a.d, b.n)
  if (b.n.low >= 0n) {
    return { n: pick([{ when: isPositive(b.n), gives: top }], null), d: positive(bottom) }
  }
  const branches = (above: Whole) => [
    { when: isPositive(b.n), gives: above },
    { when: isNegative(b.n), gives: negated(above) },
  ]
  return { n: pick(branches(top), null), d: positive(pick(branches(bottom), null)) }
}

const crossMultiplied = (sign: ComparisonSign, a: Fraction, b: Fraction): Sql => {
  const { left, right } = factors(a.d, b.d)
  return comparison(sign, times(a.n, left).sql, times(b.n, right).sql)
}

const SWAPPED: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

const asLiteral = (value: Exact): Sql | null => {
  if (value.d === 1n) return { kind: 'integer', value: value.n }
  return MILLION % value.d === 0n ? { kind: 'decimal', value } : null
}

const decimalWith = (sign: ComparisonSign, decimal: Decimal, other: NumberSql): Sql | null => {
  if (other.kind === 'decimal') return comparison(sign, decimal.sql, other.decimal.sql)
  const value = exactOf(other)
  const literal = value === null ? null : asLiteral(value)
  return literal === null ? null : comparison(sign, decimal.sql, literal)
}

const toSign = (order: number): Sql => ({ kind: 'integer', value: BigInt(order) })

/** A comparison of two numbers, cross-multiplied so that nothing is rounded; NULL leaves it open. */
export const compareNumbers = (sign: ComparisonSign, a: NumberSql, b: NumberSql): Sql => {
  if (a.kind === 'decimal') {
    const direct = decimalWith(sign, a.decimal, b)
    if (direct !== null) return direct
  }
  if (a.kind === 'fraction' && b.kind === 'decimal') {
    const direct = decimalWith(SWAPPED[sign], b.decimal, a)
    if (direct !== null) return direct
  }
  const [left, right] = [toFraction(a), toFraction(b)]
  const [x, y] = [exactOf(left), exactOf(right)]
  if (x !== null && y !== null) return comparison(sign, toSign(compare(x, y)), toSign(0))
  return crossMultiplied(sign, left, right)
}

/** A number that is never known. */
export const UNKNOWN_NUMBER: NumberSql = {
  kind: 'fraction',
  n: NOTHING,
  d: constant(1),
}

/** What is NULL exactly where the number is not known. */
export const valueSqlOf = (number: NumberSql): Sql =>
  number.kind === 'decimal' ? number.decimal.sql : number.n.sql
