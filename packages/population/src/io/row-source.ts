import type { Cell } from './cell.ts'
import type { SourceColumn } from './column-heads.ts'

/** Some rows of a source. */
export interface RowBatch {
  readonly rows: number
  readonly cell: (row: number, column: number) => Cell
  /** The line or row number of the source, from 1. */
  readonly lineOf: (row: number) => number
  /** What is wrong with a row before any cell is read; null when nothing is. */
  readonly faultOf: (
    row: number,
  ) => { readonly code: string; readonly params: RowFaultParams } | null
  /** How the file itself calls a cell, or a row (`column` null), such as `Sheet1!C12`; absent where the line says it. */
  readonly placeOf?: (row: number, column: number | null) => string
}

type RowFaultParams = Readonly<Record<string, string | number>>

/** Rows with named columns, batch by batch. */
export interface RowSource {
  readonly columns: readonly SourceColumn[]
  readonly batches: AsyncIterable<RowBatch>
  /** How many rows there are, when that is known beforehand. */
  readonly rows: number | null
}

/** A batch of columns of equal length, whose first row has the number `first` (from 1). */
export const columnBatch = (
  columns: readonly ArrayLike<Cell>[],
  { rows, first }: { readonly rows: number; readonly first: number },
): RowBatch => ({
  rows,
  cell: (row, column) => columns[column]?.[row],
  lineOf: (row) => first + row,
  faultOf: () => null,
})
