import { type Exact, exactToFen, maximum, minimum, multiply, roundTo, ZERO } from '@huiqi/domain'
import type { AmountPlan, Figure } from '../compile/amount-plan.ts'
import type { Arithmetic } from '../compile/arithmetic.ts'
import { bothOf, FALSE, OPEN, TRUE } from '../compile/truth-code.ts'

/** What an amount may be: an open high end is null. */
export interface AmountSpan {
  readonly low: Exact
  readonly high: Exact | null
  /** Whether facts are missing that would tell more. */
  readonly waits: boolean
  /** Whether the text has a hole. */
  readonly hasHole: boolean
}

/** What an amount reads: the value of a base, null when open, and the truth of a node. */
export interface AmountFacts {
  readonly valueOf: (base: Arithmetic) => Exact | null
  readonly truthOf: (node: number) => number
}

const exactly = (value: Exact): AmountSpan => ({
  low: value,
  high: value,
  waits: false,
  hasHole: false,
})

const HOLE: AmountSpan = { low: ZERO, high: null, waits: false, hasHole: true }

const ofFigure = (figure: Figure): AmountSpan => (figure === 'hole' ? HOLE : exactly(figure))

const ofBase = (value: Exact | null): AmountSpan =>
  value === null
    ? { low: ZERO, high: null, waits: true, hasHole: false }
    : exactly(maximum(value, ZERO))

const higher = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : maximum(a, b)

const reasons = (a: AmountSpan, b: AmountSpan) => ({
  waits: a.waits || b.waits,
  hasHole: a.hasHole || b.hasHole,
})

const product = (a: AmountSpan, b: AmountSpan): AmountSpan => ({
  low: multiply(a.low, b.low),
  high: a.high === null || b.high === null ? null : multiply(a.high, b.high),
  ...reasons(a, b),
})

const either = (a: AmountSpan, b: AmountSpan): AmountSpan => ({
  low: minimum(a.low, b.low),
  high: higher(a.high, b.high),
  ...reasons(a, b),
})

const withCap = (span: AmountSpan, cap: AmountSpan): AmountSpan => {
  const why = reasons(span, cap)
  if (cap.high === null) return { ...span, low: ZERO, ...why }
  const high = span.high === null ? cap.high : minimum(span.high, cap.high)
  return { low: minimum(span.low, cap.low), high, ...why }
}

const withFloor = (span: AmountSpan, floor: AmountSpan): AmountSpan => {
  const why = reasons(span, floor)
  if (floor.high === null) return { ...span, high: null, ...why }
  return { low: maximum(span.low, floor.low), high: higher(span.high, floor.high), ...why }
}

type Plan<Kind extends AmountPlan['kind']> = Extract<AmountPlan, { kind: Kind }>

const firstBand = ({ bands }: Plan<'first'>, facts: AmountFacts): AmountSpan => {
  let possible: AmountSpan | null = null
  for (const { guards, amount } of bands) {
    const truth = guards.map(facts.truthOf).reduce(bothOf, TRUE)
    if (truth === FALSE) continue
    const span = evaluateAmount(amount, facts)
    const reached = { ...span, waits: span.waits || truth === OPEN }
    possible = possible === null ? reached : either(possible, reached)
    if (truth === TRUE) return possible
  }
  return possible === null ? exactly(ZERO) : either(possible, exactly(ZERO))
}

const rounded = (span: AmountSpan, { round }: Plan<'limited'>): AmountSpan => {
  if (round === null) return span
  const bring = (value: Exact): Exact => roundTo(value, round.step, round.mode)
  return { ...span, low: bring(span.low), high: span.high === null ? null : bring(span.high) }
}

/** Rounds first, so that no rounding leaves a floor or a cap. */
const limited = (plan: Plan<'limited'>, facts: AmountFacts): AmountSpan => {
  const { amount, cap, floor } = plan
  const inner = rounded(evaluateAmount(amount, facts), plan)
  const floored = floor === null ? inner : withFloor(inner, ofFigure(floor))
  return cap === null ? floored : withCap(floored, ofFigure(cap))
}

const spanOf = (plan: AmountPlan, facts: AmountFacts): AmountSpan => {
  switch (plan.kind) {
    case 'figure':
      return ofFigure(plan.value)
    case 'product':
      return product(ofFigure(plan.factor), ofBase(facts.valueOf(plan.base)))
    case 'first':
      return firstBand(plan, facts)
    case 'at-most':
      return { ...evaluateAmount(plan.amount, facts), low: ZERO }
    case 'at-least':
      return { ...evaluateAmount(plan.amount, facts), high: null }
    case 'limited':
      return limited(plan, facts)
  }
}

const isSettled = ({ low, high }: AmountSpan): boolean =>
  high !== null && low.n === high.n && low.d === high.d

/** Works out an amount as the plain evaluator does. */
export const evaluateAmount = (plan: AmountPlan, facts: AmountFacts): AmountSpan => {
  const span = spanOf(plan, facts)
  return isSettled(span) ? { ...span, waits: false } : span
}

/** An amount in whole fen. */
export interface FenSpan {
  readonly low: number
  /** Null when nothing bounds the amount from above. */
  readonly high: number | null
  /** Whether missing facts or holes in the text keep it from being known. */
  readonly isUnknown: boolean
}

/** An amount brought down to whole fen. */
export const toFenSpan = (span: AmountSpan): FenSpan => {
  const low = exactToFen(span.low, 'down')
  const high = span.high === null ? null : exactToFen(span.high, 'down')
  return { low, high, isUnknown: (span.waits || span.hasHole) && low !== high }
}
