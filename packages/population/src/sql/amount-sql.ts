import type { Amount, Band } from '@huiqi/engine'
import {
  type AmountSpan,
  baseSpan,
  capped,
  floored,
  from,
  keptEnds,
  NOT_FOUND_SPAN,
  operandSpan,
  productSpan,
  settled,
  upTo,
} from './amount-span.ts'
import { amountText } from './amount-text.ts'
import { candidates, firstThatHolds } from './first-that-holds.ts'
import { formulaPart } from './formula/formula-sql.ts'
import { resolvedFormula } from './formula/resolved-formula.ts'
import { roundToStep } from './formula/round-parts.ts'
import type { Fraction } from './fraction.ts'
import { guardsSql, isOpenTruth } from './guard-sql.ts'
import { resolveReferenceSql } from './reference-sql.ts'
import { refuse } from './refusal.ts'
import { define, type Scope } from './scope.ts'
import { isCompound, type Sql } from './sql-node.ts'
import { all, any, FALSE } from './truth-sql.ts'
import { constant, constantOf, quotient, times, type Whole } from './whole.ts'

/** The amount of every row in whole fen: `low` is always known, `high` is NULL where no end is known. */
export interface AmountSql {
  readonly low: Whole
  readonly high: Whole
  /** Why it is not exact where it is not; two-valued. */
  readonly isUnknown: Sql
}

interface BandSql {
  readonly truth: Sql
  readonly span: AmountSpan
  readonly isOpen: Sql
  readonly hasGap: Sql
}

const bandSql = (scope: Scope, { guards: given, amount }: Band): BandSql => {
  const guards = guardsSql(scope, given)
  const truth = all(...guards.map((guard) => guard.truth))
  const count = [...scope.defined.keys()].filter((name) => name.startsWith('amount_band')).length
  const name = `amount_band_${count + 1}`
  const column = isCompound(truth) ? define(scope, name, { sql: truth }) : truth
  const span = amountSpan(scope, amount)
  return {
    truth: column,
    span,
    isOpen: any(span.isOpen, ...guards.map(isOpenTruth)),
    hasGap: any(span.hasGap, ...guards.map((guard) => all(isOpenTruth(guard), guard.whenOpen.gap))),
  }
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b)

const denominatorOf = ({ d }: Fraction): bigint =>
  constantOf(d) ?? refuse('not-supported', 'bands of amounts that are ratios')

const ofBands = (scope: Scope, given: readonly Band[]): AmountSpan => {
  const bands = given.map((band) => bandSql(scope, band))
  const common = bands
    .flatMap(({ span }) => [span.low, span.high].map(denominatorOf))
    .reduce((scale, d) => (scale / greatestCommonDivisor(scale, d)) * d, 1n)
  const brought = (value: Fraction): Whole =>
    times(value.n, constant(common / denominatorOf(value)))
  const ends = firstThatHolds(
    bands.map(({ truth, span }) => ({ truth, low: brought(span.low), high: brought(span.high) })),
  )
  const may = candidates(bands)
  const among = (markOf: (band: BandSql) => Sql): Sql =>
    any(...bands.map((band, at) => all(may[at] ?? FALSE, markOf(band))))
  return keptEnds(scope, {
    low: { n: ends.low, d: constant(common) },
    high: { n: ends.high, d: constant(common) },
    isOpen: among(({ isOpen }) => isOpen),
    hasGap: among(({ hasGap }) => hasGap),
    isByOfficer: among(({ span }) => span.isByOfficer),
  })
}

const rounded = (
  span: AmountSpan,
  round: Extract<Amount, { kind: 'limited' }>['round'],
): AmountSpan => {
  if (round === null) return span
  const bring = (value: Fraction): Fraction => roundToStep(value, round.step, round.mode)
  return { ...span, low: bring(span.low), high: bring(span.high) }
}

const limited = (scope: Scope, amount: Extract<Amount, { kind: 'limited' }>): AmountSpan => {
  const { cap, floor, round } = amount
  const inner = rounded(amountSpan(scope, amount.amount), round)
  const above = floor === null ? inner : floored(inner, operandSpan(scope, floor))
  return keptEnds(scope, cap === null ? above : capped(above, operandSpan(scope, cap)))
}

const TEXT = {
  zh: { low: '可以确定的金额（整分）：', high: '最多可能的金额；NULL 为没有上限' },
  en: {
    low: 'what is sure of the benefit, in whole fen: ',
    high: 'what is possible; NULL where no end is known',
  },
} as const

const spanOf = (scope: Scope, amount: Amount): AmountSpan => {
  switch (amount.kind) {
    case 'fixed':
      return operandSpan(scope, amount.value)
    case 'rate': {
      const base = baseSpan(scope, resolveReferenceSql(scope, amount.of))
      return productSpan(operandSpan(scope, amount.rate), base)
    }
    case 'per-unit': {
      const units = baseSpan(scope, resolveReferenceSql(scope, amount.units))
      return productSpan(operandSpan(scope, amount.value), units)
    }
    case 'formula': {
      const part = formulaPart(scope, amount.formula, { isYearly: false, year: null })
      return baseSpan(scope, resolvedFormula(part, amount.formula))
    }
    case 'first':
      return ofBands(scope, amount.bands)
    case 'at-most':
      return upTo(amountSpan(scope, amount.amount))
    case 'at-least':
      return from(amountSpan(scope, amount.amount))
    case 'limited':
      return limited(scope, amount)
    case 'not-found':
      return NOT_FOUND_SPAN
  }
}

const amountSpan = (scope: Scope, amount: Amount): AmountSpan => settled(spanOf(scope, amount))

/** An amount in every row; parts of a fen are dropped. */
export const amountSql = (scope: Scope, amount: Amount): AmountSql => {
  const { low, high, isOpen, hasGap } = amountSpan(scope, amount)
  const words = TEXT[scope.language]
  const kept = (name: string, { n, d }: Fraction, remark: string): Whole => {
    const fen = quotient(n, d)
    if (!isCompound(fen.sql)) return fen
    return { ...fen, sql: define(scope, name, { sql: fen.sql, remarks: [remark] }) }
  }
  return {
    low: kept('benefit_low', low, `${words.low}${amountText(scope, amount)}`),
    high: kept('benefit_high', high, words.high),
    isUnknown: any(isOpen, hasGap),
  }
}
