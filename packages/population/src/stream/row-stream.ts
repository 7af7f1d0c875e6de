import type { SourceColumn } from '../io/column-heads.ts'
import type { RowBatch, RowSource } from '../io/row-source.ts'

/** Some rows with the columns they are in; the same list of columns as long as none is added. */
export interface StreamRows {
  readonly columns: readonly SourceColumn[]
  readonly batch: RowBatch
}

/** Rows that arrive one part after the other. */
export interface RowStream {
  readonly parts: AsyncIterable<StreamRows>
  /** Where a column that cannot be understood is told: once for the head, or for every row that has it. */
  readonly columnFaults: 'in-head' | 'in-rows'
}

async function* withColumns({ columns, batches }: RowSource): AsyncGenerator<StreamRows> {
  for await (const batch of batches) yield { columns, batch }
}

/** The rows of a source under one head. */
export const streamOf = (source: RowSource): RowStream => ({
  parts: withColumns(source),
  columnFaults: 'in-head',
})
