import type { ImportPreview } from '@huiqi/contract'
import type { Issue } from '@huiqi/domain'
import type { RowBatch, RowSource } from '@huiqi/population'
import { type Column, showColumns } from './read-columns.ts'
import { createRowReading, type Row, textOfCell } from './read-rows.ts'

const ROWS_AT_ONCE = 500
/** How many rows a preview has. */
export const ROWS_SHOWN = 20
const CHARACTERS_SHOWN = 80

/** Some rows of a file: the sound ones, and what is wrong with the others. */
export interface Chunk {
  readonly rows: readonly Row[]
  readonly issues: readonly Issue[]
  /** How many rows are at fault. */
  readonly bad: number
  /** How many rows have been read so far, these included. */
  readonly done: number
}

interface Growing {
  rows: Row[]
  issues: Issue[]
  bad: number
}

const none = (): Growing => ({ rows: [], issues: [], bad: 0 })

/** Reads the rows of a source in chunks. */
export async function* readChunks(
  source: RowSource,
  batches: AsyncIterable<RowBatch>,
  columns: readonly Column[],
): AsyncGenerator<Chunk> {
  const reading = createRowReading(source, columns)
  let growing = none()
  let done = 0
  for await (const batch of batches) {
    for (let place = 0; place < batch.rows; place += 1) {
      const { row, issues } = reading.read(batch, place)
      if (row === null) growing.bad += 1
      else growing.rows.push(row)
      growing.issues.push(...issues)
      done += 1
      if (done % ROWS_AT_ONCE > 0) continue
      yield { ...growing, done }
      growing = none()
    }
  }
  if (growing.rows.length + growing.bad > 0) yield { ...growing, done }
}

/** The columns of a file and the first rows of its first batches. */
export const previewOf = (
  { columns: names }: RowSource,
  columns: readonly Column[],
  first: readonly RowBatch[],
): ImportPreview => ({
  columns: [...showColumns(names, columns)],
  rows: first
    .flatMap((batch) => Array.from({ length: batch.rows }, (_, row) => ({ batch, row })))
    .slice(0, ROWS_SHOWN)
    .map(({ batch, row }) =>
      names.map(({ physical }, at) =>
        textOfCell(batch.cell(row, at), physical).slice(0, CHARACTERS_SHOWN),
      ),
    ),
})
