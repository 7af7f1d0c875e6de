import { z } from 'zod'
import { Bilingual } from './bilingual.ts'
import { Grade } from './enterprises.ts'
import { PageQuery, pageOf } from './page.ts'

const Id = z.uuid()
const Instant = z.iso.datetime()

/** Where a batch of an import stands. Only `checked` can be confirmed; `refused` has faulty rows. */
export const ImportState = z
  .enum(['checking', 'checked', 'applying', 'applied', 'refused', 'cancelled', 'failed'])
  .meta({ id: 'ImportState' })
export type ImportState = z.infer<typeof ImportState>

/** The form of a file. */
export const ImportFormat = z.enum(['csv', 'xlsx', 'parquet']).meta({ id: 'ImportFormat' })
export type ImportFormat = z.infer<typeof ImportFormat>

/** What a column of a file was taken for. */
export const ImportColumn = z
  .object({
    name: z.string(),
    /** `unknown` columns refuse the batch; `name` and `district` only help to add enterprises. */
    kind: z.enum(['uscc', 'name', 'fact', 'unknown', 'ignored']),
    fact: z.string().nullable(),
    factName: Bilingual.nullable(),
    year: z.int().nullable(),
  })
  .meta({ id: 'ImportColumn' })
export type ImportColumn = z.infer<typeof ImportColumn>

/** The columns and the first rows, as they stand in the file. */
export const ImportPreview = z
  .object({
    columns: z.array(ImportColumn),
    rows: z.array(z.array(z.string())),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

/** A batch of an import. */
export const ImportBatch = z
  .object({
    id: Id,
    fileName: z.string(),
    format: ImportFormat,
    bytes: z.int().nonnegative(),
    source: z.string(),
    sourceName: Bilingual,
    grade: Grade,
    /** Whose enterprises the rows may be about; null: the whole city. */
    district: z.string().nullable(),
    addsEnterprises: z.boolean(),
    state: ImportState,
    /** Known once the file has been read. */
    rowsInAll: z.int().nonnegative().nullable(),
    /** How many rows the running step is through with. */
    rowsDone: z.int().nonnegative(),
    rowsBad: z.int().nonnegative(),
    /** How many statements were made; null before it is applied. */
    statementsMade: z.int().nonnegative().nullable(),
    preview: ImportPreview.nullable(),
    /** Null: a connector. */
    begunBy: z.string().nullable(),
    begunAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'ImportBatch' })
export type ImportBatch = z.infer<typeof ImportBatch>

/** One page of batches, the latest first. */
export const ImportPage = pageOf('ImportPage', ImportBatch)
export type ImportPage = z.infer<typeof ImportPage>

/** Which batches are wanted. */
export const ImportQuery = PageQuery.extend({
  state: ImportState.optional(),
})
export type ImportQuery = z.infer<typeof ImportQuery>

/** Something wrong with a batch: with a cell, a row, a column, or with the file as a whole. */
export const ImportIssue = z
  .object({
    id: z.int(),
    line: z.int().nullable(),
    column: z.string().nullable(),
    /** The cell or row as Excel names it, such as `Sheet1!C12`; null for other files. */
    cell: z.string().nullable(),
    code: z.string(),
    message: Bilingual,
  })
  .meta({ id: 'ImportIssue' })
export type ImportIssue = z.infer<typeof ImportIssue>

/** One page of issues in the order of the file. */
export const ImportIssuePage = pageOf('ImportIssuePage', ImportIssue)
export type ImportIssuePage = z.infer<typeof ImportIssuePage>

/** Which issues are wanted. */
export const ImportIssueQuery = PageQuery
export type ImportIssueQuery = z.infer<typeof ImportIssueQuery>

/** What is said about an uploaded file, beside the file itself. */
export const NewImport = z.object({
  source: z.string().trim().min(1).max(80),
  grade: Grade,
  /** Null: the whole city, for posts of the whole city. */
  district: z.string().trim().min(1).max(80).nullable(),
  addsEnterprises: z.boolean(),
})
export type NewImport = z.infer<typeof NewImport>
