import type { Exact } from '@huiqi/domain'
import { boundsOf, type Need, type Situation } from '@huiqi/engine'
import type { Arithmetic, ArithmeticFact } from '../compile/arithmetic.ts'
import { orderedValue } from '../compile/bound-test.ts'
import { resolveStatedCode } from '../compile/compile-context.ts'
import { openState, stateOfResolved, stateSpan } from '../compile/domain.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Slot } from '../compile/slot.ts'
import { type Approximate, approximateOf, passedSurely } from '../kernel/approximate.ts'
import { resolveSource } from '../kernel/engine-states.ts'
import { passed } from '../kernel/passed.ts'
import { exactState, type SmallRatio, smallOf } from '../kernel/small-ratio.ts'
import { wholeBound } from '../kernel/whole-bound.ts'
import { deriveState, type StateSpan, type States } from './derive-state.ts'
import { createStatedOf, type EnterpriseWithThings } from './enterprise-facts.ts'
import {
  createStatedNumbers,
  STATED_NEVER,
  type StatedNumbers,
  type Worked,
} from './stated-numbers.ts'

/** An enterprise whose states are read. */
export interface StateReading {
  readonly subject: EnterpriseWithThings
  readonly states: States
  readonly situation: () => Situation
}

/** Writes the state of a slot of an enterprise; the slots before it are in `states` already. */
export type ReadState = (slot: number, reading: StateReading) => void

const UNIT = { n: 1, d: 1 }
const NO_BOUNDS = new Float64Array(0)

/** A fact that states a value. */
interface StatedNeed {
  readonly need: Need
  /** Its place among the stated numbers; -1 for a code. */
  readonly number: number
}

/** How a value is worked out: in full, and by doubles. */
interface WorkedOut {
  readonly expression: Arithmetic
  readonly worked: Worked
}

interface Prepared {
  readonly slot: Slot
  /** Null for what is never stated. */
  readonly stated: StatedNeed | null
  /** Null for what is not worked out. */
  readonly workedOut: WorkedOut | null
  readonly open: number
  /** The least whole numbers above the cuts, for whole values. */
  readonly bounds: Float64Array
  /** The cuts as doubles, for values that are worked out. */
  readonly approximateBounds: Float64Array
  readonly byCode: Map<string, number>
}

const prepare = (slot: Slot, numbers: StatedNumbers): Prepared => {
  const { source, domain, derivation } = slot
  const cuts = domain.kind === 'ordered' ? domain.cuts : []
  const statedBy = (need: Need): StatedNeed => {
    const number = domain.kind === 'ordered' ? numbers.prepare(need) : -1
    return { need, number }
  }
  const workedBy = (expression: Arithmetic): WorkedOut => {
    return { expression, worked: numbers.work(expression) }
  }
  return {
    slot,
    stated: source.kind === 'fact' ? statedBy(source) : null,
    workedOut: derivation?.kind === 'arithmetic' ? workedBy(derivation.expression) : null,
    open: openState(slot.domain),
    bounds: cuts.length === 0 ? NO_BOUNDS : Float64Array.from(cuts, (cut) => wholeBound(cut, UNIT)),
    approximateBounds: Float64Array.from(cuts, ({ value }) =>
      value === null ? Number.NEGATIVE_INFINITY : approximateOf(value).value,
    ),
    byCode: new Map(),
  }
}

/** The state of a stated number by doubles; null where they cannot tell. */
const stateByDouble = (
  { bounds, approximateBounds }: Prepared,
  near: Approximate,
): number | null => {
  if (near === STATED_NEVER) return 0
  return near.error === 0 && Number.isInteger(near.value)
    ? passed(bounds, near.value)
    : passedSurely(approximateBounds, near)
}

/** Of a ranged value nothing is known but that it lies somewhere. */
const unknownSpan = ({ slot: { domain }, open }: Prepared): StateSpan =>
  domain.kind === 'ordered' && domain.isRanged
    ? { low: 0, high: domain.cuts.length }
    : { low: open, high: open }

/** Readers for the slots of a program. */
export const createReadState = (program: PopulationProgram): ReadState => {
  const statedOf = createStatedOf(program.rulebook)
  const numbers = createStatedNumbers(statedOf)
  const prepared = program.slots.map((slot) => prepare(slot, numbers))
  let current: StateReading | null = null

  const codeState = ({ slot, byCode }: Prepared, code: string): number => {
    const ready = byCode.get(code)
    if (ready !== undefined) return ready
    const { source, domain } = slot
    const fact = source.kind === 'fact' ? source.fact : ''
    const state = stateOfResolved(domain, resolveStatedCode(program, fact, code))
    byCode.set(code, state)
    return state
  }

  /** The state of a number that lies too near to a cut for doubles. */
  const exactly = (
    { slot, open }: Prepared,
    expression: Arithmetic,
    subject: EnterpriseWithThings,
  ): number => {
    const exact = (fact: ArithmeticFact): Exact | null => {
      const stated = statedOf(subject, fact)
      return stated === null ? null : orderedValue(stated.value)
    }
    const small = (fact: ArithmeticFact): SmallRatio | null => {
      const stated = exact(fact)
      return stated === null ? null : smallOf(stated)
    }
    const cuts = slot.domain.kind === 'ordered' ? slot.domain.cuts : []
    return exactState(expression, cuts, { small, exact }) ?? open
  }

  const statedCode = (
    of: Prepared,
    { need }: StatedNeed,
    subject: EnterpriseWithThings,
  ): number | null => {
    const stated = statedOf(subject, need)
    return stated === null ? null : codeState(of, String(stated.value))
  }

  const statedState = (of: Prepared, subject: EnterpriseWithThings): number | null => {
    const { source } = of.slot
    if (source.kind === 'thing') return subject.things[source.of] === undefined ? of.open : 0
    const { stated } = of
    if (stated === null) return null
    if (stated.number < 0) return statedCode(of, stated, subject)
    const near = numbers.at(subject, stated.number)
    if (near === null) return null
    return (
      stateByDouble(of, near) ??
      exactly(of, { kind: 'fact', ...stated.need, otherwise: null }, subject)
    )
  }

  const workedState = (
    of: Prepared,
    { worked, expression }: WorkedOut,
    subject: EnterpriseWithThings,
  ): number => {
    const near = numbers.evaluate(worked, subject)
    if (Number.isNaN(near.value)) return of.open
    return passedSurely(of.approximateBounds, near) ?? exactly(of, expression, subject)
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
    if (reading !== current) {
      current = reading
      numbers.forget()
    }
    const { subject, states } = reading
    const single =
      statedState(of, subject) ??
      (of.workedOut === null ? null : workedState(of, of.workedOut, subject))
    const span = single === null ? spanOf(of, reading) : null
    states.low[place] = span?.low ?? single ?? of.open
    states.high[place] = span?.high ?? single ?? of.open
  }
}
