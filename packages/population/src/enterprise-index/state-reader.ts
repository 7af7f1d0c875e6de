import type { Exact } from '@huiqi/domain'
import { boundsOf, type Scalar, type Situation } from '@huiqi/engine'
import { type Arithmetic, evaluateArithmetic } from '../compile/arithmetic.ts'
import { orderedValue } from '../compile/bound-test.ts'
import { resolveStatedCode } from '../compile/compile-context.ts'
import { stateOfNumber } from '../compile/cut.ts'
import { openState, stateOfResolved, stateOfValue, stateSpan } from '../compile/domain.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Slot } from '../compile/slot.ts'
import {
  type Approximate,
  approximateOf,
  combineApproximate,
  NO_VALUE,
  passedSurely,
} from '../kernel/approximate.ts'
import { resolveSource } from '../kernel/engine-states.ts'
import { passed } from '../kernel/passed.ts'
import { wholeBound } from '../kernel/whole-bound.ts'
import { deriveState, type StateSpan, type States } from './derive-state.ts'
import { type Subject, safeInteger, statedOf } from './enterprise-facts.ts'

/** Tells the state of a slot of an enterprise; the slots before it are in `states` already. */
export type ReadState = (
  slot: number,
  from: { readonly subject: Subject; readonly states: States; readonly situation: () => Situation },
) => StateSpan

type Lookup = (fact: string, year: number | null) => Exact | null

const approximate = (expression: Arithmetic, lookup: Lookup): Approximate => {
  if (expression.kind === 'constant') return approximateOf(expression.value)
  if (expression.kind === 'fact') {
    const stated = lookup(expression.fact, expression.year)
    if (stated !== null) return approximateOf(stated)
    return expression.otherwise === null ? NO_VALUE : approximate(expression.otherwise, lookup)
  }
  const { kind, left, right } = expression
  return combineApproximate(kind, approximate(left, lookup), approximate(right, lookup))
}

const UNIT = { n: 1, d: 1 }
const NO_BOUNDS = new Float64Array(0)

interface Prepared {
  readonly slot: Slot
  readonly open: number
  /** The least whole numbers above the cuts, for whole values. */
  readonly bounds: Float64Array
  /** The cuts as doubles, for values that are worked out. */
  readonly approximateBounds: Float64Array
  readonly byCode: Map<string, number>
}

const prepare = (slot: Slot): Prepared => {
  const cuts = slot.domain.kind === 'ordered' ? slot.domain.cuts : []
  return {
    slot,
    open: openState(slot.domain),
    bounds: cuts.length === 0 ? NO_BOUNDS : Float64Array.from(cuts, (cut) => wholeBound(cut, UNIT)),
    approximateBounds: Float64Array.from(cuts, ({ value }) =>
      value === null ? Number.NEGATIVE_INFINITY : approximateOf(value).value,
    ),
    byCode: new Map(),
  }
}

const orderedState = ({ bounds, slot }: Prepared, value: Scalar): number => {
  const number = orderedValue(value)
  if (number === null) return 0
  const whole = safeInteger(number)
  return whole === null ? stateOfValue(slot.domain, value) : passed(bounds, whole)
}

/** Of a ranged value nothing is known but that it lies somewhere. */
const unknownSpan = ({ slot: { domain }, open }: Prepared): StateSpan =>
  domain.kind === 'ordered' && domain.isRanged
    ? { low: 0, high: domain.cuts.length }
    : { low: open, high: open }

/** Readers for the slots of a program. */
export const createReadState = (program: PopulationProgram): ReadState => {
  const { rulebook } = program
  const prepared = program.slots.map(prepare)

  const codeState = ({ slot, byCode }: Prepared, code: string): number => {
    const ready = byCode.get(code)
    if (ready !== undefined) return ready
    const { source, domain } = slot
    const fact = source.kind === 'fact' ? source.fact : ''
    const state = stateOfResolved(domain, resolveStatedCode(program, fact, code))
    byCode.set(code, state)
    return state
  }

  const statedState = (of: Prepared, subject: Subject): number | null => {
    const { source, domain } = of.slot
    if (source.kind === 'thing') return subject.things[source.of] === undefined ? of.open : 0
    const stated = source.kind === 'fact' ? statedOf(rulebook, subject, source) : null
    if (stated === null) return null
    if (domain.kind === 'codes') return codeState(of, String(stated.value))
    return orderedState(of, stated.value)
  }

  const arithmeticState = (of: Prepared, expression: Arithmetic, subject: Subject): number => {
    const lookup: Lookup = (fact, year) => {
      const stated = statedOf(rulebook, subject, { fact, year })
      return stated === null ? null : orderedValue(stated.value)
    }
    const near = approximate(expression, lookup)
    if (Number.isNaN(near.value)) return of.open
    const state = passedSurely(of.approximateBounds, near)
    if (state !== null || of.slot.domain.kind !== 'ordered') return state ?? of.open
    const exactly = evaluateArithmetic(expression, lookup)
    return exactly === null ? of.open : stateOfNumber(of.slot.domain.cuts, exactly)
  }

  const engineState = ({ slot }: Prepared, situation: Situation): StateSpan => {
    const resolved = resolveSource(situation, slot.source)
    const { domain } = slot
    if (domain.kind === 'ordered' && domain.isRanged) return stateSpan(domain, boundsOf(resolved))
    const state = stateOfResolved(domain, resolved)
    return { low: state, high: state }
  }

  return (place, { subject, states, situation }) => {
    const of = prepared[place]
    if (of === undefined) throw new RangeError(`no slot ${place}`)
    const stated = statedState(of, subject)
    if (stated !== null) return { low: stated, high: stated }
    const { derivation } = of.slot
    if (derivation?.kind === 'engine') return engineState(of, situation())
    if (derivation?.kind === 'arithmetic') {
      const state = arithmeticState(of, derivation.expression, subject)
      return { low: state, high: state }
    }
    return deriveState(of.slot, states) ?? unknownSpan(of)
  }
}
