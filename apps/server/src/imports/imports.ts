import {
  type ImportBatch,
  type ImportIssue,
  type ImportIssuePage,
  type ImportIssueQuery,
  type ImportPage,
  ImportPreview,
  type ImportQuery,
  type ImportState,
  type NewImport,
} from '@huiqi/contract'
import { AppError, type IssueParams } from '@huiqi/domain'
import { type AuditEntry, audit } from '../audit/audit.ts'
import { saySource } from '../enterprises/in-both-languages.ts'
import type { Asking } from '../enterprises/read-file.ts'
import { requireAbility } from '../identity/access.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { prepareJob } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import type { Upload } from '../platform/upload.ts'
import {
  addBatch,
  type Batch,
  findBatch,
  listBatches,
  listIssues,
  stepBatch,
} from './batch-repository.ts'
import { dropFile, keepFile } from './import-files.ts'
import { sayIssue } from './import-messages.ts'
import { formatOfName } from './import-source.ts'
import { RUN_BATCH } from './run-batch.ts'

const SERVICE = { kind: 'service' } as const

const previewOf = (kept: unknown): ImportPreview | null => {
  const { success, data } = ImportPreview.safeParse(kept)
  return success ? data : null
}

const show = (batch: Batch): ImportBatch => ({
  id: batch.id,
  fileName: batch.file_name,
  format: batch.format,
  bytes: batch.bytes,
  source: batch.source,
  sourceName: saySource(batch.source),
  grade: batch.grade,
  district: batch.district,
  addsEnterprises: batch.adds_enterprises,
  state: batch.state,
  rowsInAll: batch.rows_in_all,
  rowsDone: batch.rows_done,
  rowsBad: batch.rows_bad,
  statementsMade: batch.statements_made,
  preview: previewOf(batch.preview),
  begunBy: batch.begun_by_name,
  begunAt: batch.begun_at.toISOString(),
  endedAt: batch.ended_at?.toISOString() ?? null,
})

const require = async (work: Work, id: string): Promise<Batch> => {
  const batch = await findBatch(work, id)
  if (batch === null) throw new AppError('not-found', { kind: 'import', id })
  return batch
}

const requireAccount = ({ account }: Asking): string => {
  if (account === null) throw new AppError('not-signed-in', {})
  return account.id
}

const refuse = (code: string, path: string): never => {
  throw new AppError('invalid-input', {
    issues: [{ code, severity: 'error', path, params: {} }],
  })
}

/** The largest file that is taken in. */
export const BYTES_AT_MOST = 200 * 1024 * 1024

/**
 * Takes a file in to be checked. Throws AppError `not-allowed` for a district the one who asks may not
 * import for, `invalid-input`, `too-large`.
 */
export const beginImport = async (
  platform: Platform,
  asking: Asking,
  { upload, ...said }: NewImport & { readonly upload: Upload },
): Promise<ImportBatch> => {
  const account = requireAccount(asking)
  await requireAbility(platform, asking, { action: 'import', district: said.district })
  const format = formatOfName(upload.fileName)
  if (format === null) return refuse('import-format', 'body.file')
  const file = await keepFile(platform.config, upload.content)
  if (upload.isCut()) {
    await dropFile(platform.config, file.key)
    throw new AppError('too-large', { bytesAtMost: BYTES_AT_MOST })
  }
  const send = await prepareJob(platform, RUN_BATCH)
  const at = platform.clock.now()
  return inTransaction(platform.database, SERVICE, async (work) => {
    const id = await addBatch(work, {
      ...said,
      fileName: upload.fileName,
      format,
      bytes: file.bytes,
      fileKey: file.key,
      appliesItself: false,
      begunBy: account,
      at,
    })
    await audit(work, {
      account,
      action: 'import.begun',
      subject: id,
      details: { fileName: upload.fileName, ...said },
      request: asking.id,
    })
    await send(work, id)
    return show(await require(work, id))
  })
}

const readCursor = (after: string | undefined) => {
  const [, at, id] = /^(.{24})~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const moment = new Date(at ?? '')
  return id === undefined || Number.isNaN(moment.getTime()) ? null : { at: moment, id }
}

/** One page of the batches that the one who asks has begun; administrators see all. */
export const listImports = (
  platform: Platform,
  asking: Asking,
  { query, isWhole }: { readonly query: ImportQuery; readonly isWhole: boolean },
): Promise<ImportPage> => {
  requireAccount(asking)
  return inTransaction(platform.database, asking.actor, async (work) => {
    const { total, rows } = await listBatches(work, {
      state: query.state ?? null,
      after: readCursor(query.after),
      limit: isWhole ? null : query.limit + 1,
    })
    const shown = isWhole ? rows : rows.slice(0, query.limit)
    const last = shown.at(-1)
    const next = last === undefined ? null : `${last.begun_at.toISOString()}~${last.id}`
    return { entries: shown.map(show), next: rows.length > shown.length ? next : null, total }
  })
}

/** One batch. Throws AppError `not-found`. */
export const showImport = (
  platform: Platform,
  asking: Asking,
  id: string,
): Promise<ImportBatch> => {
  requireAccount(asking)
  return inTransaction(platform.database, asking.actor, async (work) =>
    show(await require(work, id)),
  )
}

const isParams = (kept: unknown): kept is IssueParams => typeof kept === 'object' && kept !== null

const placeIn = (params: unknown): string | null =>
  isParams(params) && typeof params.cell === 'string' ? params.cell : null

const showIssue = (row: {
  readonly id: number
  readonly line: number | null
  readonly column_name: string | null
  readonly code: string
  readonly params: unknown
}): ImportIssue => ({
  id: row.id,
  line: row.line,
  column: row.column_name,
  code: row.code,
  cell: placeIn(row.params),
  message: sayIssue(row.code, isParams(row.params) ? row.params : {}),
})

/** One page of what is wrong with a batch. Throws AppError `not-found`. */
export const listImportIssues = (
  platform: Platform,
  asking: Asking,
  asked: { readonly id: string; readonly query: ImportIssueQuery; readonly isWhole: boolean },
): Promise<ImportIssuePage> => {
  requireAccount(asking)
  const { id, query, isWhole } = asked
  return inTransaction(platform.database, asking.actor, async (work) => {
    await require(work, id)
    const { total, rows } = await listIssues(work, id, {
      after: Number(query.after ?? 0) || 0,
      limit: isWhole ? null : query.limit + 1,
    })
    const shown = isWhole ? rows : rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      entries: shown.map(showIssue),
      next: rows.length > shown.length && last !== undefined ? String(last.id) : null,
      total,
    }
  })
}

/** All that is wrong with a batch, for reports. */
export const issuesOfBatch = async (
  work: Work,
  id: string,
  atMost: number,
): Promise<readonly ImportIssue[]> => {
  const { rows } = await listIssues(work, id, { after: 0, limit: atMost })
  return rows.map(showIssue)
}

interface Wanted {
  readonly id: string
  readonly from: readonly ImportState[]
  readonly to: ImportState
  readonly action: AuditEntry['action']
  /** Why not, when the batch is in another state. */
  readonly otherwise: string
  readonly isSent: boolean
}

const step = async (platform: Platform, asking: Asking, wanted: Wanted): Promise<ImportBatch> => {
  const account = requireAccount(asking)
  const { id, from, to, action, otherwise, isSent } = wanted
  const batch = await inTransaction(platform.database, asking.actor, (work) => require(work, id))
  await requireAbility(platform, asking, { action: 'import', district: batch.district })
  const send = await prepareJob(platform, RUN_BATCH)
  return inTransaction(platform.database, SERVICE, async (work) => {
    const notes = { at: platform.clock.now(), ...(isSent ? { rowsDone: 0, failure: null } : {}) }
    if (!(await stepBatch(work, { id, from, to }, notes))) {
      throw new AppError('conflict', { reason: otherwise })
    }
    await audit(work, { account, action, subject: id, request: asking.id })
    if (isSent) await send(work, id)
    return show(await require(work, id))
  })
}

/** Lets a checked batch be applied. Throws AppError `conflict` when it is not checked. */
export const confirmImport = (platform: Platform, asking: Asking, id: string) =>
  step(platform, asking, {
    id,
    from: ['checked'],
    to: 'applying',
    action: 'import.confirmed',
    otherwise: 'import-not-checked',
    isSent: true,
  })

/** Ends a batch that is not applied yet; nothing of it is kept. Throws AppError `conflict` when it is over. */
export const cancelImport = (platform: Platform, asking: Asking, id: string) =>
  step(platform, asking, {
    id,
    from: ['checking', 'checked', 'applying'],
    to: 'cancelled',
    action: 'import.cancelled',
    otherwise: 'import-over',
    isSent: false,
  })

/** Looks a failed or refused batch through once more. Throws AppError `conflict` when it is neither. */
export const retryImport = (platform: Platform, asking: Asking, id: string) =>
  step(platform, asking, {
    id,
    from: ['failed', 'refused'],
    to: 'checking',
    action: 'import.retried',
    otherwise: 'import-not-failed',
    isSent: true,
  })
