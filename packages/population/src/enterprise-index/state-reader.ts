import type { Exact } from '@huiqi/domain'
import {
  boundsOf,
  type Need,
  type Rulebook,
  type Scalar,
  type Situation,
  type ThingKind,
} from '@huiqi/engine'
import type { Arithmetic, ArithmeticFact } from '../compile/arithmetic.ts'
import { orderedValue } from '../compile/bound-test.ts'
import { resolveStatedCode } from '../compile/compile-context.ts'
import { openState, stateOfResolved, stateOfValue, stateSpan } from '../compile/domain.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Slot } from '../compile/slot.ts'
import {
  type Approximate,
  approximateOf,
  combineApproximate,
  NO_VALUE,
  passedSurely,
  ULP,
} from '../kernel/approximate.ts'
import { resolveSource } from '../kernel/engine-states.ts'
import { passed } from '../kernel/passed.ts'
import { exactState, type SmallRatio, smallOf } from '../kernel/small-ratio.ts'
import { wholeBound } from '../kernel/whole-bound.ts'
import { thingKindOf } from './change-subject.ts'
import { deriveState, type StateSpan, type States } from './derive-state.ts'
import {
  createStatedOf,
  type EnterpriseWithThings,
  factsOf,
  safeInteger,
  statedIn,
} from './enterprise-facts.ts'

/** An enterprise whose states are read. */
export interface StateReading {
  readonly subject: EnterpriseWithThings
  readonly states: States
  readonly situation: () => Situation
}

/** Writes the state of a slot of an enterprise; the slots before it are in `states` already. */
export type ReadState = (slot: number, reading: StateReading) => void

type Lookup = (fact: ArithmeticFact) => Exact | null

const RATIO_ERROR = 2 * ULP

/** A stated number as a double, the quick way where numerator and denominator are small. */
const approximateStated = (stated: Exact): Approximate => {
  const n = Number(stated.n)
  if (!Number.isSafeInteger(n)) return approximateOf(stated)
  if (stated.d === 1n) return { value: n, error: 0 }
  const d = Number(stated.d)
  if (!Number.isSafeInteger(d)) return approximateOf(stated)
  return { value: n / d, error: Math.abs(n / d) * RATIO_ERROR }
}

const approximate = (expression: Arithmetic, lookup: Lookup): Approximate => {
  if (expression.kind === 'constant') return approximateOf(expression.value)
  if (expression.kind === 'fact') {
    const stated = lookup(expression)
    if (stated !== null) return approximateStated(stated)
    return expression.otherwise === null ? NO_VALUE : approximate(expression.otherwise, lookup)
  }
  const { kind, left, right } = expression
  return combineApproximate(kind, approximate(left, lookup), approximate(right, lookup))
}

const UNIT = { n: 1, d: 1 }
const NO_BOUNDS = new Float64Array(0)

interface Prepared {
  readonly slot: Slot
  /** The fact that states the value, with the kind of thing it is about; null for what is never stated. */
  readonly stated: { readonly need: Need; readonly kind: ThingKind | null } | null
  readonly open: number
  /** The least whole numbers above the cuts, for whole values. */
  readonly bounds: Float64Array
  /** The cuts as doubles, for values that are worked out. */
  readonly approximateBounds: Float64Array
  readonly byCode: Map<string, number>
}

const prepare = (rulebook: Rulebook, slot: Slot): Prepared => {
  const cuts = slot.domain.kind === 'ordered' ? slot.domain.cuts : []
  const { source } = slot
  return {
    slot,
    stated:
      source.kind === 'fact' ? { need: source, kind: thingKindOf(rulebook, source.fact) } : null,
    open: openState(slot.domain),
    bounds: cuts.length === 0 ? NO_BOUNDS : Float64Array.from(cuts, (cut) => wholeBound(cut, UNIT)),
    approximateBounds: Float64Array.from(cuts, ({ value }) =>
      value === null ? Number.NEGATIVE_INFINITY : approximateOf(value).value,
    ),
    byCode: new Map(),
  }
}

/** The state of a stated value: by doubles where they cannot err, else exactly. */
const orderedState = ({ bounds, approximateBounds, slot }: Prepared, value: Scalar): number => {
  const number = orderedValue(value)
  if (number === null) return 0
  const whole = safeInteger(number)
  if (whole !== null) return passed(bounds, whole)
  return (
    passedSurely(approximateBounds, approximateStated(number)) ?? stateOfValue(slot.domain, value)
  )
}

/** Of a ranged value nothing is known but that it lies somewhere. */
const unknownSpan = ({ slot: { domain }, open }: Prepared): StateSpan =>
  domain.kind === 'ordered' && domain.isRanged
    ? { low: 0, high: domain.cuts.length }
    : { low: open, high: open }

/** Readers for the slots of a program. */
export const createReadState = (program: PopulationProgram): ReadState => {
  const { rulebook } = program
  const prepared = program.slots.map((slot) => prepare(rulebook, slot))
  const statedOf = createStatedOf(rulebook)

  const codeState = ({ slot, byCode }: Prepared, code: string): number => {
    const ready = byCode.get(code)
    if (ready !== undefined) return ready
    const { source, domain } = slot
    const fact = source.kind === 'fact' ? source.fact : ''
    const state = stateOfResolved(domain, resolveStatedCode(program, fact, code))
    byCode.set(code, state)
    return state
  }

  const statedState = (of: Prepared, subject: EnterpriseWithThings): number | null => {
    const { source, domain } = of.slot
    if (source.kind === 'thing') return subject.things[source.of] === undefined ? of.open : 0
    if (of.stated === null) return null
    const stated = statedIn(factsOf(subject, of.stated.kind), of.stated.need)
    if (stated === null) return null
    if (domain.kind === 'codes') return codeState(of, String(stated.value))
    return orderedState(of, stated.value)
  }

  const arithmeticState = (
    of: Prepared,
    expression: Arithmetic,
    subject: EnterpriseWithThings,
  ): number => {
    const lookup: Lookup = (fact) => {
      const stated = statedOf(subject, fact)
      return stated === null ? null : orderedValue(stated.value)
    }
    const near = approximate(expression, lookup)
    if (Number.isNaN(near.value)) return of.open
    const state = passedSurely(of.approximateBounds, near)
    if (state !== null || of.slot.domain.kind !== 'ordered') return state ?? of.open
    const small = (fact: ArithmeticFact): SmallRatio | null => {
      const stated = lookup(fact)
      return stated === null ? null : smallOf(stated)
    }
    return exactState(expression, of.slot.domain.cuts, { small, exact: lookup }) ?? of.open
  }

  const engineState = ({ slot }: Prepared, situation: Situation): StateSpan => {
    const resolved = resolveSource(situation, slot.source)
    const { domain } = slot
    if (domain.kind === 'ordered' && domain.isRanged) return stateSpan(domain, boundsOf(resolved))
    const state = stateOfResolved(domain, resolved)
    return { low: state, high: state }
  }

  const spanOf = (of: Prepared, { states, situation }: StateReading): StateSpan =>
    of.slot.derivation?.kind === 'engine'
      ? engineState(of, situation())
      : (deriveState(of.slot, states) ?? unknownSpan(of))

  return (place, reading) => {
    const of = prepared[place]
    if (of === undefined) throw new RangeError(`no slot ${place}`)
    const { subject, states } = reading
    const { derivation } = of.slot
    const single =
      statedState(of, subject) ??
      (derivation?.kind === 'arithmetic'
        ? arithmeticState(of, derivation.expression, subject)
        : null)
    const span = single === null ? spanOf(of, reading) : null
    states.low[place] = span?.low ?? single ?? of.open
    states.high[place] = span?.high ?? single ?? of.open
  }
}
