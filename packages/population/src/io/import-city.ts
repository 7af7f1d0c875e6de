import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, type IsoDate, type Issue } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { SYNTHETIC_ORGANISATION } from '../city/synthetic-uscc.ts'
import { USCC_BYTES } from '../city/uscc-bytes.ts'
import { CITY_FILE, CITY_FORMAT, type CityHead, type FileEntry, formatHead } from './city-head.ts'
import { createColumnFile } from './column-file.ts'
import { readColumnHeads, type UnknownColumns } from './column-heads.ts'
import { createImportedColumn, type ImportedColumn, ROWS_AT_ONCE } from './imported-column.ts'
import { type Existing, type PendingFolder, startFolder } from './replace-folder.ts'
import { createRowReader, planReading, type ReadPlan, type RowReader } from './row-reader.ts'
import type { RowBatch, RowSource } from './row-source.ts'
import { createUsccIndex, type UsccIndex } from './uscc-index.ts'
import { USCC_FILE } from './write-city.ts'

/** How a source is taken in. */
export interface ImportOptions {
  readonly rulebook: Rulebook
  /** When not given, a column that the vocabulary does not know refuses the source. */
  readonly unknown?: UnknownColumns
  readonly existing?: Existing
  /** The day the figures are as of. */
  readonly asOf?: IsoDate
  /** Hears of every fault of every row; such a row is left out. */
  readonly onIssue?: (issue: Issue) => void
  readonly onProgress?: (rows: number) => void
  readonly signal?: AbortSignal
}

/** What came of an import. */
export interface Imported {
  readonly head: CityHead
  /** Rows left out because something in them is wrong. */
  readonly refused: number
  /** How often each fault was found, by its code. */
  readonly faults: Readonly<Record<string, number>>
}

/** Rows on their way into files. */
interface Intake {
  readonly pending: PendingFolder
  readonly plan: ReadPlan
  readonly columns: readonly ImportedColumn[]
  readonly usccs: UsccIndex
  readonly lines: number[]
  readonly reader: RowReader
  readonly faults: Map<string, number>
  held: number
  rows: number
  refused: number
}

const readHeads = ({ columns }: RowSource, options: ImportOptions) => {
  const { rulebook, unknown = 'refuse' } = options
  const { heads, issues } = readColumnHeads(columns, { rulebook, unknown })
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  return heads
}

const startIntake = async (
  pending: PendingFolder,
  source: RowSource,
  options: ImportOptions,
): Promise<Intake> => {
  const heads = readHeads(source, options)
  const plan = planReading(heads, options.rulebook)
  const columns: ImportedColumn[] = []
  for (const column of plan.columns) columns.push(await createImportedColumn(pending.path, column))
  const usccs = createUsccIndex()
  const lines: number[] = []
  const faults = new Map<string, number>()
  const reader = createRowReader(options.rulebook, {
    heads,
    names: source.columns.map(({ name }) => name),
    plan,
    usccs,
    lineOfRow: (row) => lines[row] ?? 0,
    onIssue: (issue) => {
      faults.set(issue.code, (faults.get(issue.code) ?? 0) + 1)
      options.onIssue?.(issue)
    },
  })
  return { pending, plan, columns, usccs, lines, reader, faults, held: 0, rows: 0, refused: 0 }
}

const flush = async (intake: Intake): Promise<void> => {
  for (const column of intake.columns) await column.flush(intake.held)
  intake.held = 0
}

const hold = ({ reader, columns, usccs, plan, held, lines }: Intake, line: number): void => {
  for (const [place, column] of columns.entries()) {
    column.held[held] = reader.values[place] ?? Number.NaN
  }
  if (plan.uscc === -1) return
  usccs.add(reader.code)
  lines.push(line)
}

const takeBatch = async (intake: Intake, batch: RowBatch): Promise<void> => {
  for (let row = 0; row < batch.rows; row += 1) {
    if (!intake.reader.read(batch, row)) {
      intake.refused += 1
      continue
    }
    hold(intake, batch.lineOf(row))
    intake.held += 1
    intake.rows += 1
    if (intake.held === ROWS_AT_ONCE) await flush(intake)
  }
}

const isSynthetic = (codes: Uint8Array): boolean => {
  const mark = [...SYNTHETIC_ORGANISATION].map((letter) => letter.charCodeAt(0))
  for (let at = 8; at < codes.length; at += USCC_BYTES) {
    if (mark.some((byte, place) => codes[at + place] !== byte)) return false
  }
  return codes.length > 0
}

const writeCodes = async ({ pending, usccs, plan }: Intake): Promise<FileEntry | null> => {
  if (plan.uscc === -1) return null
  const file = await createColumnFile(join(pending.path, USCC_FILE))
  await file.write(usccs.bytes())
  return { file: USCC_FILE, ...(await file.close()) }
}

const finish = async (intake: Intake, asOf: IsoDate | null): Promise<CityHead> => {
  await flush(intake)
  const columns: CityHead['columns'][number][] = []
  for (const column of intake.columns) columns.push(await column.finish())
  const uscc = await writeCodes(intake)
  const head: CityHead = {
    format: CITY_FORMAT,
    synthetic: isSynthetic(intake.usccs.bytes()),
    rows: intake.rows,
    seed: null,
    asOf,
    measures: null,
    columns,
    uscc,
  }
  await writeFile(join(intake.pending.path, CITY_FILE), formatHead(head))
  await intake.pending.commit()
  return head
}

const take = async (
  pending: PendingFolder,
  source: RowSource,
  options: ImportOptions,
): Promise<Imported> => {
  const intake = await startIntake(pending, source, options)
  try {
    for await (const batch of source.batches) {
      await takeBatch(intake, batch)
      options.signal?.throwIfAborted()
      options.onProgress?.(intake.rows + intake.refused)
    }
    const head = await finish(intake, options.asOf ?? null)
    return { head, refused: intake.refused, faults: Object.fromEntries(intake.faults) }
  } finally {
    for (const column of intake.columns) await column.close()
  }
}

/**
 * Takes a source in as a city folder. A row with a fault is reported and left out; nothing wrong ever
 * becomes an empty value. Throws AppError `invalid-input` when a column cannot be understood or the
 * source breaks off; the folder is then not made.
 */
export const importCity = async (
  folder: string,
  source: RowSource,
  options: ImportOptions,
): Promise<Imported> => {
  const pending = await startFolder(folder, options.existing ?? 'refuse')
  try {
    return await take(pending, source, options)
  } catch (error) {
    await pending.abandon()
    throw error
  }
}
