import { type Exact, isInteger } from '@huiqi/domain'
import type { AmountPlan } from '../compile/amount-plan.ts'
import type { Arithmetic } from '../compile/arithmetic.ts'
import type { CompiledMeasure } from '../compile/program.ts'
import { FALSE } from '../compile/truth-code.ts'
import { evaluateAmount, toFenSpan } from './amount-span.ts'
import type { BoundAmount, Scale } from './bound-program.ts'

type Scaled = Extract<BoundAmount, { kind: 'scaled' }>

const isConstant = (plan: AmountPlan): boolean => {
  switch (plan.kind) {
    case 'figure':
      return true
    case 'product':
      return false
    case 'first':
      return plan.bands.every(({ guards, amount }) => guards.length === 0 && isConstant(amount))
    default:
      return isConstant(plan.amount)
  }
}

const NOTHING = { valueOf: () => null, truthOf: () => FALSE }

/** A limit as a whole number of fen; null when it is none. */
const wholeFen = (figure: Exact | 'hole' | null, otherwise: number): number | null => {
  if (figure === null) return otherwise
  return figure === 'hole' || !isInteger(figure) ? null : Number(figure.n)
}

type Limits = Pick<Scale, 'step' | 'floor' | 'cap'>

/** Keeps bases and scales once; gives their places. */
export interface AmountPlaces {
  readonly ofBase: (base: Arithmetic) => number
  readonly ofScale: (scale: Scale) => number
}

const NO_LIMITS: Limits = { step: 1, floor: 0, cap: Number.POSITIVE_INFINITY }

const limitsOf = (plan: AmountPlan): Limits | null => {
  if (plan.kind !== 'limited') return NO_LIMITS
  const { round } = plan
  const step = wholeFen(round?.step ?? null, 1)
  const floor = wholeFen(plan.floor, 0)
  const cap = wholeFen(plan.cap, Number.POSITIVE_INFINITY)
  if (step === null || floor === null || cap === null) return null
  return round === null || round.mode === 'down' ? { step, floor, cap } : null
}

const SAFE = Number.MAX_SAFE_INTEGER

/** An amount as one multiplication with limits; null when it is more than that. */
const asScaled = (plan: AmountPlan, places: AmountPlaces): Scaled | null => {
  const isBounded = plan.kind === 'at-most' || plan.kind === 'at-least'
  const limited = isBounded ? plan.amount : plan
  const product = limited.kind === 'limited' ? limited.amount : limited
  const limits = limitsOf(limited)
  if (product.kind !== 'product' || product.factor === 'hole' || limits === null) return null
  const { n, d } = product.factor
  if (n < 0n || n > SAFE || d > SAFE) return null
  return {
    kind: 'scaled',
    base: places.ofBase(product.base),
    scale: places.ofScale({ factor: Number(n), divisor: Number(d), ...limits }),
    bound: isBounded ? plan.kind : 'exact',
    open: toFenSpan(evaluateAmount(plan, NOTHING)),
    plan,
  }
}

/** How the money of a measure is added up. */
export const bindAmount = (
  { measure, amount }: Pick<CompiledMeasure, 'measure' | 'amount'>,
  places: AmountPlaces,
): BoundAmount | null => {
  const given = measure.benefit?.amount
  if (amount === null || given == null) return null
  if (amount === 'engine') return { kind: 'engine', amount: given }
  if (isConstant(amount)) {
    return { kind: 'constant', each: toFenSpan(evaluateAmount(amount, NOTHING)) }
  }
  return asScaled(amount, places) ?? { kind: 'plan', plan: amount }
}
