import type { Column, Table } from '../table.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import type { BoundProgram, BoundSlot } from './bound-program.ts'
import { type BlockMemory, createStoredValues } from './stored-values.ts'

/** Writes the rows of a slot straight from its column; false when that cannot be done. */
export type FillByScan = (slot: number) => boolean

/** More bounds are quicker by way of states. */
const BOUNDS_AT_MOST = 16
const LEAST = -0x8000_0000
const GREATEST = 0x7fff_ffff
const HEAD = 4

/** The bounds of a slot that is nothing but a column of integers with few of them; null for others. */
export const scanBounds = (slot: BoundSlot, { columns }: Table): Int32Array | null => {
  const { stated, derivation, isRanged } = slot
  if (stated?.kind !== 'bins' || derivation !== null || isRanged) return null
  const { bounds } = stated
  const column = columns[stated.column]
  if (column === undefined || column.values instanceof Float64Array) return null
  if (bounds.length > BOUNDS_AT_MOST || bounds.some((bound) => bound > GREATEST)) return null
  return Int32Array.from(bounds, (bound) => Math.max(bound, LEAST))
}

/** Fills the slots of a program that need no states for their rows. */
export const createScanFill = (
  { slots }: BoundProgram,
  window: BlockWindow,
  memory: BlockMemory,
): FillByScan => {
  const { layout, primitives } = memory
  const { buffer } = primitives.memory
  const { rowBytes, stored } = layout
  const { load } = createStoredValues(memory)
  const scans = { 1: primitives.scan8, 2: primitives.scan16, 4: primitives.scan32, 8: null }

  const prepared = slots.map((slot, at): { column: Column; plan: number } | null => {
    const bounds = scanBounds(slot, window.table)
    const place = layout.slots[at]
    const column = window.table.columns[slot.stated?.column ?? -1]
    if (bounds === null || place === undefined || column === undefined) return null
    const { missing, never } = column
    const plan = new Int32Array(buffer, place.scan, HEAD + bounds.length)
    plan.set([missing, never ?? missing, bounds.length, place.rows + rowBytes])
    plan.set(bounds, HEAD)
    return { column, plan: place.scan }
  })

  return (slot) => {
    const found = prepared[slot]
    if (found == null) return false
    const scan = scans[load(windowOf(window, found.column))]
    scan?.(stored, window.count, found.plan)
    return scan !== null
  }
}
