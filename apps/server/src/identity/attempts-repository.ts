import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'
import {
  ADDRESS_LOOK_BACK_MS,
  EMAIL_LOOK_BACK_MS,
  type Failures,
  FREE_FOR_ADDRESS,
  FREE_FOR_EMAIL,
  secondsToWait,
} from './lockout.ts'

/** A try to sign in. */
export interface Attempt {
  readonly email: string
  readonly address: string
  readonly now: Date
}

const EMAIL_LOCK = 1
const ADDRESS_LOCK = 2

const failuresOfEmail = async (work: Work, { email, now }: Attempt): Promise<Failures> => {
  const since = new Date(now.getTime() - EMAIL_LOOK_BACK_MS)
  const { count, last } = await work
    .selectFrom('sign_in_attempts as a')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('a.at').as('last')])
    .where('a.email', '=', email)
    .where('a.succeeded', '=', false)
    .where('a.at', '>', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sign_in_attempts as later')
            .whereRef('later.email', '=', 'a.email')
            .whereRef('later.id', '>', 'a.id')
            .where('later.succeeded', '=', true),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return { count, lastAt: last }
}

const failuresOfAddress = async (work: Work, { address, now }: Attempt): Promise<Failures> => {
  const since = new Date(now.getTime() - ADDRESS_LOOK_BACK_MS)
  const { count, last } = await work
    .selectFrom('sign_in_attempts')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('at').as('last')])
    .where('address', '=', address)
    .where('succeeded', '=', false)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return { count, lastAt: last }
}

const lock = (work: Work, kind: number, text: string) =>
  sql`SELECT pg_advisory_xact_lock(${kind}, hashtext(${text}))`.execute(work)

/**
 * Counts a try as failed before it is looked at, so that tries at the same moment count too; or says how many
 * seconds to wait. Tries during the wait do not count.
 */
export const beginAttempt = async (
  work: Work,
  attempt: Attempt,
): Promise<{ readonly id: number } | { readonly waitSeconds: number }> => {
  const { email, address, now } = attempt
  await lock(work, EMAIL_LOCK, email)
  await lock(work, ADDRESS_LOCK, address)
  const waitSeconds = Math.max(
    secondsToWait(await failuresOfEmail(work, attempt), FREE_FOR_EMAIL, now),
    secondsToWait(await failuresOfAddress(work, attempt), FREE_FOR_ADDRESS, now),
  )
  if (waitSeconds > 0) return { waitSeconds }
  return work
    .insertInto('sign_in_attempts')
    .values({ email, address, at: now, succeeded: false })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** The try was right: failures of the email before it are forgotten. */
export const markSucceeded = async (work: Work, id: number): Promise<void> => {
  await work.updateTable('sign_in_attempts').set({ succeeded: true }).where('id', '=', id).execute()
}
