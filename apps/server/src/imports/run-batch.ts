import type { Job } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { applyBatch } from './apply-batch.ts'
import { findBatch, listRunning, stepBatch } from './batch-repository.ts'
import { checkBatch } from './check-batch.ts'
import { withLock } from './target-repository.ts'

const HOUR_S = 3600

const advance = async (platform: Platform, id: string): Promise<void> => {
  const batch = await findBatch(platform.database, id)
  if (batch?.state === 'checking') {
    await checkBatch(platform, batch)
    const checked = await findBatch(platform.database, id)
    if (checked?.state === 'applying') await applyBatch(platform, checked)
  } else if (batch?.state === 'applying') await applyBatch(platform, batch)
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/**
 * Takes a batch as far as it goes without anybody's word; false when another service is at it. A batch
 * over which a service died begins its step anew; one that cannot be finished is `failed`.
 */
export const runBatch = async (platform: Platform, id: string): Promise<boolean> => {
  const done = await withLock(platform.database, `import ${id}`, async () => {
    try {
      await advance(platform, id)
    } catch (error) {
      const notes = { failure: messageOf(error), at: platform.clock.now() }
      const step = { id, from: ['checking', 'applying'] as const, to: 'failed' as const }
      await stepBatch(platform.database, step, notes)
    }
    return true
  })
  return done !== null
}

/** Runs one batch. */
export const RUN_BATCH: Job = {
  name: 'imports.run',
  expireInSeconds: HOUR_S,
  cron: null,
  run: async (platform, about) => {
    await runBatch(platform, about)
  },
}

/** Takes up the batches over which a service died. */
export const RESUME_BATCHES: Job = {
  name: 'imports.resume',
  expireInSeconds: HOUR_S,
  cron: '* * * * *',
  run: async (platform) => {
    for (const { id } of await listRunning(platform.database)) await runBatch(platform, id)
  },
}
