import { hasCode, type Issue } from '@huiqi/domain'
import type { RowBatch, RowSource } from '@huiqi/population'
import type { Platform } from '../platform/platform.ts'
import {
  addIssues,
  type Batch,
  dropIssues,
  keepPreview,
  noteProgress,
  stepBatch,
} from './batch-repository.ts'
import { pathOfFile } from './import-files.ts'
import { openSource } from './import-source.ts'
import { previewOf, ROWS_SHOWN, readChunks } from './read-chunks.ts'
import { readColumns } from './read-columns.ts'
import { resolveRows } from './resolve-rows.ts'

const ISSUES_AT_MOST = 10_000

/** The first batches of a source, with enough rows to show, and all of them, the first included. */
const peek = async (source: RowSource) => {
  const batches = source.batches[Symbol.asyncIterator]()
  const first: RowBatch[] = []
  for (let rows = 0; rows < ROWS_SHOWN; ) {
    const { value, done } = await batches.next()
    if (done === true) break
    first.push(value)
    rows += value.rows
  }
  const rest: AsyncIterable<RowBatch> = { [Symbol.asyncIterator]: () => batches }
  const all = async function* () {
    yield* first
    yield* rest
  }
  return { first, all, close: () => batches.return?.() }
}

/** Keeps issues as they come, up to a number. */
const createReport = (platform: Platform, batch: Batch) => {
  let count = 0
  return {
    add: async (issues: readonly Issue[]): Promise<void> => {
      const room = Math.max(0, ISSUES_AT_MOST - count)
      const over: readonly Issue[] =
        count <= ISSUES_AT_MOST && count + issues.length > ISSUES_AT_MOST
          ? [{ code: 'import.too-many', severity: 'error', params: { count: ISSUES_AT_MOST } }]
          : []
      count += issues.length
      await addIssues(platform.database, batch.id, [...issues.slice(0, room), ...over])
    },
    count: () => count,
  }
}

type Report = ReturnType<typeof createReport>

interface Found {
  readonly rows: number
  readonly bad: number
  /** True when somebody cancelled it meanwhile. */
  readonly isCut: boolean
}

const checkRows = async (platform: Platform, batch: Batch, report: Report): Promise<Found> => {
  const { rulebook } = platform.policies
  const source = await openSource(batch.format, pathOfFile(platform.config, batch.file_key))
  const { columns, issues } = readColumns(source.columns, {
    rulebook,
    today: platform.clock.today(),
  })
  const { first, all, close } = await peek(source)
  await keepPreview(platform.database, batch.id, previewOf(source, columns, first))
  if (issues.length > 0) {
    await close()
    await report.add(issues)
    return { rows: 0, bad: 0, isCut: false }
  }
  let [rows, bad] = [0, 0]
  for await (const chunk of readChunks(source, all(), columns)) {
    const resolved = await resolveRows(platform.database, batch, chunk.rows)
    const wrong = [...chunk.issues, ...resolved.issues]
    await report.add(wrong.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)))
    rows = chunk.done
    bad += chunk.bad + resolved.issues.length
    const at = { id: batch.id, state: 'checking' as const, rowsDone: rows }
    if (!(await noteProgress(platform.database, at))) return { rows, bad, isCut: true }
  }
  if (rows === 0) await report.add([{ code: 'import.no-rows', severity: 'error', params: {} }])
  return { rows, bad, isCut: false }
}

/** Looks a batch through from the beginning: it is `checked` when nothing is wrong, else `refused`. */
export const checkBatch = async (platform: Platform, batch: Batch): Promise<void> => {
  await dropIssues(platform.database, batch.id)
  const report = createReport(platform, batch)
  let found: Found = { rows: 0, bad: 0, isCut: false }
  try {
    found = await checkRows(platform, batch, report)
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    await report.add(error.params.issues)
  }
  if (found.isCut) return
  const isSound = report.count() === 0
  const to = isSound ? (batch.applies_itself ? 'applying' : 'checked') : 'refused'
  await stepBatch(
    platform.database,
    { id: batch.id, from: ['checking'], to },
    { rowsInAll: found.rows, rowsBad: found.bad, rowsDone: found.rows, at: platform.clock.now() },
  )
}
