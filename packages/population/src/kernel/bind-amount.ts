import { type Exact, isInteger } from '@huiqi/domain'
import type { AmountPlan } from '../compile/amount-plan.ts'
import type { Arithmetic } from '../compile/arithmetic.ts'
import type { CompiledMeasure } from '../compile/program.ts'
import { FALSE, TRUTHS } from '../compile/truth-code.ts'
import { evaluateAmount, type FenSpan, toFenSpan } from './amount-span.ts'
import type { BoundAmount, GuardCases, Scale } from './bound-program.ts'

/** Rows of a block at most. */
const MOST_ROWS = 16_384
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
  /** Keeps amounts of one kind that come out the same; gives the one made first. */
  readonly once: (key: string, make: () => BoundAmount) => BoundAmount
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
const asScaled = (plan: AmountPlan, places: AmountPlaces): BoundAmount | null => {
  const isBounded = plan.kind === 'at-most' || plan.kind === 'at-least'
  const limited = isBounded ? plan.amount : plan
  const product = limited.kind === 'limited' ? limited.amount : limited
  const limits = limitsOf(limited)
  if (product.kind !== 'product' || product.factor === 'hole' || limits === null) return null
  const { n, d } = product.factor
  if (n < 0n || n > SAFE || d > SAFE) return null
  const base = places.ofBase(product.base)
  const scale = places.ofScale({ factor: Number(n), divisor: Number(d), ...limits })
  const bound = isBounded ? plan.kind : 'exact'
  return places.once(`${base} ${scale} ${bound}`, () => {
    const open = toFenSpan(evaluateAmount(plan, NOTHING))
    return { kind: 'scaled', base, scale, bound, open, plan }
  })
}

/** More guards would make too many cases. */
const GUARDS_AT_MOST = 4

/** The guards of an amount that nothing else decides; null when there is a base or there are too many. */
const guardsOf = (plan: AmountPlan): readonly number[] | null => {
  switch (plan.kind) {
    case 'figure':
      return []
    case 'product':
      return null
    case 'first': {
      const inner = plan.bands.map(({ amount }) => guardsOf(amount))
      if (inner.includes(null)) return null
      const all = new Set([...plan.bands.flatMap(({ guards }) => guards), ...inner.flat()])
      return [...all].filter((guard) => guard !== null)
    }
    default:
      return guardsOf(plan.amount)
  }
}

/** Whether the rows of a block together may leave the safe integers. */
const isHuge = ({ low, high }: FenSpan): boolean => Math.max(low, high ?? 0) * MOST_ROWS > SAFE

/** The amount for each combination of truths of the guards, the first the most significant. */
const casesOf = (plan: AmountPlan): GuardCases | null => {
  const guards = guardsOf(plan)
  if (guards === null || guards.length > GUARDS_AT_MOST) return null
  const each = Array.from({ length: TRUTHS ** guards.length }, (_, entry) => {
    const truthOf = (node: number): number =>
      Math.floor(entry / TRUTHS ** (guards.length - 1 - guards.indexOf(node))) % TRUTHS
    return toFenSpan(evaluateAmount(plan, { ...NOTHING, truthOf }))
  })
  return each.some(isHuge) ? null : { guards, each }
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
    const each = toFenSpan(evaluateAmount(amount, NOTHING))
    const key = `${each.low} ${each.high} ${each.isUnknown}`
    return places.once(key, () => ({ kind: 'constant', each }))
  }
  return asScaled(amount, places) ?? { kind: 'plan', plan: amount, cases: casesOf(amount) }
}
