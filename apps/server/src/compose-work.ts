import { startSweeping } from './identity/sweep.ts'
import { RESUME_BATCHES, RUN_BATCH } from './imports/run-batch.ts'
import { TAKE_DROPS } from './imports/take-drops.ts'
import { type Job, startJobs } from './platform/jobs.ts'
import { type MailLog, startMailing } from './platform/mail.ts'
import type { Platform } from './platform/platform.ts'
import { FOLLOW_MEASURES } from './workspace/follow-measures.ts'

/** Work that goes on beside the requests: started once, it returns how to end it. */
export type BackgroundWork = (platform: Platform, log: MailLog) => () => Promise<void>

const JOBS: readonly Job[] = [RUN_BATCH, RESUME_BATCHES, TAKE_DROPS, FOLLOW_MEASURES]

const WORK: readonly BackgroundWork[] = [startMailing, startSweeping, startJobs(JOBS)]

/** Starts all work of the background and returns how to end it. */
export const startWork = (platform: Platform, log: MailLog): (() => Promise<void>) => {
  const ends = WORK.map((start) => start(platform, log))
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}
