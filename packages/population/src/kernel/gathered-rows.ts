import type { Column, Table } from '../table.ts'
import type { BoundProgram } from './bound-program.ts'
import { columnsOfProgram } from './columns-of-program.ts'

/** Some rows of a table, from here and there, as a table of their own. */
export interface GatheredRows {
  readonly table: Table
  /** The rows that were gathered, in order; the first `count` hold. */
  readonly rows: Int32Array
  count: number
  /** Brings the values of the rows together. */
  readonly gather: () => void
}

const emptyLike = (values: Column['values'], size: number): Column['values'] => {
  if (values instanceof Uint8Array) return new Uint8Array(size)
  if (values instanceof Uint16Array) return new Uint16Array(size)
  return values instanceof Int32Array ? new Int32Array(size) : new Float64Array(size)
}

type Copy<Values extends Column['values']> = (from: Values, to: Values, rows: Int32Array) => void

const copy8: Copy<Uint8Array> = (from, to, rows) => {
  for (let at = 0; at < rows.length; at += 1) to[at] = from[rows[at] ?? 0] ?? 0
}
const copy16: Copy<Uint16Array> = (from, to, rows) => {
  for (let at = 0; at < rows.length; at += 1) to[at] = from[rows[at] ?? 0] ?? 0
}
const copy32: Copy<Int32Array> = (from, to, rows) => {
  for (let at = 0; at < rows.length; at += 1) to[at] = from[rows[at] ?? 0] ?? 0
}
const copy64: Copy<Float64Array> = (from, to, rows) => {
  for (let at = 0; at < rows.length; at += 1) to[at] = from[rows[at] ?? 0] ?? 0
}

/** Copies the values of rows; a loop for each kind of array, since a loop for several is slow. */
const copyRows = (from: Column['values'], to: Column['values'], rows: Int32Array): void => {
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0]
  if (last - first === rows.length - 1) to.set(from.subarray(first, last + 1))
  else if (from instanceof Uint8Array && to instanceof Uint8Array) copy8(from, to, rows)
  else if (from instanceof Uint16Array && to instanceof Uint16Array) copy16(from, to, rows)
  else if (from instanceof Int32Array && to instanceof Int32Array) copy32(from, to, rows)
  else if (from instanceof Float64Array && to instanceof Float64Array) copy64(from, to, rows)
}

/** Room for `size` rows of a table, with the columns that a program reads. */
export const createGatheredRows = (
  table: Table,
  bound: BoundProgram,
  size: number,
): GatheredRows => {
  const used = columnsOfProgram(bound, table)
  const columns = table.columns.map((column, place) =>
    used.has(place) ? { ...column, values: emptyLike(column.values, size) } : column,
  )
  const rows = new Int32Array(size)
  const gathered: GatheredRows = {
    table: { rows: size, columns, uscc: null },
    rows,
    count: 0,
    gather: () => {
      for (const place of used) {
        const [from, to] = [table.columns[place]?.values, columns[place]?.values]
        if (from === undefined || to === undefined) continue
        copyRows(from, to, rows.subarray(0, gathered.count))
      }
    },
  }
  return gathered
}
