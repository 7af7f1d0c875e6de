import type { Column } from '../table.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import type { BoundProgram, BoundSlot, StatedEncoder } from './bound-program.ts'
import {
  addPoints,
  type DeriveContext,
  encodeArithmetic,
  encodeClasses,
  encodeLogic,
} from './encode-derived.ts'
import { passed } from './passed.ts'
import { i32At, u16At } from './read-array.ts'

/** The states of a slot for the rows of a window; `high` only for ranged slots. */
export interface SlotStates {
  readonly low: Uint16Array
  readonly high: Uint16Array | null
}

/** What encoding reads besides the slot itself. */
export interface EncodeContext extends DeriveContext {
  readonly window: BlockWindow
  /** States by the plain evaluator. */
  readonly evaluate: (slot: number, states: SlotStates) => void
  readonly scratch: {
    readonly low: Int32Array
    readonly high: Int32Array
    readonly entries: Uint16Array
    readonly address: number
    readonly stated: Uint16Array
  }
}

const columnAt = ({ table }: BlockWindow, place: number): Column => {
  const column = table.columns[place]
  if (column === undefined) throw new RangeError(`no column ${place}`)
  return column
}

const encodeBins = (
  { column: place, bounds }: Extract<StatedEncoder, { kind: 'bins' }>,
  window: BlockWindow,
  states: Uint16Array,
): void => {
  const column = columnAt(window, place)
  const { missing, never } = column
  const stored = windowOf(window, column)
  const open = bounds.length + 1
  for (let row = 0; row < states.length; row += 1) {
    const value = stored[row] ?? missing
    if (value === missing) states[row] = open
    else states[row] = value === never ? 0 : passed(bounds, value)
  }
}

const encodeLookup = (
  { column: place, states: known }: Extract<StatedEncoder, { kind: 'lookup' }>,
  { window, open }: { readonly window: BlockWindow; readonly open: number },
  states: Uint16Array,
): void => {
  const column = columnAt(window, place)
  const { missing } = column
  const stored = windowOf(window, column)
  for (let row = 0; row < states.length; row += 1) {
    const value = stored[row] ?? missing
    states[row] = value === missing ? open : (known[value] ?? open)
  }
}

const encodeStated = (
  slot: BoundSlot,
  { stated, window }: { readonly stated: StatedEncoder; readonly window: BlockWindow },
  states: Uint16Array,
): void => {
  if (stated.kind === 'bins') encodeBins(stated, window, states)
  else encodeLookup(stated, { window, open: slot.states - 1 }, states)
}

const writeSums = (
  stateOfSum: Uint16Array,
  open: number,
  { states, sums }: { readonly states: SlotStates; readonly sums: EncodeContext['scratch'] },
): void => {
  const { low, high } = states
  for (let row = 0; row < low.length; row += 1) {
    const [least, most] = [i32At(sums.low, row), i32At(sums.high, row)]
    if (high !== null) {
      low[row] = u16At(stateOfSum, least)
      high[row] = u16At(stateOfSum, most)
    } else low[row] = least === most ? u16At(stateOfSum, least) : open
  }
}

/** State 0 where a column has a value, else 1. */
const encodePresence = (
  columns: readonly number[],
  window: BlockWindow,
  states: Uint16Array,
): void => {
  states.fill(1)
  for (const place of columns) {
    const column = columnAt(window, place)
    const stored = windowOf(window, column)
    for (let row = 0; row < states.length; row += 1) {
      if (stored[row] !== column.missing) states[row] = 0
    }
  }
}

const encodeDerived = (
  slot: BoundSlot,
  place: number,
  { context, states }: { readonly context: EncodeContext; readonly states: SlotStates },
): void => {
  const { derivation } = slot
  const { low, high } = states
  const { statesOf, scratch } = context
  const slotPlace = context.placeOf(place)
  switch (derivation?.kind) {
    case undefined:
      low.fill(high === null ? slot.states - 1 : 0)
      high?.fill(slot.states - 2)
      break
    case 'thing':
      encodePresence(derivation.columns, context.window, low)
      break
    case 'arithmetic':
      encodeArithmetic(derivation, { ...context, place: slotPlace }, low)
      break
    case 'logic':
      encodeLogic(derivation, context, { place: slotPlace, states: low })
      break
    case 'classes':
      encodeClasses(derivation, statesOf, low)
      break
    case 'score':
      addPoints(derivation, context, scratch)
      writeSums(derivation.stateOfSum, slot.states - 1, { states, sums: scratch })
      break
    case 'engine':
      context.evaluate(place, states)
  }
}

const overlay = (stated: Uint16Array, open: number, { low, high }: SlotStates): void => {
  for (let row = 0; row < low.length; row += 1) {
    const state = u16At(stated, row)
    if (state === open) continue
    low[row] = state
    if (high !== null) high[row] = state
  }
}

/** Writes the states of a slot for the rows of the window: stated where a value is, else derived. */
export const encodeSlot = (
  { slots }: Pick<BoundProgram, 'slots'>,
  place: number,
  { context, states }: { readonly context: EncodeContext; readonly states: SlotStates },
): void => {
  const slot = slots[place]
  if (slot === undefined) throw new RangeError(`no slot ${place}`)
  const { stated } = slot
  const { window, scratch } = context
  if (stated !== null && slot.derivation === null && states.high === null) {
    encodeStated(slot, { stated, window }, states.low)
    return
  }
  encodeDerived(slot, place, { context, states })
  if (stated === null) return
  const known = scratch.stated.subarray(0, states.low.length)
  encodeStated(slot, { stated, window }, known)
  overlay(known, slot.states - 1, states)
}
