import { type ClassLimit, NO_ROW } from '../compile/slot.ts'
import { TRUTHS } from '../compile/truth-code.ts'
import type { BoundDerivation } from './bound-program.ts'
import type { SlotPlace } from './places.ts'
import { UNSURE_STATE } from './primitives.ts'
import { i32At, u8At, u16At } from './read-array.ts'
import type { BlockMemory } from './stored-values.ts'
import type { VectorMachine } from './vector.ts'

type Of<Kind extends BoundDerivation['kind']> = Extract<BoundDerivation, { kind: Kind }>

const LOOKUP_HEAD = 8

/** The states of other slots in the current block. */
export type StatesOf = (slot: number) => Uint16Array

/** Where slots are worked out, and by what. */
export interface DeriveContext {
  readonly machine: VectorMachine
  readonly memory: BlockMemory
  readonly statesOf: StatesOf
  readonly placeOf: (slot: number) => SlotPlace
}

/** States by the cuts of a number that is worked out; doubles near a cut are decided exactly. */
export const encodeArithmetic = (
  { expression, cuts }: Of<'arithmetic'>,
  { machine, memory, place }: Pick<DeriveContext, 'machine' | 'memory'> & { place: SlotPlace },
  states: Uint16Array,
): void => {
  const values = machine.evaluate(expression)
  const unsure = memory.primitives.binsNear(values, states.length, place.plan)
  let row = unsure === 0 ? -1 : states.indexOf(UNSURE_STATE)
  while (row !== -1) {
    states[row] = machine.stateAt(expression, cuts, row) ?? cuts.length + 1
    row = states.indexOf(UNSURE_STATE, row + 1)
  }
}

/** Writes which entry of a table over the cases of several slots belongs to each row. */
const mixCases = (
  inputs: readonly { slot: number; cases: ArrayLike<number>; count: number }[],
  { memory, statesOf, placeOf }: Omit<DeriveContext, 'machine'>,
  { address, entries }: { readonly address: number; readonly entries: Uint16Array },
): void => {
  const { layout, primitives } = memory
  const { buffer } = primitives.memory
  const head = new Int32Array(buffer, layout.table, 2)
  const table = new Uint16Array(buffer, layout.table + LOOKUP_HEAD)
  entries.fill(0)
  for (const { slot, cases, count } of inputs) {
    statesOf(slot)
    head.set([entries.length, count])
    table.set(cases)
    primitives.mix16(address, placeOf(slot).states, layout.table)
  }
}

/** States by a table over three-valued inputs. */
export const encodeLogic = (
  { inputs, states: results }: Of<'logic'>,
  context: Omit<DeriveContext, 'machine'>,
  { place, states }: { readonly place: SlotPlace; readonly states: Uint16Array },
): void => {
  const cases = inputs.map(({ slot, truths }) => ({ slot, cases: truths, count: TRUTHS }))
  mixCases(cases, context, { address: place.states, entries: states })
  const { layout, primitives } = context.memory
  const { buffer } = primitives.memory
  new Int32Array(buffer, layout.table, 1).set([place.states])
  new Uint16Array(buffer, layout.table + LOOKUP_HEAD, results.length).set(results)
  primitives.lookup16(place.states, states.length, layout.table)
}

/**
 * For each state of a limit the classes that it rules out at best and at worst, each as that many low
 * bits, so that the weakest of several limits is their union.
 */
const ruledOut = ({ best, worst }: ClassLimit, classes: number): Uint16Array =>
  Uint16Array.from(best, (least, state) => {
    const most = u8At(worst, state)
    return ((1 << least) - 1) | (((1 << most) - 1) << (classes - 1))
  })

/** The state that belongs to each union of ruled out classes. */
const statesOfUnions = ({ classes, stateOfSpan }: Of<'classes'>): Uint16Array => {
  const width = classes - 1
  const states = new Uint16Array(1 << (2 * width))
  for (let best = 0; best < classes; best += 1) {
    for (let worst = best; worst < classes; worst += 1) {
      const union = ((1 << best) - 1) | (((1 << worst) - 1) << width)
      states[union] = u16At(stateOfSpan, best * classes + worst)
    }
  }
  return states
}

/** A class table made ready to be looked up in. */
interface ReadyClasses {
  readonly rows: readonly (readonly { readonly slot: number; readonly ruledOut: Uint16Array }[])[]
  readonly states: Uint16Array
}

const ready = new WeakMap<object, ReadyClasses>()

const readyClasses = (derivation: Of<'classes'>): ReadyClasses => {
  const found = ready.get(derivation)
  if (found !== undefined) return found
  const made = {
    rows: derivation.rows.map((row) =>
      row.map((limit) => ({ slot: limit.slot, ruledOut: ruledOut(limit, derivation.classes) })),
    ),
    states: statesOfUnions(derivation),
  }
  ready.set(derivation, made)
  return made
}

/** States by a class table: the weakest limit decides. */
export const encodeClasses = (
  derivation: Of<'classes'>,
  statesOf: StatesOf,
  states: Uint16Array,
): void => {
  const { rowOfState, openState } = derivation
  const table = readyClasses(derivation)
  const by = statesOf(derivation.by)
  const limits = table.rows.map((row) =>
    row.map((limit) => ({ ruledOut: limit.ruledOut, given: statesOf(limit.slot) })),
  )
  for (let row = 0; row < states.length; row += 1) {
    const place = rowOfState[u16At(by, row)] ?? NO_ROW
    const ofPlace = limits[place]
    if (ofPlace === undefined) states[row] = openState
    else {
      let union = 0
      for (let at = 0; at < ofPlace.length; at += 1) {
        const limit = ofPlace[at]
        if (limit !== undefined) union |= u16At(limit.ruledOut, u16At(limit.given, row))
      }
      states[row] = u16At(table.states, union)
    }
  }
}

/** The lowest and highest sum of points that each row can have. */
export interface ScoreSums {
  readonly low: Int32Array
  readonly high: Int32Array
  /** Room for the entries of a table, and where it is. */
  readonly entries: Uint16Array
  readonly address: number
}

/** Adds up the points of a score. */
export const addPoints = (
  { indicators, max }: Of<'score'>,
  context: Omit<DeriveContext, 'machine'>,
  { low, high, entries, address }: ScoreSums,
): void => {
  low.fill(0)
  high.fill(0)
  for (const indicator of indicators) {
    mixCases(indicator.inputs, context, { address, entries })
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
