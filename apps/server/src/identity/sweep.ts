import { inTransaction } from '../platform/database/transaction.ts'
import type { MailLog } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import { IDLE_MS } from '../platform/session-store.ts'
import { removeOld } from './sweep-repository.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Removes sessions, codes, tries and kept answers that have no use any more. */
export const sweep = ({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> => {
  const now = clock.now()
  const before = (ms: number): Date => new Date(now.getTime() - ms)
  return inTransaction(database, { kind: 'service' }, (work) =>
    removeOld(work, { now, dayAgo: before(DAY_MS), idleSince: before(IDLE_MS) }),
  )
}

/** Sweeps every hour until it is told to end. */
export const startSweeping = (platform: Platform, log: MailLog): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = sweep(platform).catch((error: unknown) => log.error({ error }, 'sweeping failed'))
  }, HOUR_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
