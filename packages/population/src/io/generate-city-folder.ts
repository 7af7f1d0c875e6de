import type { CityOptions } from '../city/city-frame.ts'
import { type CityPlan, planCity } from '../city/city-plan.ts'
import { BLOCK, countBlocks } from '../city/draft.ts'
import { createFiller } from '../city/fill-block.ts'
import { emptyTable } from '../city/generate-city.ts'
import { deriveMeasures } from '../city/synthetic/synthetic-measures.ts'
import { USCC_BYTES } from '../city/uscc-bytes.ts'
import type { Table } from '../table.ts'
import type { CityHead, MeasuresEntry } from './city-head.ts'
import { writeMeasures } from './measures-file.ts'
import type { Existing } from './replace-folder.ts'
import { type CityWriter, createCityWriter } from './write-city.ts'

/** How far a long run is: rows, or measures. */
export interface Progress {
  readonly stage: 'planning' | 'writing' | 'measures'
  readonly done: number
  readonly of: number
}

/** A generated city, and how the run may be watched and stopped. */
export interface GenerateOptions extends CityOptions {
  /** How many synthetic measures to add; none when not given. */
  readonly measures?: number
  readonly existing?: Existing
  readonly onProgress?: (progress: Progress) => void
  /** Stops the run; nothing is left of it. The run then throws the signal's reason. */
  readonly signal?: AbortSignal
}

const BLOCKS_AT_ONCE = 8

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Tells how far the run is and lets the outside speak. */
const report = async (options: GenerateOptions, progress: Progress): Promise<void> => {
  options.onProgress?.(progress)
  await pause()
  options.signal?.throwIfAborted()
}

const step = async <Result>(
  options: GenerateOptions,
  steps: Iterator<number, Result>,
  { stage, of }: Pick<Progress, 'stage' | 'of'>,
): Promise<Result> => {
  await report(options, { stage, done: 0, of })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await report(options, { stage, done: value, of })
  }
}

const firstRows = (table: Table & { readonly uscc: Uint8Array }, rows: number): Table => ({
  rows,
  columns: table.columns.map((column) => ({ ...column, values: column.values.subarray(0, rows) })),
  uscc: table.uscc.subarray(0, rows * USCC_BYTES),
})

const writeRows = async (options: GenerateOptions, city: CityPlan, writer: CityWriter) => {
  const { enterprises: of } = options
  const filler = createFiller(city)
  const table = emptyTable(city, BLOCK * BLOCKS_AT_ONCE)
  const values = table.columns.map((column) => column.values)
  const blocks = countBlocks(of)
  let rows = 0
  for (let block = 0; block < blocks; block += 1) {
    rows += filler.fill(block, { values, uscc: table.uscc, offset: rows })
    const isFull = rows + BLOCK > table.rows || block === blocks - 1
    if (isFull) {
      await writer.append(firstRows(table, rows))
      rows = 0
    }
    await report(options, { stage: 'writing', done: Math.min(of, (block + 1) * BLOCK), of })
  }
}

const addMeasures = async (
  options: GenerateOptions,
  folder: string,
): Promise<MeasuresEntry | null> => {
  const { measures: count = 0 } = options
  if (count === 0) return null
  const steps = deriveMeasures({ ...options, count })
  return writeMeasures(folder, await step(options, steps, { stage: 'measures', of: count }))
}

/** Generates a city straight into a folder, block by block. */
export const generateCityFolder = async (
  folder: string,
  options: GenerateOptions,
): Promise<CityHead> => {
  const { enterprises: of, seed, asOf, existing = 'refuse' } = options
  const writer = await createCityWriter(folder, existing)
  try {
    const city = await step(options, planCity(options), { stage: 'planning', of })
    await writeRows(options, city, writer)
    const measures = await addMeasures(options, writer.path)
    return await writer.finish({ synthetic: true, seed, asOf, measures })
  } catch (error) {
    await writer.abandon()
    throw error
  }
}
