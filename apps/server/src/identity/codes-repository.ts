import type { Work } from '../platform/database/transaction.ts'

/** Keeps what is needed to know a code again. */
export const addCode = async (
  work: Work,
  code: {
    readonly subject: string
    readonly hash: Buffer
    readonly now: Date
    readonly expiresAt: Date
  },
): Promise<void> => {
  await work
    .insertInto('codes')
    .values({
      subject: code.subject,
      code_hash: code.hash,
      created_at: code.now,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** The latest code of a subject, locked, unless it is used or too old. */
export const findCode = async (work: Work, subject: string, now: Date) => {
  const latest = await work
    .selectFrom('codes')
    .select(['id', 'code_hash', 'attempts', 'used_at', 'expires_at'])
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (latest === undefined || latest.used_at !== null || latest.expires_at <= now) return undefined
  return latest
}

/** One more wrong try. */
export const countAttempt = async (work: Work, id: number): Promise<void> => {
  await work
    .updateTable('codes')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A code is good once. */
export const markUsed = async (work: Work, id: number, now: Date): Promise<void> => {
  await work.updateTable('codes').set({ used_at: now }).where('id', '=', id).execute()
}
