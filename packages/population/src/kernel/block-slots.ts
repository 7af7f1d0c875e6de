import type { Table } from '../table.ts'
import type { BlockWindow } from './block-window.ts'
import type { BoundProgram } from './bound-program.ts'
import { type EncodeContext, encodeSlot, type SlotStates } from './encode-slot.ts'
import { createRowSituations, encodeByEngine } from './engine-states.ts'
import type { Layout, SlotPlace } from './layout.ts'
import type { Primitives } from './primitives.ts'
import { i32At, u16At } from './read-array.ts'
import { createStatedFill } from './stated-fill.ts'
import { createVectorMachine } from './vector.ts'

/** Fills slots of a block when they are first asked for. */
export interface BlockSlots {
  /** Moves on to another block. */
  readonly moveTo: (start: number, count: number) => void
  /** Makes sure that the states of a slot are there. */
  readonly statesOf: (slot: number) => Uint16Array
  /** Makes sure that the rows of a slot are there. */
  readonly fillRows: (slot: number) => void
  /** The states of a slot that occur in the block, ascending. */
  readonly presentStates: (slot: number) => readonly number[]
  readonly window: BlockWindow
}

const scratchOf = (size: number): EncodeContext['scratch'] => ({
  low: new Int32Array(size),
  high: new Int32Array(size),
  entries: new Uint16Array(size),
  stated: new Uint16Array(size),
})

const cutTo = (scratch: EncodeContext['scratch'], count: number): EncodeContext['scratch'] => ({
  low: scratch.low.subarray(0, count),
  high: scratch.high.subarray(0, count),
  entries: scratch.entries.subarray(0, count),
  stated: scratch.stated.subarray(0, count),
})

const NO_STATES: readonly number[] = []

const statesIn = (states: Uint16Array, seen: Uint8Array): readonly number[] => {
  seen.fill(0)
  for (let row = 0; row < states.length; row += 1) seen[u16At(states, row)] = 1
  const found: number[] = []
  for (let state = 0; state < seen.length; state += 1) if (seen[state] === 1) found.push(state)
  return found
}

/** The slots of a program over blocks of a table. */
export const createBlockSlots = (
  bound: BoundProgram,
  table: Table,
  { layout, primitives }: { readonly layout: Layout; readonly primitives: Primitives },
): BlockSlots => {
  const { rowBytes } = layout
  const size = rowBytes * 8
  const window: BlockWindow = { table, start: 0, count: 0, stamp: 0 }
  const machine = createVectorMachine(window, size)
  const fillStated = createStatedFill(bound, window, { layout, primitives })
  const situationAt = createRowSituations(bound, window)
  const whole = scratchOf(size)
  const { buffer } = primitives.memory
  const bytes = new Uint8Array(buffer)
  const encoded = new Int32Array(bound.slots.length)
  const filled = new Int32Array(bound.slots.length)
  let context: EncodeContext | null = null

  const placeOf = (slot: number): SlotPlace => {
    const place = layout.slots[slot]
    if (place === undefined) throw new RangeError(`no slot ${slot}`)
    return place
  }
  const statesAt = ({ states, highStates }: SlotPlace): SlotStates => ({
    low: new Uint16Array(buffer, states, window.count),
    high: highStates === 0 ? null : new Uint16Array(buffer, highStates, window.count),
  })
  const evaluate = (slot: number, states: SlotStates): void => {
    const derivation = bound.slots[slot]?.derivation
    if (derivation?.kind === 'engine') encodeByEngine(derivation, situationAt, states)
  }
  const statesOf = (slot: number): Uint16Array => {
    const states = statesAt(placeOf(slot))
    if (i32At(encoded, slot) === window.stamp || context === null) return states.low
    encoded[slot] = window.stamp
    if (!fillStated(slot)) encodeSlot(bound, slot, { context, states })
    return states.low
  }
  const fillAt = (slot: number, states: number, rows: number): void => {
    const { states: count = 0, isOrdered = false } = bound.slots[slot] ?? {}
    bytes.fill(0, rows, rows + count * rowBytes)
    primitives.scatter16(states, window.count, rows)
    if (isOrdered) primitives.accumulate(rows, count)
  }
  const present = bound.slots.map(({ states }) => ({
    stamp: 0,
    states: NO_STATES,
    seen: new Uint8Array(states),
  }))
  const presentStates = (slot: number): readonly number[] => {
    const found = present[slot]
    if (found === undefined || found.stamp === window.stamp) return found?.states ?? NO_STATES
    found.stamp = window.stamp
    found.states = statesIn(statesOf(slot), found.seen)
    return found.states
  }
  return {
    window,
    statesOf,
    presentStates,
    moveTo: (start, count) => {
      window.start = start
      window.count = count
      window.stamp += 1
      context = { window, machine, statesOf, evaluate, scratch: cutTo(whole, count) }
    },
    fillRows: (slot) => {
      if (i32At(filled, slot) === window.stamp) return
      filled[slot] = window.stamp
      statesOf(slot)
      const place = placeOf(slot)
      fillAt(slot, place.states, place.rows)
      if (place.highRows !== 0) fillAt(slot, place.highStates, place.highRows)
    },
  }
}
