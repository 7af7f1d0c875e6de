import type { Grade, ImportFormat, ImportPreview, ImportState } from '@huiqi/contract'
import type { Issue } from '@huiqi/domain'
import { sql } from 'kysely'
import type { Database } from '../platform/database/open-database.ts'
import type { Work } from '../platform/database/transaction.ts'

type Tables = Database | Work

const STATES: readonly ImportState[] = [
  'checking',
  'checked',
  'applying',
  'applied',
  'refused',
  'cancelled',
  'failed',
]
const FORMATS: readonly ImportFormat[] = ['csv', 'xlsx', 'parquet']
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D']

const one = <Word extends string>(words: readonly Word[], text: string, otherwise: Word): Word =>
  words.find((word) => word === text) ?? otherwise

/** A batch to be added. */
export interface BatchToAdd {
  readonly fileName: string
  readonly format: ImportFormat
  readonly bytes: number
  readonly source: string
  readonly grade: Grade
  readonly district: string | null
  readonly addsEnterprises: boolean
  readonly appliesItself: boolean
  readonly fileKey: string
  /** Null: a connector. */
  readonly begunBy: string | null
  readonly at: Date
}

/** Adds a batch that is to be checked and returns its id. */
export const addBatch = async (work: Work, batch: BatchToAdd): Promise<string> => {
  const { id } = await work
    .insertInto('import_batches')
    .values({
      file_name: batch.fileName,
      format: batch.format,
      bytes: batch.bytes,
      source: batch.source,
      grade: batch.grade,
      district: batch.district,
      adds_enterprises: batch.addsEnterprises,
      applies_itself: batch.appliesItself,
      file_key: batch.fileKey,
      state: 'checking',
      begun_by: batch.begunBy,
      begun_at: batch.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const selectBatches = (tables: Tables) =>
  tables
    .selectFrom('import_batches as b')
    .leftJoin('accounts as a', 'a.id', 'b.begun_by')
    .selectAll('b')
    .select('a.name as begun_by_name')

type BatchRow = Awaited<ReturnType<ReturnType<typeof selectBatches>['executeTakeFirstOrThrow']>>

const toBatch = (row: BatchRow) => ({
  ...row,
  state: one(STATES, row.state, 'failed'),
  format: one(FORMATS, row.format, 'csv'),
  grade: one(GRADES, row.grade, 'D'),
})

/** A batch as it is kept. */
export type Batch = ReturnType<typeof toBatch>

/** A batch; null when there is none that may be read. */
export const findBatch = async (tables: Tables, id: string): Promise<Batch | null> => {
  const row = await selectBatches(tables).where('b.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toBatch(row)
}

/** A page of batches, the latest first, and how many there are. */
export const listBatches = async (
  work: Work,
  wanted: {
    readonly state: ImportState | null
    readonly after: { readonly at: Date; readonly id: string } | null
    /** Null: all. */
    readonly limit: number | null
  },
) => {
  const { state, after, limit } = wanted
  const { total } = await work
    .selectFrom('import_batches')
    .$if(state !== null, (query) => query.where('state', '=', state ?? ''))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await selectBatches(work)
    .$if(state !== null, (query) => query.where('b.state', '=', state ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(b.begun_at, b.id) < (${after?.at ?? null}, ${after?.id ?? null}::uuid)`,
      ),
    )
    .orderBy('b.begun_at', 'desc')
    .orderBy('b.id', 'desc')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()
  return { total, rows: rows.map(toBatch) }
}

/** What becomes of a batch. */
export interface BatchStep {
  readonly id: string
  readonly from: readonly ImportState[]
  readonly to: ImportState
}

/** What is noted with a step. */
export interface StepNotes {
  readonly at?: Date
  readonly rowsInAll?: number | null
  readonly rowsBad?: number
  readonly rowsDone?: number
  readonly statementsMade?: number
  readonly failure?: string | null
}

const isEnd = (state: ImportState): boolean =>
  ['applied', 'refused', 'cancelled', 'failed'].includes(state)

/** Takes a batch from one state to another; false when it is no longer in the first. */
export const stepBatch = async (
  tables: Tables,
  { id, from, to }: BatchStep,
  notes: StepNotes = {},
): Promise<boolean> => {
  const { numUpdatedRows } = await tables
    .updateTable('import_batches')
    .set({
      state: to,
      ended_at: isEnd(to) ? (notes.at ?? null) : null,
      ...(notes.rowsInAll === undefined ? {} : { rows_in_all: notes.rowsInAll }),
      ...(notes.rowsBad === undefined ? {} : { rows_bad: notes.rowsBad }),
      ...(notes.rowsDone === undefined ? {} : { rows_done: notes.rowsDone }),
      ...(notes.statementsMade === undefined ? {} : { statements_made: notes.statementsMade }),
      ...(notes.failure === undefined ? {} : { failure: notes.failure }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes how far a step has come; false when the batch is no longer in that state. */
export const noteProgress = async (
  tables: Tables,
  {
    id,
    state,
    rowsDone,
  }: {
    readonly id: string
    readonly state: ImportState
    readonly rowsDone: number
  },
): Promise<boolean> => {
  const { numUpdatedRows } = await tables
    .updateTable('import_batches')
    .set({ rows_done: rowsDone })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps what the columns are and the first rows. */
export const keepPreview = async (
  tables: Tables,
  id: string,
  preview: ImportPreview,
): Promise<void> => {
  await tables
    .updateTable('import_batches')
    .set({ preview: JSON.stringify(preview) })
    .where('id', '=', id)
    .execute()
}

/** Forgets what was wrong when the batch was looked at before. */
export const dropIssues = async (tables: Tables, batch: string): Promise<void> => {
  await tables.deleteFrom('import_issues').where('batch', '=', batch).execute()
}

/** Keeps what is wrong, in the order given. */
export const addIssues = async (
  tables: Tables,
  batch: string,
  issues: readonly Issue[],
): Promise<void> => {
  if (issues.length === 0) return
  await tables
    .insertInto('import_issues')
    .values(
      issues.map(({ line, path, code, params }) => ({
        batch,
        line: line ?? null,
        column_name: path ?? null,
        code,
        params: JSON.stringify(params),
      })),
    )
    .execute()
}

/** A page of what is wrong, in the order of the file, and how much there is. */
export const listIssues = async (
  work: Work,
  batch: string,
  { after, limit }: { readonly after: number; readonly limit: number | null },
) => {
  const { total } = await work
    .selectFrom('import_issues')
    .where('batch', '=', batch)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await work
    .selectFrom('import_issues')
    .select(['id', 'line', 'column_name', 'code', 'params'])
    .where('batch', '=', batch)
    .where('id', '>', after)
    .orderBy('id')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()
  return { total, rows }
}

/** The batches over which some service may have died. */
export const listRunning = (tables: Tables): Promise<readonly { readonly id: string }[]> =>
  tables
    .selectFrom('import_batches')
    .select('id')
    .where('state', 'in', ['checking', 'applying'])
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
