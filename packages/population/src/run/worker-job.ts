import type { BoundProgram } from '../kernel/bound-program.ts'
import type { Table } from '../table.ts'
import type { ColumnFiles } from './block-files.ts'

/** What a worker is given: the blocks of a table, shared out by a common counter. */
export interface WorkerJob {
  readonly bound: BoundProgram
  readonly table: Table
  /** Where the columns are read from, block by block; null when the table holds them. */
  readonly files: ColumnFiles | null
  readonly blockRows: number
  /** Common to all workers: see the places below. */
  readonly control: Int32Array
}

/** Place of the next block that nobody has taken. */
export const NEXT_BLOCK = 0
/** Place of the rows done by all workers. */
export const ROWS_DONE = 1
/** Place of a flag that is 1 once the run is to stop. */
export const STOPPED = 2
/** Places of a control array. */
export const CONTROL_SIZE = 4
