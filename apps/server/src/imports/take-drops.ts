import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Job } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { addBatch, type Batch, findBatch } from './batch-repository.ts'
import type { Connector, FileReport, ReadyFile } from './connector.ts'
import { addDrop, type DropKey, findDrop, forgetDrops } from './drop-repository.ts'
import { fileDrop } from './file-drop.ts'
import { keepFile } from './import-files.ts'
import { formatOfName } from './import-source.ts'
import { issuesOfBatch } from './imports.ts'
import { runBatch } from './run-batch.ts'
import { withLock } from './target-repository.ts'

const SERVICE = { kind: 'service' } as const
const ISSUES_REPORTED = 1000
const LOOK_EVERY_MS = 500

const hashOf = async (connector: Connector, file: ReadyFile): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of connector.open(file)) hash.update(piece)
  return hash.digest('hex')
}

/** Takes a file in as a batch that applies itself; the batch it came with when it was taken before. */
const takeIn = async (
  platform: Platform,
  connector: Connector,
  file: ReadyFile,
): Promise<string> => {
  const sha256 = await hashOf(connector, file)
  const key: DropKey = { connector: connector.id, name: file.name, sha256 }
  const before = await findDrop(platform.database, key)
  if (before !== null) return before
  const kept = await keepFile(platform.config, Readable.from(connector.open(file)))
  const at = platform.clock.now()
  return inTransaction(platform.database, SERVICE, async (work) => {
    const batch = await addBatch(work, {
      fileName: file.name,
      format: formatOfName(file.name) ?? 'csv',
      bytes: kept.bytes,
      source: file.source,
      grade: file.grade,
      district: null,
      addsEnterprises: true,
      appliesItself: true,
      fileKey: kept.key,
      begunBy: null,
      at,
    })
    await addDrop(work, key, { batch, at })
    return batch
  })
}

const reportOn = async (platform: Platform, batch: Batch): Promise<FileReport> => {
  const issues = await inTransaction(platform.database, SERVICE, (work) =>
    issuesOfBatch(work, batch.id, ISSUES_REPORTED),
  )
  return {
    batch: batch.id,
    state: batch.state,
    rows: batch.rows_in_all,
    rowsBad: batch.rows_bad,
    statements: batch.statements_made,
    failure: batch.failure,
    issues: issues.map(({ line, column, code, message }) => ({ line, column, code, ...message })),
  }
}

const RUNNING = new Set(['checking', 'checked', 'applying'])

/** Runs a batch to its end, or waits while another service does; null when it has none. */
const runToEnd = async (platform: Platform, id: string): Promise<Batch | null> => {
  for (;;) {
    const isOurs = await runBatch(platform, id)
    const batch = await findBatch(platform.database, id)
    if (batch === null || !RUNNING.has(batch.state)) return batch
    if (isOurs) return null
    await wait(LOOK_EVERY_MS)
  }
}

/** Takes one file; false when its batch has no end yet. */
const takeFile = async (
  platform: Platform,
  connector: Connector,
  file: ReadyFile,
): Promise<boolean> => {
  const batch = await runToEnd(platform, await takeIn(platform, connector, file))
  if (batch === null) return false
  const outcome = batch.state === 'applied' ? 'done' : 'refused'
  await connector.finish(file, outcome, await reportOn(platform, batch))
  return true
}

/**
 * Takes what a connector has ready, file by file in its order, each once; no other service takes from it
 * at the same time. What a service died over is taken up where it stood. Returns how many were taken.
 */
export const takeDrops = async (platform: Platform, connector: Connector): Promise<number> => {
  const taken = await withLock(platform.database, `connector ${connector.id}`, async () => {
    const files = await connector.list()
    await forgetDrops(
      platform.database,
      connector.id,
      files.map(({ name }) => name),
    )
    for (const [place, file] of files.entries()) {
      if (!(await takeFile(platform, connector, file))) return place
    }
    return files.length
  })
  return taken ?? 0
}

/** Takes the files that registries have dropped. */
export const TAKE_DROPS: Job = {
  name: 'imports.drops',
  expireInSeconds: 3600,
  cron: '* * * * *',
  run: async (platform) => {
    const { dropFolder } = platform.config
    if (dropFolder !== null) await takeDrops(platform, fileDrop(dropFolder))
  },
}
