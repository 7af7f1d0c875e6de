import type { Column, Table } from '../table.ts'

/** The rows of a table that are being worked on. */
export interface BlockWindow {
  readonly table: Table
  /** The first row. */
  start: number
  /** How many rows. */
  count: number
  /** Another number for each block. */
  stamp: number
}

/** The stored values of a column in the window. */
export const windowOf = (
  { start, count }: Pick<BlockWindow, 'start' | 'count'>,
  column: Column,
): Column['values'] => column.values.subarray(start, start + count)
