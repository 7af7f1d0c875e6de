import type { Work } from './database/transaction.ts'

/** A mail that has not been sent. */
export interface WaitingMail {
  readonly id: number
  readonly recipient: string
  readonly title: string
  readonly body: string
  readonly attempts: number
}

const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 3_600_000

/** The next mail that is due and that nobody else is sending; null when there is none. */
export const findMailToSend = async (work: Work, now: Date): Promise<WaitingMail | null> => {
  const mail = await work
    .selectFrom('mails')
    .select(['id', 'recipient', 'title', 'body', 'attempts'])
    .where('sent_at', 'is', null)
    .where('next_attempt_at', '<=', now)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return mail ?? null
}

/** A mail that went out; its text, which may hold a code, is not kept. */
export const markMailSent = async (work: Work, id: number, now: Date): Promise<void> => {
  await work.updateTable('mails').set({ sent_at: now, body: '' }).where('id', '=', id).execute()
}

/** A mail that did not go out is tried again after a wait that doubles. */
export const markMailFailed = async (
  work: Work,
  { id, attempts }: WaitingMail,
  now: Date,
): Promise<void> => {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS)
  await work
    .updateTable('mails')
    .set({ attempts: attempts + 1, next_attempt_at: new Date(now.getTime() + wait) })
    .where('id', '=', id)
    .execute()
}
