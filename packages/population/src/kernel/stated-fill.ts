import type { Column, Table } from '../table.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import type { BoundProgram, BoundSlot, StatedEncoder } from './bound-program.ts'
import type { Layout, SlotPlace } from './layout.ts'
import type { Primitives } from './primitives.ts'

/** Writes the states of a slot that is nothing but a column; false when it is more than that. */
export type FillStated = (slot: number) => boolean

interface Memory {
  readonly layout: Layout
  readonly primitives: Primitives
}

const BINS_HEAD = 24
const LOOKUP_HEAD = 8

const writeBins = (
  buffer: ArrayBuffer,
  { plan, states }: SlotPlace,
  { column, bounds }: { readonly column: Column; readonly bounds: Float64Array },
): void => {
  new Float64Array(buffer, plan, 2).set([column.missing, column.never ?? Number.NaN])
  new Int32Array(buffer, plan + 16, 2).set([bounds.length, states])
  new Float64Array(buffer, plan + BINS_HEAD, bounds.length).set(bounds)
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
  if (encoder.kind === 'bins') writeBins(buffer, place, { column, bounds: encoder.bounds })
  else writeLookup(buffer, place, encoder.states)
  return { ...found, plan: place.plan }
}

/** Stored values of each width in the room that primitives read them from. */
const createLoaders = ({ layout, primitives }: Memory) => {
  const { stored, rowBytes } = layout
  const { buffer } = primitives.memory
  const size = rowBytes * 8
  const bytes = new Uint8Array(buffer, stored, size)
  const shorts = new Uint16Array(buffer, stored, size)
  const integers = new Int32Array(buffer, stored, size)
  const doubles = new Float64Array(buffer, stored, size)
  return (values: Column['values']): 1 | 2 | 4 | 8 => {
    if (values instanceof Uint8Array) {
      bytes.set(values)
      return 1
    }
    if (values instanceof Uint16Array) {
      shorts.set(values)
      return 2
    }
    if (values instanceof Int32Array) {
      integers.set(values)
      return 4
    }
    doubles.set(values)
    return 8
  }
}

/** Fills the slots of a program that are nothing but columns. */
export const createStatedFill = (
  { slots }: BoundProgram,
  window: BlockWindow,
  memory: Memory,
): FillStated => {
  const { layout, primitives } = memory
  const { buffer } = primitives.memory
  const load = createLoaders(memory)
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
    const width = load(windowOf(window, stated.column))
    const { stored } = layout
    const isLookedUp = stated.encoder.kind === 'lookup'
    if (isLookedUp !== width <= 2) return false
    fillers[width](stored, window.count, stated.plan)
    return true
  }
}
