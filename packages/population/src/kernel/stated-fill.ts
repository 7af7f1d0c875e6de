import type { Column, Table } from '../table.ts'
import { writeBinPlan } from './bin-plan.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import type { BoundProgram, BoundSlot, StatedEncoder } from './bound-program.ts'
import type { SlotPlace } from './layout.ts'
import { type BlockMemory, createStoredValues } from './stored-values.ts'

/** Writes the states of a slot that is nothing but a column; false when it is more than that. */
export type FillStated = (slot: number) => boolean

const LOOKUP_HEAD = 8

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
  const { bins, plan, states: target } = place
  if (bins !== null) {
    const { missing, never } = column
    writeBinPlan(buffer, plan, { missing, never: never ?? Number.NaN, bins, target })
  }
  if (encoder.kind === 'lookup') writeLookup(buffer, place, encoder.states)
  return { ...found, plan }
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
  const { lookup8, lookup16, bins16, bins32, bins64 } = primitives
  const fillers = {
    lookup: { 1: lookup8, 2: lookup16, 4: null, 8: null },
    bins: { 1: null, 2: bins16, 4: bins32, 8: bins64 },
  }
  const prepared = slots.map((slot, at) => {
    const place = layout.slots[at]
    return place === undefined ? null : prepare(slot, window.table, { place, buffer })
  })
  return (slot) => {
    const stated = prepared[slot]
    if (stated == null) return false
    const { column, encoder, plan } = stated
    const values = windowOf(window, column)
    const isAsStored = encoder.kind === 'lookup' || values instanceof Uint16Array
    const fill = fillers[encoder.kind][isAsStored ? load(values) : loadNumbers(values)]
    fill?.(layout.stored, window.count, plan)
    return fill !== null
  }
}
