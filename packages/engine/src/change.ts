import { toApproximateNumber } from '@huiqi/domain'
import type { LeafTrace, Trace } from './condition.ts'
import type { Rulebook } from './rulebook.ts'

/** One thing to change so that a verdict turns: make a failing leaf hold, or an exception cease. */
export interface Change {
  readonly leaf: LeafTrace
  readonly to: 'hold' | 'cease'
}

type Plan = readonly Change[] | null

/** How far a leaf is off in proportion to its bound; a whole where that cannot be measured. */
const farness = ({ leaf: { distance } }: Change): number => {
  if (distance?.kind !== 'number' || distance.bound.n === 0n) return 1
  return Math.abs(toApproximateNumber(distance.by) / toApproximateNumber(distance.bound))
}

const totalFarness = (plan: readonly Change[]): number =>
  plan.reduce((sum, change) => sum + farness(change), 0)

/** The plan with the fewest changes; among equals the one that is nearest. */
const smallest = (plans: readonly Plan[]): Plan =>
  plans.reduce((best, plan) => {
    if (best === null || plan === null) return best ?? plan
    if (plan.length !== best.length) return plan.length < best.length ? plan : best
    return totalFarness(plan) < totalFarness(best) ? plan : best
  }, null)

const together = (plans: readonly Plan[]): Plan =>
  plans.includes(null) ? null : plans.flatMap((plan) => plan ?? [])

const isChangeable = (rulebook: Rulebook, { leaf, resolved }: LeafTrace): boolean => {
  const { reference } = leaf
  const facts = reference.kind === 'fact' ? [reference] : resolved.uses
  return facts.some(({ fact }) => rulebook.facts.get(fact)?.isChangeable ?? false)
}

const flip = (rulebook: Rulebook, leaf: LeafTrace, to: Change['to']): Plan =>
  isChangeable(rulebook, leaf) ? [{ leaf, to }] : null

/** Changes after which the trace is no longer false. */
const toHold = (rulebook: Rulebook, trace: Trace): Plan => {
  if (trace.truth !== 'false') return []
  switch (trace.kind) {
    case 'leaf':
      return flip(rulebook, trace, 'hold')
    case 'all':
      return together(trace.parts.map((part) => toHold(rulebook, part)))
    case 'any':
      return smallest(trace.parts.map((part) => toHold(rulebook, part)))
    case 'except':
      return together(trace.parts.map((part) => toCease(rulebook, part)))
  }
}

/** Changes after which the trace is no longer true. */
const toCease = (rulebook: Rulebook, trace: Trace): Plan => {
  if (trace.truth !== 'true') return []
  switch (trace.kind) {
    case 'leaf':
      return flip(rulebook, trace, 'cease')
    case 'all':
      return smallest(trace.parts.map((part) => toCease(rulebook, part)))
    case 'any':
      return together(trace.parts.map((part) => toCease(rulebook, part)))
    case 'except':
      return smallest(trace.parts.map((part) => toHold(rulebook, part)))
  }
}

/**
 * The fewest leaves whose change turns an unmet condition; empty when it is not unmet,
 * null when what fails cannot be changed.
 */
export const smallestChange = (rulebook: Rulebook, trace: Trace): Plan => toHold(rulebook, trace)
