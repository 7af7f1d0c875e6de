import { stateOfNumber } from '../compile/cut.ts'
import { type ClassLimit, NO_ROW, type SlotView } from '../compile/slot.ts'
import { passedSurely } from './approximate.ts'
import type { BoundDerivation } from './bound-program.ts'
import { f64At, i32At, u8At, u16At } from './read-array.ts'
import type { VectorMachine } from './vector.ts'

type Of<Kind extends BoundDerivation['kind']> = Extract<BoundDerivation, { kind: Kind }>

/** The states of other slots in the current block. */
export type StatesOf = (slot: number) => Uint16Array

/** States by the cuts of a number that is worked out; doubles near a cut are decided exactly. */
export const encodeArithmetic = (
  { expression, cuts, bounds }: Of<'arithmetic'>,
  machine: VectorMachine,
  states: Uint16Array,
): void => {
  const { values, errors } = machine.evaluate(expression)
  const open = cuts.length + 1
  for (let row = 0; row < states.length; row += 1) {
    const near = { value: f64At(values, row), error: f64At(errors, row) }
    const state = Number.isNaN(near.value) ? open : passedSurely(bounds, near)
    const exactly = state === null ? machine.exactAt(expression, row) : null
    states[row] = state ?? (exactly === null ? open : stateOfNumber(cuts, exactly))
  }
}

/** States by a table over three-valued inputs. */
export const encodeLogic = (
  { inputs, states: results }: Of<'logic'>,
  statesOf: StatesOf,
  states: Uint16Array,
): void => {
  states.fill(0)
  for (const { slot, truths } of inputs) {
    const given = statesOf(slot)
    for (let row = 0; row < states.length; row += 1) {
      states[row] = u16At(states, row) * 3 + u8At(truths, u16At(given, row))
    }
  }
  for (let row = 0; row < states.length; row += 1) states[row] = u8At(results, u16At(states, row))
}

interface ReadLimit extends ClassLimit {
  readonly given: Uint16Array
}

/** States by a class table: the weakest limit decides. */
export const encodeClasses = (
  derivation: Of<'classes'>,
  statesOf: StatesOf,
  states: Uint16Array,
): void => {
  const { rowOfState, rows, classes, stateOfSpan, openState } = derivation
  const by = statesOf(derivation.by)
  const limits = rows.map((row) =>
    row.map((limit): ReadLimit => ({ ...limit, given: statesOf(limit.slot) })),
  )
  for (let row = 0; row < states.length; row += 1) {
    const place = rowOfState[u16At(by, row)] ?? NO_ROW
    if (place === NO_ROW) states[row] = openState
    else {
      let [best, worst] = [0, 0]
      for (const limit of limits[place] ?? []) {
        const state = u16At(limit.given, row)
        best = Math.max(best, u8At(limit.best, state))
        worst = Math.max(worst, u8At(limit.worst, state))
      }
      states[row] = u16At(stateOfSpan, best * classes + worst)
    }
  }
}

/** Which entry of a table over several cases belongs to each row. */
const fillEntries = (
  inputs: readonly SlotView[],
  statesOf: StatesOf,
  entries: Uint16Array,
): void => {
  entries.fill(0)
  for (const { slot, cases, count } of inputs) {
    const given = statesOf(slot)
    for (let row = 0; row < entries.length; row += 1) {
      entries[row] = u16At(entries, row) * count + u16At(cases, u16At(given, row))
    }
  }
}

/** The lowest and highest sum of points that each row can have. */
export interface ScoreSums {
  readonly low: Int32Array
  readonly high: Int32Array
  readonly entries: Uint16Array
}

/** Adds up the points of a score. */
export const addPoints = (
  { indicators, max }: Of<'score'>,
  statesOf: StatesOf,
  { low, high, entries }: ScoreSums,
): void => {
  low.fill(0)
  high.fill(0)
  for (const indicator of indicators) {
    fillEntries(indicator.inputs, statesOf, entries)
    for (let row = 0; row < low.length; row += 1) {
      const entry = u16At(entries, row)
      low[row] = i32At(low, row) + i32At(indicator.low, entry)
      high[row] = i32At(high, row) + i32At(indicator.high, entry)
    }
  }
  for (let row = 0; row < low.length; row += 1) {
    low[row] = Math.min(i32At(low, row), max)
    high[row] = Math.min(i32At(high, row), max)
  }
}
