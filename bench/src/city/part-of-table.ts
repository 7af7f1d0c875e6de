import type { Column, Table } from '@huiqi/population'

type Values = Column['values']

const copyOf = (values: Values, rows: number): Values => {
  const memory = new SharedArrayBuffer(rows * values.BYTES_PER_ELEMENT)
  if (values instanceof Uint8Array) return new Uint8Array(memory)
  if (values instanceof Uint16Array) return new Uint16Array(memory)
  return values instanceof Int32Array ? new Int32Array(memory) : new Float64Array(memory)
}

/** Rows that follow each other. */
interface Run {
  readonly from: number
  readonly end: number
}

const takeRuns = ({ columns }: Table, runs: readonly Run[]): Table => {
  const rows = runs.reduce((sum, { from, end }) => sum + end - from, 0)
  const taken = columns.map((column) => {
    const values = copyOf(column.values, rows)
    let at = 0
    for (const { from, end } of runs) {
      values.set(column.values.subarray(from, end), at)
      at += end - from
    }
    return { ...column, values }
  })
  return { rows, columns: taken, uscc: null }
}

const RUN = 8192

/** One run of rows in `every`, so that a sorted table stays sorted and every part of it is there. */
export const everyRun = (table: Table, every: number): Table => {
  if (every === 1) return table
  const runs = Array.from({ length: Math.ceil(table.rows / (RUN * every)) }, (_, index) => {
    const from = index * RUN * every
    return { from, end: Math.min(table.rows, from + RUN) }
  })
  return takeRuns(table, runs)
}

/** So many single rows, spread evenly over the table. */
export const sampleRows = (table: Table, count: number): Table => {
  const rows = Math.min(count, table.rows)
  const step = table.rows / rows
  return takeRuns(
    table,
    Array.from({ length: rows }, (_, index) => {
      const from = Math.floor(index * step)
      return { from, end: from + 1 }
    }),
  )
}
