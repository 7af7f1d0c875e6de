import { openState, stateOfValue } from '../compile/domain.ts'
import { type ClassLimit, type Derivation, NO_ROW, type Slot } from '../compile/slot.ts'
import { OPEN, TRUE } from '../compile/truth-code.ts'
import { i32At, u8At, u16At } from '../kernel/read-array.ts'

/** The state of each slot; ranged ones have another for their high end. */
export interface States {
  readonly low: Int32Array
  readonly high: Int32Array
}

/** The states that a value may be in: the same twice unless it is a range. */
export interface StateSpan {
  readonly low: number
  readonly high: number
}

type Of<Kind extends Derivation['kind']> = Extract<Derivation, { kind: Kind }>

const both = (state: number): StateSpan => ({ low: state, high: state })

const logicState = (slot: Slot, { inputs, truths }: Of<'logic'>, states: States): StateSpan => {
  let entry = 0
  for (const input of inputs) {
    entry = entry * 3 + u8At(input.truths, i32At(states.low, input.slot))
  }
  const truth = u8At(truths, entry)
  return both(truth === OPEN ? openState(slot.domain) : stateOfValue(slot.domain, truth === TRUE))
}

const classesState = (derivation: Of<'classes'>, states: States): StateSpan => {
  const { by, rowOfState, rows, classes, stateOfSpan, openState: open } = derivation
  const row = rowOfState[i32At(states.low, by)] ?? NO_ROW
  if (row === NO_ROW) return both(open)
  let [best, worst] = [0, 0]
  for (const limit of rows[row] ?? NO_LIMITS) {
    const state = i32At(states.low, limit.slot)
    best = Math.max(best, u8At(limit.best, state))
    worst = Math.max(worst, u8At(limit.worst, state))
  }
  return both(u16At(stateOfSpan, best * classes + worst))
}

const NO_LIMITS: readonly ClassLimit[] = []

const scoreState = (slot: Slot, derivation: Of<'score'>, states: States): StateSpan => {
  const { indicators, max, stateOfSum } = derivation
  let [low, high] = [0, 0]
  for (const { inputs, low: least, high: most } of indicators) {
    let entry = 0
    for (const { slot: input, cases, count } of inputs) {
      entry = entry * count + u16At(cases, i32At(states.low, input))
    }
    low += i32At(least, entry)
    high += i32At(most, entry)
  }
  const sums = { low: Math.min(low, max), high: Math.min(high, max) }
  const isRanged = slot.domain.kind === 'ordered' && slot.domain.isRanged
  if (!isRanged && sums.low !== sums.high) return both(openState(slot.domain))
  return { low: u16At(stateOfSum, sums.low), high: u16At(stateOfSum, sums.high) }
}

/** The state of a slot that follows from other slots; null when it takes more than their states. */
export const deriveState = (slot: Slot, states: States): StateSpan | null => {
  const { derivation } = slot
  switch (derivation?.kind) {
    case 'logic':
      return logicState(slot, derivation, states)
    case 'classes':
      return classesState(derivation, states)
    case 'score':
      return scoreState(slot, derivation, states)
    default:
      return null
  }
}
