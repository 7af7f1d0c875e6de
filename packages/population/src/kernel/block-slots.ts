import type { Table } from '../table.ts'
import { writeBinPlan } from './bin-plan.ts'
import type { BlockWindow } from './block-window.ts'
import type { BoundProgram } from './bound-program.ts'
import { type EncodeContext, encodeSlot, type SlotStates } from './encode-slot.ts'
import { createRowSituations, encodeByEngine } from './engine-states.ts'
import type { SlotPlace } from './layout.ts'
import { i32At, u16At } from './read-array.ts'
import { createScanFill } from './scan-fill.ts'
import { createStatedFill } from './stated-fill.ts'
import type { BlockMemory } from './stored-values.ts'
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

const scratchOf = ({ layout, primitives }: BlockMemory): EncodeContext['scratch'] => {
  const size = layout.rowBytes * 8
  return {
    low: new Int32Array(size),
    high: new Int32Array(size),
    entries: new Uint16Array(primitives.memory.buffer, layout.entries, size),
    address: layout.entries,
    stated: new Uint16Array(size),
  }
}

const cutTo = (scratch: EncodeContext['scratch'], count: number): EncodeContext['scratch'] => ({
  low: scratch.low.subarray(0, count),
  high: scratch.high.subarray(0, count),
  entries: scratch.entries.subarray(0, count),
  address: scratch.address,
  stated: scratch.stated.subarray(0, count),
})

/** Writes the plans of slots that are worked out as numbers. */
const writeArithmetic = ({ slots }: BoundProgram, { layout, primitives }: BlockMemory): void => {
  const { buffer } = primitives.memory
  for (const [at, { derivation }] of slots.entries()) {
    const place = layout.slots[at]
    if (derivation?.kind !== 'arithmetic' || place === undefined) continue
    const { bins, plan, states: target } = place
    const none = { missing: Number.NaN, never: Number.NaN }
    if (bins !== null) writeBinPlan(buffer, plan, { ...none, bins, target })
  }
}

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
  memory: BlockMemory,
): BlockSlots => {
  const { layout, primitives } = memory
  const { rowBytes } = layout
  const window: BlockWindow = { table, start: 0, count: 0, stamp: 0 }
  const machine = createVectorMachine(window, memory)
  const fillStated = createStatedFill(bound, window, memory)
  const fillByScan = createScanFill(bound, window, memory)
  const situationAt = createRowSituations(bound, window)
  const whole = scratchOf(memory)
  const { buffer } = primitives.memory
  const bytes = new Uint8Array(buffer)
  const encoded = new Int32Array(bound.slots.length)
  const filled = new Int32Array(bound.slots.length)
  let context: EncodeContext | null = null

  writeArithmetic(bound, memory)

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
  const tools = { window, machine, memory, statesOf, placeOf, evaluate }
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
      context = { ...tools, scratch: cutTo(whole, count) }
    },
    fillRows: (slot) => {
      if (i32At(filled, slot) === window.stamp) return
      filled[slot] = window.stamp
      if (fillByScan(slot)) return
      statesOf(slot)
      const place = placeOf(slot)
      fillAt(slot, place.states, place.rows)
      if (place.highRows !== 0) fillAt(slot, place.highStates, place.highRows)
    },
  }
}
