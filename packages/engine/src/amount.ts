import {
  type Exact,
  exactToFen,
  type Fen,
  maximum,
  minimum,
  multiply,
  roundTo,
  ZERO,
} from '@huiqi/domain'
import { evaluateFormula } from './formula.ts'
import { applyGuard } from './guard.ts'
import { type Amount, NOT_FOUND, type Operand } from './model.ts'
import { gapOf, resolveOperand, resolveReference } from './reference.ts'
import {
  asExact,
  atLeastZero,
  boundsOf,
  CLOSED,
  distinctUses,
  type FactUse,
  joinOpenness,
  type Openness,
  type Resolved,
} from './resolved.ts'
import type { Situation } from './situation.ts'
import { allOf } from './truth.ts'

/** What a benefit is worth: exact when `low` equals `high`; an open high end is null. */
export interface AmountRange {
  readonly low: Fen
  readonly high: Fen | null
  /** Whether the text leaves the figure inside the range to an officer. */
  readonly isDecidedByOfficer: boolean
  readonly why: Openness
  readonly uses: readonly FactUse[]
}

interface Span {
  readonly low: Exact
  readonly high: Exact | null
  readonly isDecidedByOfficer: boolean
  readonly why: Openness
  readonly uses: readonly FactUse[]
}

const exactly = (value: Exact, uses: readonly FactUse[] = []): Span => ({
  low: value,
  high: value,
  isDecidedByOfficer: false,
  why: CLOSED,
  uses,
})

const anything = (why: Openness, uses: readonly FactUse[] = []): Span => ({
  low: ZERO,
  high: null,
  isDecidedByOfficer: false,
  why,
  uses,
})

const hole = (name: string): Openness => ({ missing: [], reviews: [], gaps: [name] })

const operandSpan = (situation: Situation, operand: Operand): Span => {
  const value = resolveOperand(situation, operand)
  return value === null ? anything(hole(gapOf(operand))) : exactly(asExact(value))
}

const resolvedSpan = (resolved: Resolved): Span => {
  if (resolved.kind === 'known') return exactly(atLeastZero(asExact(resolved.value)), resolved.uses)
  const { low, high } = boundsOf(resolved)
  const known = { low: atLeastZero(low), high: high === null ? null : atLeastZero(high) }
  return { ...anything(joinOpenness([resolved]), resolved.uses), ...known }
}

const product = (a: Span, b: Span): Span => ({
  low: multiply(a.low, b.low),
  high: a.high === null || b.high === null ? null : multiply(a.high, b.high),
  isDecidedByOfficer: a.isDecidedByOfficer || b.isDecidedByOfficer,
  why: joinOpenness([a.why, b.why]),
  uses: [...a.uses, ...b.uses],
})

const higher = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : maximum(a, b)

const either = (spans: readonly Span[]): Span => {
  const [first, ...rest] = spans
  if (!first) return exactly(ZERO)
  return {
    low: rest.map(({ low }) => low).reduce(minimum, first.low),
    high: rest.map(({ high }) => high).reduce(higher, first.high),
    isDecidedByOfficer: spans.some((span) => span.isDecidedByOfficer),
    why: joinOpenness(spans.map(({ why }) => why)),
    uses: spans.flatMap(({ uses }) => uses),
  }
}

const firstBand = (
  situation: Situation,
  bands: Extract<Amount, { kind: 'first' }>['bands'],
): Span => {
  const possible: Span[] = []
  const uses: FactUse[] = []
  for (const band of bands) {
    const guards = band.guards.map((guard) => applyGuard(situation, guard))
    const truth = allOf(guards.map((guard) => guard.truth))
    uses.push(...guards.flatMap(({ resolved }) => resolved.uses))
    if (truth === 'false') continue
    const span = amountSpan(situation, band.amount)
    uses.push(...span.uses)
    possible.push({ ...span, why: joinOpenness([span.why, ...guards.map(({ why }) => why)]) })
    if (truth === 'true') return { ...either(possible), uses }
  }
  return { ...either([...possible, exactly(ZERO)]), uses }
}

const limit = (span: Span, bound: Span, side: 'cap' | 'floor'): Span => {
  const why = joinOpenness([span.why, bound.why])
  if (bound.high === null) {
    return side === 'cap' ? { ...span, low: ZERO, why } : { ...span, high: null, why }
  }
  if (side === 'floor') {
    return { ...span, low: maximum(span.low, bound.low), high: higher(span.high, bound.high), why }
  }
  const high = span.high === null ? bound.high : minimum(span.high, bound.high)
  return { ...span, low: minimum(span.low, bound.low), high, why }
}

/** Facts that are missing do not matter to an amount that is exact without them. */
const settled = (span: Span): Span =>
  span.high !== null && span.low.n === span.high.n && span.low.d === span.high.d
    ? { ...span, why: { ...CLOSED, gaps: span.why.gaps } }
    : span

const rounded = (span: Span, round: Extract<Amount, { kind: 'limited' }>['round']): Span => {
  if (round === null) return span
  const bring = (x: Exact): Exact => roundTo(x, round.step, round.mode)
  return { ...span, low: bring(span.low), high: span.high === null ? null : bring(span.high) }
}

/** Rounds first, so that no rounding leaves a floor or a cap. */
const limited = (situation: Situation, amount: Extract<Amount, { kind: 'limited' }>): Span => {
  let span = rounded(amountSpan(situation, amount.amount), amount.round)
  if (amount.floor) span = limit(span, operandSpan(situation, amount.floor), 'floor')
  if (amount.cap) span = limit(span, operandSpan(situation, amount.cap), 'cap')
  return span
}

const byFormula = (situation: Situation, formula: string): Span =>
  resolvedSpan(evaluateFormula(situation, formula, { context: 'point', year: null, need: null }))

const amountSpan = (situation: Situation, amount: Amount): Span =>
  settled(spanOf(situation, amount))

const spanOf = (situation: Situation, amount: Amount): Span => {
  switch (amount.kind) {
    case 'fixed':
      return operandSpan(situation, amount.value)
    case 'rate': {
      const base = resolvedSpan(resolveReference(situation, amount.of))
      return product(operandSpan(situation, amount.rate), base)
    }
    case 'per-unit': {
      const units = resolvedSpan(resolveReference(situation, amount.units))
      return product(operandSpan(situation, amount.value), units)
    }
    case 'formula':
      return byFormula(situation, amount.formula)
    case 'first':
      return firstBand(situation, amount.bands)
    case 'at-most':
      return { ...amountSpan(situation, amount.amount), low: ZERO, isDecidedByOfficer: true }
    case 'at-least':
      return { ...amountSpan(situation, amount.amount), high: null, isDecidedByOfficer: true }
    case 'limited':
      return limited(situation, amount)
    case 'not-found':
      return anything(hole(NOT_FOUND))
  }
}

/** Works out an amount. Money that the text does not round is brought down to a whole fen. */
export const amountOf = (situation: Situation, amount: Amount): AmountRange => {
  const span = amountSpan(situation, amount)
  return {
    ...span,
    low: exactToFen(span.low, 'down'),
    high: span.high === null ? null : exactToFen(span.high, 'down'),
    uses: distinctUses(span.uses),
  }
}
