import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Work } from '../platform/database/transaction.ts'
import { addCode, countAttempt, findCode, markUsed } from './codes-repository.ts'

/** How often a code may be tried. */
export const ATTEMPTS = 5

/** How long a code holds. */
export const CODE_LIFETIME_MS = 15 * 60_000

/** How many codes one address or enterprise may be sent within an hour. */
export const CODES_PER_HOUR = 5

export const HOUR_MS = 3_600_000

const hashCode = (subject: string, code: string): Buffer =>
  createHash('sha256').update(`${subject} ${code}`).digest()

/** Makes six digits for a subject (a sign-up, a reset, a claim); only the latest code of a subject is heard. */
export const issueCode = async (
  work: Work,
  subject: string,
  now: Date,
): Promise<{ readonly code: string; readonly expiresAt: Date }> => {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS)
  await addCode(work, { subject, hash: hashCode(subject, code), now, expiresAt })
  return { code, expiresAt }
}

/** What became of an entered code. */
export type Redeemed = { readonly ok: true } | { readonly ok: false; readonly attemptsLeft: number }

/**
 * Tries a code once. The caller has to commit also when the code is wrong, for the try has been counted:
 * throw `wrong-code` after the transaction.
 */
export const redeemCode = async (
  work: Work,
  { subject, code, now }: { readonly subject: string; readonly code: string; readonly now: Date },
): Promise<Redeemed> => {
  const kept = await findCode(work, subject, now)
  if (kept === undefined || kept.attempts >= ATTEMPTS) return { ok: false, attemptsLeft: 0 }
  if (!timingSafeEqual(kept.code_hash, hashCode(subject, code))) {
    await countAttempt(work, kept.id)
    return { ok: false, attemptsLeft: ATTEMPTS - kept.attempts - 1 }
  }
  await markUsed(work, kept.id, now)
  return { ok: true }
}
