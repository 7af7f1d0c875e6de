import type { CodeSent, SignUp } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { inTransaction } from '../platform/database/transaction.ts'
import { sendMail } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import {
  addAccount,
  addSignUp,
  countBegun,
  findAccountByEmail,
  findSignUp,
  lockEmail,
} from './account-repository.ts'
import { CODES_PER_HOUR, HOUR_MS, issueCode, redeemCode } from './codes.ts'
import { type Browser, enter } from './enter.ts'
import { alreadySignedUpMail, signUpMail } from './mails.ts'
import { hashPassword, refuseGuessable } from './password.ts'

const SERVICE = { kind: 'service' } as const

/**
 * Begins an account: a code goes to the address. Whoever has an account already gets a mail that says
 * so; the answer is the same. Throws AppError `invalid-input` for a weak password, `too-many-requests`.
 */
export const beginSignUp = async (
  { database, clock }: Platform,
  { email, name, password, language }: SignUp,
): Promise<CodeSent> => {
  refuseGuessable(password, { email, name }, 'body.password')
  const passwordHash = await hashPassword(password)
  const now = clock.now()
  return inTransaction(database, SERVICE, async (work) => {
    await lockEmail(work, email)
    const since = new Date(now.getTime() - HOUR_MS)
    if ((await countBegun(work, 'sign_ups', { email, since })) >= CODES_PER_HOUR) {
      throw new AppError('too-many-requests', { retryAfterSeconds: HOUR_MS / 1000 })
    }
    const id = await addSignUp(work, { email, name, passwordHash, language, now })
    const { code, expiresAt } = await issueCode(work, id, now)
    const account = await findAccountByEmail(work, email)
    const words = account === undefined ? signUpMail(code, language) : alreadySignedUpMail(language)
    await sendMail(work, { to: email, ...words })
    return { id, expiresAt: expiresAt.toISOString() }
  })
}

/** Makes the account whose code came back, and signs it in; returns the token. Throws AppError `wrong-code`. */
export const confirmSignUp = async (
  platform: Platform,
  { id, code }: { readonly id: string; readonly code: string },
  browser: Browser,
): Promise<string> => {
  const { database, clock } = platform
  const outcome = await inTransaction(database, SERVICE, async (work) => {
    const signUp = await findSignUp(work, id)
    if (signUp === undefined) return { attemptsLeft: 0 }
    await lockEmail(work, signUp.email)
    const redeemed = await redeemCode(work, { subject: id, code, now: clock.now() })
    if (!redeemed.ok) return redeemed
    const { email, name, password_hash: passwordHash } = signUp
    if ((await findAccountByEmail(work, email)) !== undefined) return { attemptsLeft: 0 }
    const language = signUp.language === 'en' ? 'en' : 'zh'
    const account = await addAccount(work, { email, name, passwordHash, language })
    return {
      token: await enter(work, platform, { account: { id: account, email }, browser, by: 'code' }),
    }
  })
  if ('token' in outcome) return outcome.token
  throw new AppError('wrong-code', { attemptsLeft: outcome.attemptsLeft })
}
