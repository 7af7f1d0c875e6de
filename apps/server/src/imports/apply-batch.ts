import type { Issue } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { audit } from '../audit/audit.ts'
import { lastDaysOf } from '../enterprises/read-statements.ts'
import { toFactValue } from '../enterprises/scalar-json.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { addIssues, type Batch, dropIssues, noteProgress, stepBatch } from './batch-repository.ts'
import { pathOfFile } from './import-files.ts'
import { openSource } from './import-source.ts'
import { readChunks } from './read-chunks.ts'
import { readColumns } from './read-columns.ts'
import type { Row } from './read-rows.ts'
import { resolveRows } from './resolve-rows.ts'
import {
  addBatchStatements,
  addEnterprises,
  type BatchStatement,
  placeEnterprises,
} from './target-repository.ts'

/** Ends the transaction of a batch that somebody cancelled. */
class Cut extends Error {}

/** Ends the transaction of a batch that is no longer sound. */
class Unsound extends Error {
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super('unsound')
    this.issues = issues
  }
}

const statementsOf = (rulebook: Rulebook, row: Row, enterprise: string) => {
  const said = row.values.map((each) => ({ ...each, thing: null }))
  return [...said, ...lastDaysOf(rulebook, said)].flatMap(
    ({ fact, year, value }): readonly BatchStatement[] =>
      value === null ? [] : [{ enterprise, fact, year, value: toFactValue(value) }],
  )
}

const PLACES = new Map([
  ['enterprise.district', 'district' as const],
  ['enterprise.industry', 'industry' as const],
])

/** What the authority says of where enterprises are and what they do. */
const placesIn = (batch: Batch, statements: readonly BatchStatement[]) =>
  batch.grade !== 'A'
    ? []
    : statements.flatMap(({ enterprise, fact, value }) => {
        const column = PLACES.get(fact)
        return column === undefined ? [] : [{ enterprise, column, code: String(value) }]
      })

const applyRows = async (
  platform: Platform,
  work: Work,
  { batch, rows }: { readonly batch: Batch; readonly rows: readonly Row[] },
): Promise<number> => {
  const { known, toAdd, issues } = await resolveRows(work, batch, rows)
  if (issues.length > 0) throw new Unsound(issues)
  const added = await addEnterprises(work, toAdd)
  const statements = rows.flatMap((row) =>
    statementsOf(platform.policies.rulebook, row, known.get(row.uscc) ?? added.get(row.uscc) ?? ''),
  )
  await placeEnterprises(work, placesIn(batch, statements))
  const by = {
    batch: batch.id,
    source: batch.source,
    grade: batch.grade,
    account: batch.begun_by,
    at: platform.clock.now(),
  }
  return addBatchStatements(work, by, statements)
}

const applyAll = async (platform: Platform, work: Work, batch: Batch): Promise<void> => {
  const source = await openSource(batch.format, pathOfFile(platform.config, batch.file_key))
  const sight = { rulebook: platform.policies.rulebook, today: platform.clock.today() }
  const { columns, issues } = readColumns(source.columns, sight)
  if (issues.length > 0) throw new Unsound(issues)
  let made = 0
  let done = 0
  for await (const chunk of readChunks(source, source.batches, columns)) {
    if (chunk.issues.length > 0) throw new Unsound(chunk.issues)
    made += await applyRows(platform, work, { batch, rows: chunk.rows })
    done = chunk.done
    const at = { id: batch.id, state: 'applying' as const, rowsDone: done }
    if (!(await noteProgress(platform.database, at))) throw new Cut()
  }
  const notes = { statementsMade: made, rowsDone: done, at: platform.clock.now() }
  const step = { id: batch.id, from: ['applying' as const], to: 'applied' as const }
  if (!(await stepBatch(work, step, notes))) throw new Cut()
  await audit(work, {
    account: batch.begun_by,
    action: 'import.applied',
    subject: batch.id,
    details: { source: batch.source, grade: batch.grade, rows: done, statements: made },
  })
}

/**
 * Applies a checked batch in one transaction: afterwards it is wholly there or not at all. What has become
 * unsound since the check refuses it.
 */
export const applyBatch = async (platform: Platform, batch: Batch): Promise<void> => {
  try {
    await inTransaction(platform.database, { kind: 'service' }, (work) =>
      applyAll(platform, work, batch),
    )
  } catch (error) {
    if (error instanceof Cut) return
    if (!(error instanceof Unsound)) throw error
    await dropIssues(platform.database, batch.id)
    await addIssues(platform.database, batch.id, error.issues)
    const notes = { rowsBad: error.issues.length, at: platform.clock.now() }
    const step = { id: batch.id, from: ['applying' as const], to: 'refused' as const }
    await stepBatch(platform.database, step, notes)
  }
}
