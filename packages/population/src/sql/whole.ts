import type { ArithmeticNode, Sql, Width } from './sql-node.ts'
import { choose, comparison, firstKnown, isAlways } from './truth-sql.ts'

/** A whole number, NULL when it is not known; its bounds are those that the table is held to. */
export interface Whole {
  readonly sql: Sql
  readonly low: bigint
  readonly high: bigint
  /** As what the dialect keeps it at present. */
  readonly width: Width
}

const INT_BITS = 31
const BIG_BITS = 63

const bitsOf = (low: bigint, high: bigint): number => {
  const furthest = -low > high ? -low : high
  return furthest.toString(2).length
}

const widthFor = (low: bigint, high: bigint): Width => {
  const bits = bitsOf(low, high)
  if (bits <= INT_BITS) return 'int'
  return bits <= BIG_BITS ? 'big' : 'wide'
}

const ORDER: readonly Width[] = ['int', 'big', 'wide']

const widest = (...widths: readonly Width[]): Width =>
  ORDER[Math.max(...widths.map((width) => ORDER.indexOf(width)))] ?? 'wide'

/** A constant. */
export const constant = (value: bigint | number): Whole => {
  const exactly = BigInt(value)
  return {
    sql: { kind: 'integer', value: exactly },
    low: exactly,
    high: exactly,
    width: widthFor(exactly, exactly),
  }
}

/** The value of a constant; null for anything else. */
export const constantOf = ({ sql }: Whole): bigint | null =>
  sql.kind === 'integer' ? sql.value : null

/** A number that no row has. */
export const NOTHING: Whole = {
  sql: { kind: 'null', type: 'big' },
  low: 0n,
  high: 0n,
  width: 'big',
}

const castTo = (whole: Whole, width: Width): Whole => {
  if (whole.width === width) return whole
  return { ...whole, width, sql: { kind: 'cast', type: width, operand: whole.sql } }
}

/** The one value of a CASE that is NULL everywhere else. */
const onlyValue = ({ sql }: Whole): { readonly when: Sql; readonly gives: Sql } | null => {
  const [branch, ...more] = sql.kind === 'case' && sql.otherwise === null ? sql.branches : []
  return branch !== undefined && more.length === 0 ? branch : null
}

const operation = (
  kind: ArithmeticNode['kind'],
  [left, right]: readonly [Whole, Whole],
  [low, high]: readonly [bigint, bigint],
): Whole => {
  if (left.sql.kind === 'null' || right.sql.kind === 'null') return NOTHING
  const only = onlyValue(left)
  if (only !== null) {
    const inner = operation(kind, [{ ...left, sql: only.gives }, right], [low, high])
    return {
      ...inner,
      sql: { kind: 'case', branches: [{ ...only, gives: inner.sql }], otherwise: null },
    }
  }
  const needed = widthFor(low, high)
  const present = widest(left.width, right.width)
  const isTooNarrow = ORDER.indexOf(present) < ORDER.indexOf(needed)
  const isLeftConstant = constantOf(left) !== null
  const a = isTooNarrow && !isLeftConstant ? castTo(left, needed) : left
  const b = isTooNarrow && isLeftConstant ? castTo(right, needed) : right
  const sql: Sql = { kind, left: a.sql, right: b.sql, bits: bitsOf(low, high) }
  return { sql, low, high, width: widest(a.width, b.width) }
}

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b))
const greatest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b))

/** `a + b` */
export const plus = (a: Whole, b: Whole): Whole => {
  const [x, y] = [constantOf(a), constantOf(b)]
  if (x !== null && y !== null) return constant(x + y)
  if (x === 0n) return b
  if (y === 0n) return a
  return operation('sum', [a, b], [a.low + b.low, a.high + b.high])
}

/** `a - b` */
export const minus = (a: Whole, b: Whole): Whole => {
  const [x, y] = [constantOf(a), constantOf(b)]
  if (x !== null && y !== null) return constant(x - y)
  if (y === 0n) return a
  return operation('difference', [a, b], [a.low - b.high, a.high - b.low])
}

/** `-a` */
export const negated = (a: Whole): Whole => minus(constant(0), a)

/** `a * b`; a product with zero stays open while the other factor is. */
export const times = (a: Whole, b: Whole): Whole => {
  const [x, y] = [constantOf(a), constantOf(b)]
  if (x !== null && y !== null) return constant(x * y)
  if (x === 1n) return b
  if (y === 1n) return a
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return operation('product', [a, b], [least(corners), greatest(corners)])
}

const floorDivide = (n: bigint, d: bigint): bigint => (n < 0n ? -((d - 1n - n) / d) : n / d)

const ratio = (a: Whole, b: Whole): Whole => {
  const top = a.high < 0n ? 0n : a.high
  const divisor = constantOf(b) ?? 1n
  return operation('quotient', [a, b], [0n, top / divisor])
}

/** `a / b` towards minus infinity; `b` is positive. Dialects disagree on quotients of negative numbers. */
export const quotient = (a: Whole, b: Whole): Whole => {
  const [x, y] = [constantOf(a), constantOf(b)]
  if (x !== null && y !== null) return constant(floorDivide(x, y))
  if (y === 1n) return a
  if (a.low >= 0n) return ratio(a, b)
  const below = negated(ratio(minus(minus(b, constant(1)), a), b))
  const above = ratio(a, b)
  return pick(
    [
      { when: comparison('>=', a.sql, constant(0).sql), gives: above },
      { when: comparison('<', a.sql, constant(0).sql), gives: below },
    ],
    null,
  )
}

interface Choice {
  readonly when: Sql
  readonly gives: Whole
}

/** A CASE over whole numbers; NULL when no branch holds and nothing else is given. */
export const pick = (branches: readonly Choice[], otherwise: Whole | null): Whole => {
  const sure = branches.findIndex(({ when }) => isAlways(when, true))
  const reached = sure === -1 ? branches : branches.slice(0, sure)
  const live = reached.filter(({ when }) => !isAlways(when, false) && when.kind !== 'null')
  const rest = sure === -1 ? otherwise : (branches[sure]?.gives ?? otherwise)
  const values = [...live.map(({ gives }) => gives), ...(rest === null ? [] : [rest])]
  const [only] = values
  if (only === undefined) return NOTHING
  if (live.length === 0) return only
  const cases = live.map(({ when, gives }) => ({ when, gives: gives.sql }))
  return {
    sql: choose(cases, rest?.sql ?? null),
    low: least(values.map(({ low }) => low)),
    high: greatest(values.map(({ high }) => high)),
    width: widest(...values.map(({ width }) => width)),
  }
}

/** The same number where it is known, else the other one. */
export const orElse = (a: Whole, b: Whole): Whole => ({
  sql: firstKnown(a.sql, b.sql),
  low: least([a.low, b.low]),
  high: greatest([a.high, b.high]),
  width: widest(a.width, b.width),
})

/** The smaller of a number that is never NULL and a constant. */
export const atMost = (a: Whole, most: bigint): Whole => {
  if (a.high <= most) return a
  const value = constantOf(a)
  if (value !== null) return constant(most)
  const parts = [a.sql, constant(most).sql]
  return { ...a, sql: { kind: 'least', parts }, high: most }
}

const extreme = (kind: 'least' | 'greatest', values: readonly Whole[]): Whole => {
  const choice = kind === 'least' ? least : greatest
  return {
    sql: { kind, parts: values.map(({ sql }) => sql) },
    low: choice(values.map(({ low }) => low)),
    high: choice(values.map(({ high }) => high)),
    width: widest(...values.map(({ width }) => width)),
  }
}

/** The least of numbers that are never NULL. */
export const leastOf = (values: readonly Whole[]): Whole => extreme('least', values)

/** The greatest of numbers that are never NULL. */
export const greatestOf = (values: readonly Whole[]): Whole => extreme('greatest', values)
