import type { CodeSent, PasswordChange, PasswordResetEntry } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { audit } from '../audit/audit.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { sendMail } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import type { SignedIn } from '../platform/session-store.ts'
import {
  addPasswordReset,
  countBegun,
  endSessionsOf,
  findAccountByEmail,
  findAccountById,
  findPasswordReset,
  lockEmail,
  setPasswordHash,
} from './account-repository.ts'
import { markSucceeded } from './attempts-repository.ts'
import { CODES_PER_HOUR, HOUR_MS, issueCode, redeemCode } from './codes.ts'
import { type Browser, enter } from './enter.ts'
import { passwordChangedMail, passwordResetMail } from './mails.ts'
import { hashPassword, refuseGuessable } from './password.ts'
import { checkPassword } from './sign-in.ts'

const SERVICE = { kind: 'service' } as const

const replacePassword = async (
  work: Work,
  account: { readonly id: string; readonly email: string; readonly language: string },
  hash: string,
): Promise<void> => {
  await setPasswordHash(work, account.id, hash)
  await endSessionsOf(work, account.id)
  await audit(work, { account: account.id, action: 'account.password-changed' })
  const words = passwordChangedMail(account.language === 'en' ? 'en' : 'zh')
  await sendMail(work, { to: account.email, ...words })
}

/**
 * Changes the own password, ends all sessions and opens a new one for this browser; returns its token.
 * Throws AppError `wrong-credentials`, `invalid-input` for a weak password, `too-many-requests`.
 */
export const changePassword = async (
  platform: Platform,
  account: SignedIn,
  { password, newPassword, browser }: PasswordChange & { readonly browser: Browser },
): Promise<string> => {
  refuseGuessable(newPassword, account, 'body.newPassword')
  const { email } = account
  const checked = await checkPassword(platform, { email, password }, browser.address)
  const hash = await hashPassword(newPassword)
  return inTransaction(platform.database, SERVICE, async (work) => {
    await markSucceeded(work, checked.attempt)
    await replacePassword(work, account, hash)
    return enter(work, platform, { account, browser, by: 'password' })
  })
}

/** Sends a code for a new password, if the address is somebody's: the answer is the same if not. */
export const beginPasswordReset = (
  { database, clock }: Platform,
  email: string,
): Promise<CodeSent> => {
  const now = clock.now()
  return inTransaction(database, SERVICE, async (work) => {
    await lockEmail(work, email)
    const since = new Date(now.getTime() - HOUR_MS)
    if ((await countBegun(work, 'password_resets', { email, since })) >= CODES_PER_HOUR) {
      throw new AppError('too-many-requests', { retryAfterSeconds: HOUR_MS / 1000 })
    }
    const account = await findAccountByEmail(work, email)
    const id = await addPasswordReset(work, { email, account: account?.id ?? null, now })
    const { code, expiresAt } = await issueCode(work, id, now)
    if (account !== undefined) {
      const words = passwordResetMail(code, account.language === 'en' ? 'en' : 'zh')
      await sendMail(work, { to: email, ...words })
    }
    return { id, expiresAt: expiresAt.toISOString() }
  })
}

/** Sets the new password for the code and ends all sessions. Throws AppError `wrong-code`, `invalid-input`. */
export const finishPasswordReset = async (
  { database, clock }: Platform,
  id: string,
  { code, password }: PasswordResetEntry,
): Promise<void> => {
  refuseGuessable(password, { email: '', name: '' }, 'body.password')
  const hash = await hashPassword(password)
  const attemptsLeft = await inTransaction(database, SERVICE, async (work) => {
    const redeemed = await redeemCode(work, { subject: id, code, now: clock.now() })
    if (!redeemed.ok) return redeemed.attemptsLeft
    const reset = await findPasswordReset(work, id)
    const account =
      reset === undefined || reset.account === null
        ? undefined
        : await findAccountById(work, reset.account)
    if (account === undefined) return 0
    await replacePassword(work, account, hash)
    return null
  })
  if (attemptsLeft !== null) throw new AppError('wrong-code', { attemptsLeft })
}
