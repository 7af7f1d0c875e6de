import type { Exact } from '@huiqi/domain'
import { amountOf, type Situation } from '@huiqi/engine'
import type { Arithmetic } from '../compile/arithmetic.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { TRUTHS } from '../compile/truth-code.ts'
import { createAmountPlaces } from '../kernel/amount-places.ts'
import { evaluateAmount, type FenSpan, toFenSpan } from '../kernel/amount-span.ts'
import { bindAmount } from '../kernel/bind-amount.ts'
import type { BoundAmount, GuardCases, Scale } from '../kernel/bound-program.ts'
import { figureOf } from '../kernel/figure.ts'
import { withBound } from '../kernel/with-bound.ts'
import { safeInteger } from './enterprise-facts.ts'

/** What several measures bring one enterprise, in fen. */
export interface MoneyOfOne {
  readonly low: bigint
  /** Without the measures that nothing bounds. */
  readonly high: bigint
  readonly unbounded: number
  readonly unknown: number
}

/** The amounts of a program as they are worked out for one enterprise. */
export interface AmountsOfProgram {
  /** By place of the measure; null where it gives no money. */
  readonly amounts: readonly (BoundAmount | null)[]
  readonly bases: readonly Arithmetic[]
  readonly scales: readonly Scale[]
}

/** Prepares the amounts of a program. */
export const prepareAmounts = (program: PopulationProgram): AmountsOfProgram => {
  const { places, bases, scales } = createAmountPlaces()
  const amounts = program.measures.map((measure) => bindAmount(measure, places))
  return { amounts, bases, scales }
}

/** What amounts read of one enterprise. */
export interface AmountSight {
  readonly valueOf: (base: Arithmetic) => Exact | null
  readonly truthOf: (node: number) => number
  readonly situation: () => Situation
}

/** The amount of one measure for one enterprise. */
export type AmountForOne = (measure: number) => FenSpan | null

/** The amount by the truths of its guards. */
const caseOf = ({ guards, each }: GuardCases, { truthOf }: AmountSight): FenSpan | null => {
  let entry = 0
  for (const guard of guards) entry = entry * TRUTHS + truthOf(guard)
  return each[entry] ?? null
}

/** Works out amounts; bases are looked up once. */
export const createAmountForOne = (
  { amounts, bases, scales }: AmountsOfProgram,
  sight: AmountSight,
): AmountForOne => {
  const values = new Map<number, Exact | null>()
  const baseAt = (place: number): Exact | null => {
    const ready = values.get(place)
    if (ready !== undefined) return ready
    const base = bases[place]
    const value = base === undefined ? null : sight.valueOf(base)
    values.set(place, value)
    return value
  }
  const scaled = (amount: Extract<BoundAmount, { kind: 'scaled' }>): FenSpan => {
    const base = baseAt(amount.base)
    if (base === null) return amount.open
    const whole = safeInteger(base)
    const scale = scales[amount.scale]
    const fen = whole === null || scale === undefined ? null : figureOf(whole, scale)
    return fen === null ? toFenSpan(evaluateAmount(amount.plan, sight)) : withBound(amount, fen)
  }
  return (measure) => {
    const amount = amounts[measure] ?? null
    switch (amount?.kind) {
      case undefined:
        return null
      case 'constant':
        return amount.each
      case 'scaled':
        return scaled(amount)
      case 'plan':
        return amount.cases === null
          ? toFenSpan(evaluateAmount(amount.plan, sight))
          : caseOf(amount.cases, sight)
      case 'engine': {
        const { low, high, why } = amountOf(sight.situation(), amount.amount)
        const waits = why.missing.length + why.reviews.length + why.gaps.length > 0
        return { low, high, isUnknown: waits && low !== high }
      }
    }
  }
}

/** Adds up the amounts of measures. */
export const addUpMoney = (measures: Iterable<number>, amountFor: AmountForOne): MoneyOfOne => {
  let [low, high, unbounded, unknown] = [0n, 0n, 0, 0]
  for (const measure of measures) {
    const amount = amountFor(measure)
    if (amount === null) continue
    low += BigInt(amount.low)
    high += BigInt(amount.high ?? 0)
    unbounded += amount.high === null ? 1 : 0
    unknown += amount.isUnknown ? 1 : 0
  }
  return { low, high, unbounded, unknown }
}
