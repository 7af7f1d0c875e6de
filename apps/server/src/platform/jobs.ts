import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from './database/open-database.ts'
import type { Work } from './database/transaction.ts'
import type { MailLog } from './mail.ts'
import type { Platform } from './platform.ts'

const SCHEMA = 'pgboss'
const POLL_SECONDS = 1
const GRACE_MS = 10_000

/** Work that is done beside the requests, by one service at a time, and again after a service died over it. */
export interface Job {
  readonly name: string
  /** A run longer than this is given to another service; what it does must bear being done twice. */
  readonly expireInSeconds: number
  /** When it runs by itself, in the time of the city; null: only when it is sent. */
  readonly cron: string | null
  readonly run: (platform: Platform, about: string) => Promise<void>
}

/** What jobs are sent with: the name and what it is about, such as an id. */
export interface JobRequest {
  readonly job: Pick<Job, 'name' | 'expireInSeconds'>
  readonly about: string
}

const openBoss = (database: Database, isWorker: boolean): PgBoss => {
  const boss = new PgBoss({
    db: fromKysely(database),
    schema: SCHEMA,
    supervise: isWorker,
    schedule: isWorker,
  })
  boss.on('error', () => undefined)
  return boss
}

const RETRIES = { retryLimit: 3, retryDelay: 5, retryBackoff: true, deleteAfterSeconds: 86_400 }

const prepareQueue = async (
  boss: PgBoss,
  { name, expireInSeconds }: JobRequest['job'],
): Promise<void> => {
  await boss.createQueue(name, { ...RETRIES, expireInSeconds })
}

interface Sender {
  readonly boss: Promise<PgBoss>
  readonly queues: Map<string, Promise<void>>
}

/** Senders are opened with the first job that is sent and live as long as their database. */
const senders = new WeakMap<Database, Sender>()

const senderOn = (database: Database): Sender => {
  const known = senders.get(database)
  if (known !== undefined) return known
  const sender = { boss: openBoss(database, false).start(), queues: new Map() }
  senders.set(database, sender)
  return sender
}

/** Ends the sender of a database, if one was opened; its timers would keep the process alive. */
export const endSending = async (database: Database): Promise<void> => {
  const sender = senders.get(database)
  if (sender === undefined) return
  senders.delete(database)
  const boss = await sender.boss.catch(() => null)
  await boss?.stop({ graceful: false, close: false })
}

/** Makes ready to send, before the transaction that sends. */
export const prepareJob = async (
  { database }: Platform,
  job: JobRequest['job'],
): Promise<(work: Work, about: string) => Promise<void>> => {
  const { boss: opening, queues } = senderOn(database)
  const boss = await opening
  const ready = queues.get(job.name) ?? prepareQueue(boss, job)
  queues.set(job.name, ready)
  await ready
  return async (work, about) => {
    await boss.send(job.name, { about }, { db: fromKysely(work) })
  }
}

const aboutOf = (sent: unknown): string =>
  typeof sent === 'object' && sent !== null && 'about' in sent ? String(sent.about) : ''

const CITY_TIME = 'Asia/Shanghai'

const begin = async (
  boss: PgBoss,
  platform: Platform,
  { jobs, log }: { readonly jobs: readonly Job[]; readonly log: MailLog },
): Promise<void> => {
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  for (const job of jobs) {
    await prepareQueue(boss, job)
    if (job.cron !== null) await boss.schedule(job.name, job.cron, null, { tz: CITY_TIME })
    await boss.work(job.name, { pollingIntervalSeconds: POLL_SECONDS }, async (sent) => {
      for (const { data } of sent) {
        try {
          await job.run(platform, aboutOf(data))
        } catch (error) {
          log.error({ error, job: job.name }, 'a job failed')
          throw error
        }
      }
    })
    if (job.cron !== null) await boss.send(job.name, { about: '' })
  }
}

/** Does jobs as they come until it is told to end; those that run by themselves run once at the start. */
export const startJobs =
  (jobs: readonly Job[]) =>
  (platform: Platform, log: MailLog): (() => Promise<void>) => {
    const boss = openBoss(platform.database, true)
    const begun = begin(boss, platform, { jobs, log }).catch((error: unknown) => {
      log.error({ error }, 'jobs cannot be done')
    })
    return async () => {
      await begun
      await boss.stop({ graceful: true, timeout: GRACE_MS, close: false })
    }
  }
