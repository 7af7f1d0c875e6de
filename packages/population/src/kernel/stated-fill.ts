import type { Column, Table } from '../table.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import type { BoundProgram, BoundSlot, StatedEncoder } from './bound-program.ts'
import type { SlotPlace } from './layout.ts'
import { type BlockMemory, createStoredValues } from './stored-values.ts'

/** Writes the states of a slot that is nothing but a column; false when it is more than that. */
export type FillStated = (slot: number) => boolean

const BINS_HEAD = 24
const LOOKUP_HEAD = 8

/** Writes the plan of a slot whose numbers find their state among bounds; what follows them too. */
export const writeBins = (
  buffer: ArrayBuffer,
  { plan, states }: SlotPlace,
  {
    missing,
    never,
    bounds,
  }: { readonly missing: number; readonly never: number; readonly bounds: readonly Float64Array[] },
): void => {
  const length = bounds[0]?.length ?? 0
  new Float64Array(buffer, plan, 2).set([missing, never])
  new Int32Array(buffer, plan + 16, 2).set([length, states])
  for (const [at, each] of bounds.entries()) {
    new Float64Array(buffer, plan + BINS_HEAD + at * 8 * length, length).set(each)
  }
}

const writeLookup = (
  buffer: ArrayBuffer,
  { plan, states }: SlotPlace,
  table: Uint16Array,
): void => {
  new Int32Array(buffer, plan, 1).set([states])
  new Uint16Array(buffer, plan + LOOKUP_HEAD, table.length).set(table)
}

interface Stated {
  readonly column: Column
  readonly encoder: StatedEncoder
  readonly plan: number
}

/** The column of a slot that follows from nothing else. */
const statedOnly = ({ stated, derivation }: BoundSlot, { columns }: Table) => {
  const column = stated === null || derivation !== null ? undefined : columns[stated.column]
  return stated === null || column === undefined ? null : { column, encoder: stated }
}

const prepare = (
  slot: BoundSlot,
  table: Table,
  { place, buffer }: { readonly place: SlotPlace; readonly buffer: ArrayBuffer },
): Stated | null => {
  const found = statedOnly(slot, table)
  if (found === null) return null
  const { column, encoder } = found
  if (encoder.kind === 'bins') {
    const { missing, never } = column
    writeBins(buffer, place, { missing, never: never ?? Number.NaN, bounds: [encoder.bounds] })
  }
  if (encoder.kind === 'lookup') writeLookup(buffer, place, encoder.states)
  return { ...found, plan: place.plan }
}

/** Fills the slots of a program that are nothing but columns. */
export const createStatedFill = (
  { slots }: BoundProgram,
  window: BlockWindow,
  memory: BlockMemory,
): FillStated => {
  const { layout, primitives } = memory
  const { buffer } = primitives.memory
  const { load, loadNumbers } = createStoredValues(memory)
  const fillers = {
    1: primitives.lookup8,
    2: primitives.lookup16,
    4: primitives.bins32,
    8: primitives.bins64,
  }
  const prepared = slots.map((slot, at) => {
    const place = layout.slots[at]
    return place === undefined ? null : prepare(slot, window.table, { place, buffer })
  })
  return (slot) => {
    const stated = prepared[slot]
    if (stated == null) return false
    const values = windowOf(window, stated.column)
    const width = stated.encoder.kind === 'lookup' ? load(values) : loadNumbers(values)
    if (stated.encoder.kind === 'lookup' && width > 2) return false
    fillers[width](layout.stored, window.count, stated.plan)
    return true
  }
}
