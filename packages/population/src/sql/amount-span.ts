import type { Operand } from '@huiqi/engine'
import { DIALECTS } from './dialect.ts'
import {
  align,
  compareNumbers,
  type Fraction,
  fractionOf,
  multiplyFractions,
  toFraction,
} from './fraction.ts'
import { printFlat } from './print-sql.ts'
import { refuse } from './refusal.ts'
import { isOpen, type ResolvedSql } from './resolved-sql.ts'
import { define, operandOf, type Scope } from './scope.ts'
import { isCompound, type Sql } from './sql-node.ts'
import {
  all,
  any,
  comparison,
  FALSE,
  isAlways,
  isKnown,
  isNull,
  mayBeTrue,
  TRUE,
} from './truth-sql.ts'
import { constant, constantOf, NOTHING, orElse, pick, type Whole } from './whole.ts'

/**
 * What an amount may be, in fen: `low` is always known, `high` is NULL where no end is known. The marks are
 * two-valued: whether a fact is missing or to be reviewed, whether the text has a hole, whether an officer
 * decides within the range.
 */
export interface AmountSpan {
  readonly low: Fraction
  readonly high: Fraction
  readonly isOpen: Sql
  readonly hasGap: Sql
  readonly isByOfficer: Sql
}

const CLOSED = { isOpen: FALSE, hasGap: FALSE, isByOfficer: FALSE }
const ONE = constant(1)
const ZERO: Fraction = { n: constant(0), d: ONE }
const NO_END: Fraction = { n: NOTHING, d: ONE }

/** Exactly nothing. */
export const NO_AMOUNT: AmountSpan = { ...CLOSED, low: ZERO, high: ZERO }

/** Nothing is known, because the text has a hole. */
export const NOT_FOUND_SPAN: AmountSpan = { ...CLOSED, low: ZERO, high: NO_END, hasGap: TRUE }

/** A figure of the text on the day. */
export const operandSpan = (scope: Scope, operand: Operand): AmountSpan => {
  const value = operandOf(scope, operand)
  if (value === null) return NOT_FOUND_SPAN
  const isAmount = typeof value === 'object' && value.n >= 0n
  if (!isAmount) return refuse('not-supported', 'an amount that is no number or negative')
  const exactly = fractionOf(value)
  return { ...CLOSED, low: exactly, high: exactly }
}

/** An expression that is used again gets a column of its own. */
export const hoisted = (
  scope: Scope,
  name: string,
  { whole, remarks = [] }: { readonly whole: Whole; readonly remarks?: readonly string[] },
): Whole => {
  if (!isCompound(whole.sql)) return whole
  const count = [...scope.defined.keys()].filter((other) => other.startsWith(name)).length
  return { ...whole, sql: define(scope, `${name}_${count + 1}`, { sql: whole.sql, remarks }) }
}

const TEXT = {
  zh: { parts: (parts: bigint) => `以 1/${parts} 分计` },
  en: { parts: (parts: bigint) => `counted in 1/${parts} of a fen` },
} as const

/** Both ends in columns of their own, since they are used again. */
export const keptEnds = (scope: Scope, span: AmountSpan): AmountSpan => {
  const kept = (name: string, { n, d }: Fraction): Fraction => {
    const parts = constantOf(d)
    const remarks = parts === null || parts === 1n ? [] : [TEXT[scope.language].parts(parts)]
    return { n: hoisted(scope, name, { whole: n, remarks }), d }
  }
  return { ...span, low: kept('amount_low', span.low), high: kept('amount_high', span.high) }
}

const atLeastZero = (scope: Scope, { n, d }: Fraction): Fraction => {
  if (n.low >= 0n) return { n: hoisted(scope, 'amount_base', { whole: n }), d }
  const zero = constant(0)
  const base = hoisted(scope, 'amount_base', { whole: n })
  const positive = pick(
    [
      { when: comparison('>', base.sql, zero.sql), gives: { ...base, low: 0n } },
      { when: comparison('<=', base.sql, zero.sql), gives: zero },
    ],
    null,
  )
  return { n: hoisted(scope, 'amount_base', { whole: positive }), d }
}

const denominator = ({ n, d }: Fraction): Whole =>
  constantOf(d) === null ? pick([{ when: isKnown(n.sql), gives: d }], ONE) : d

/** The figure to which a rate applies; below zero it counts as zero, a missing one as anything. */
export const baseSpan = (scope: Scope, resolved: ResolvedSql): AmountSpan => {
  if (resolved.kind !== 'number') return refuse('not-supported', `an amount of ${resolved.kind}`)
  const marks = {
    isOpen: isOpen(resolved),
    hasGap: all(isOpen(resolved), resolved.whenOpen.gap),
    isByOfficer: FALSE,
  }
  if (resolved.range !== null) {
    const [low, high] = [resolved.range.low, resolved.range.high].map(toFraction)
    if (low === undefined || high === undefined) throw new TypeError('a range without an end')
    return { ...marks, low: atLeastZero(scope, low), high: atLeastZero(scope, high) }
  }
  const value = atLeastZero(scope, toFraction(resolved.value))
  const d = denominator(value)
  return { ...marks, low: { n: orElse(value.n, constant(0)), d }, high: { n: value.n, d } }
}

/** A figure of the text times a base. */
export const productSpan = (figure: AmountSpan, base: AmountSpan): AmountSpan => ({
  low: multiplyFractions(figure.low, base.low),
  high: multiplyFractions(figure.high, base.high),
  isOpen: any(figure.isOpen, base.isOpen),
  hasGap: any(figure.hasGap, base.hasGap),
  isByOfficer: any(figure.isByOfficer, base.isByOfficer),
})

const isHole = ({ high }: AmountSpan): boolean => high.n.sql.kind === 'null'

const over = (
  value: Fraction,
  bound: Fraction,
  choice: (value: Whole, bound: Whole) => Whole,
): Fraction => {
  const [a, b] = align(value, bound)
  return { n: choice(a.n, b.n), d: a.d }
}

const smaller = (a: Whole, b: Whole): Whole =>
  pick([{ when: comparison('<=', a.sql, b.sql), gives: a }], b)

const larger = (a: Whole, b: Whole): Whole =>
  pick([{ when: comparison('<', a.sql, b.sql), gives: b }], a)

/** Nothing above the bound: a missing end becomes the bound, and nothing is sure but what is known. */
export const capped = (span: AmountSpan, bound: AmountSpan): AmountSpan => {
  const hasGap = any(span.hasGap, bound.hasGap)
  if (isHole(bound)) return { ...span, low: ZERO, hasGap }
  const low = over(span.low, bound.low, smaller)
  return { ...span, low, high: over(span.high, bound.high, smaller), hasGap }
}

/** Nothing below the bound; a missing end stays missing. */
export const floored = (span: AmountSpan, bound: AmountSpan): AmountSpan => {
  const hasGap = any(span.hasGap, bound.hasGap)
  if (isHole(bound)) return { ...span, high: NO_END, hasGap }
  const low = over(span.low, bound.low, larger)
  return { ...span, low, high: over(span.high, bound.high, larger), hasGap }
}

const isSame = (a: Sql, b: Sql): boolean =>
  printFlat(a, DIALECTS.postgresql) === printFlat(b, DIALECTS.postgresql)

/** An amount that is exact without the missing facts does not wait for them. */
export const settled = (span: AmountSpan): AmountSpan => {
  const hasNoEnd = isNull(span.high.n.sql)
  if (isAlways(span.isOpen, false) || isSame(span.isOpen, hasNoEnd)) return span
  const low = { kind: 'fraction', ...span.low } as const
  const high = { kind: 'fraction', ...span.high } as const
  const isWide = mayBeTrue(any(hasNoEnd, compareNumbers('<>', low, high)))
  return { ...span, isOpen: all(span.isOpen, isWide) }
}

/** The text only gives a ceiling. */
export const upTo = (span: AmountSpan): AmountSpan => ({ ...span, low: ZERO, isByOfficer: TRUE })

/** The text only gives a least amount. */
export const from = (span: AmountSpan): AmountSpan => ({
  ...span,
  high: NO_END,
  isByOfficer: TRUE,
})
