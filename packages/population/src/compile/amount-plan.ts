import { type Exact, ONE } from '@huiqi/domain'
import {
  type Amount,
  asExact,
  type Guard,
  type Operand,
  type Reference,
  yearMeant,
} from '@huiqi/engine'
import { type Arithmetic, arithmeticOf, valueOfFact } from './arithmetic.ts'
import type { CompileContext } from './compile-context.ts'

type Round = Extract<Amount, { kind: 'limited' }>['round']

/** A figure of the text; `hole` where it gives none. */
export type Figure = Exact | 'hole'

/** How much a measure gives, with figures worked out for the day and bases as arithmetic over facts. */
export type AmountPlan =
  | { readonly kind: 'figure'; readonly value: Figure }
  | { readonly kind: 'product'; readonly factor: Figure; readonly base: Arithmetic }
  | {
      readonly kind: 'first'
      readonly bands: readonly {
        /** Places of nodes that must all hold. */
        readonly guards: readonly number[]
        readonly amount: AmountPlan
      }[]
    }
  | { readonly kind: 'at-most' | 'at-least'; readonly amount: AmountPlan }
  | {
      readonly kind: 'limited'
      readonly amount: AmountPlan
      readonly cap: Figure | null
      readonly floor: Figure | null
      readonly round: Round
    }

/** Amounts that read what only the plain evaluator can tell have no plan. */
export type MaybePlan = AmountPlan | null

interface Planner {
  readonly context: CompileContext
  /** The places of the nodes of a guard. */
  readonly guard: (guard: Guard) => readonly number[]
}

const figureOf = ({ context }: Planner, operand: Operand): Figure => {
  const value = context.resolveOperand(operand)
  return value === null ? 'hole' : asExact(value)
}

const baseOf = ({ context }: Planner, reference: Reference): Arithmetic | null => {
  if (reference.kind === 'formula') {
    return arithmeticOf(context, reference.formula, { context: 'point', year: null })
  }
  const year = reference.year === null ? null : yearMeant(context.clock, reference.year)
  return valueOfFact(context, reference.fact, year)
}

const product = (planner: Planner, factor: Operand, reference: Reference): AmountPlan | null => {
  const base = baseOf(planner, reference)
  return base === null ? null : { kind: 'product', factor: figureOf(planner, factor), base }
}

const first = (
  planner: Planner,
  { bands }: Extract<Amount, { kind: 'first' }>,
): AmountPlan | null => {
  const planned = bands.flatMap(({ guards, amount }) => {
    const plan = planAmount(planner, amount)
    return plan === null ? [] : [{ guards: guards.flatMap(planner.guard), amount: plan }]
  })
  return planned.length === bands.length ? { kind: 'first', bands: planned } : null
}

const limited = (
  planner: Planner,
  { amount, cap, floor, round }: Extract<Amount, { kind: 'limited' }>,
): AmountPlan | null => {
  const plan = planAmount(planner, amount)
  if (plan === null) return null
  return {
    kind: 'limited',
    amount: plan,
    cap: cap === null ? null : figureOf(planner, cap),
    floor: floor === null ? null : figureOf(planner, floor),
    round,
  }
}

/** The plan of an amount; null when only the plain evaluator can work it out. */
export const planAmount = (planner: Planner, amount: Amount): MaybePlan => {
  switch (amount.kind) {
    case 'fixed':
      return { kind: 'figure', value: figureOf(planner, amount.value) }
    case 'not-found':
      return { kind: 'figure', value: 'hole' }
    case 'rate':
      return product(planner, amount.rate, amount.of)
    case 'per-unit':
      return product(planner, amount.value, amount.units)
    case 'formula': {
      const reference = {
        kind: 'formula',
        formula: amount.formula,
        type: 'money',
        unit: null,
      } as const
      return product(planner, { kind: 'literal', value: ONE }, reference)
    }
    case 'first':
      return first(planner, amount)
    case 'limited':
      return limited(planner, amount)
    default: {
      const plan = planAmount(planner, amount.amount)
      return plan === null ? null : { kind: amount.kind, amount: plan }
    }
  }
}
