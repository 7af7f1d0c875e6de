import type { SignIn } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { findAccountByEmail } from './account-repository.ts'
import { beginAttempt, markSucceeded } from './attempts-repository.ts'
import { type Browser, enter } from './enter.ts'
import { verifyPassword } from './password.ts'

const SERVICE = { kind: 'service' } as const

/**
 * Counts a try for the address of mail and the network's, and looks at the password. Throws AppError
 * `too-many-requests` during a wait and `wrong-credentials`, alike for an unknown or disabled account.
 */
export const checkPassword = async (
  { database, clock }: Platform,
  { email, password }: SignIn,
  address: string,
) => {
  const { attempt, account } = await inTransaction(database, SERVICE, async (work) => ({
    attempt: await beginAttempt(work, { email, address, now: clock.now() }),
    account: await findAccountByEmail(work, email),
  }))
  if ('waitSeconds' in attempt) {
    throw new AppError('too-many-requests', { retryAfterSeconds: attempt.waitSeconds })
  }
  const isRight = await verifyPassword(account?.password_hash ?? null, password)
  if (account === undefined || account.is_disabled || !isRight) {
    throw new AppError('wrong-credentials', {})
  }
  return { account, attempt: attempt.id }
}

/** Opens a session for the right password and returns its token. Throws as checkPassword does. */
export const signIn = async (
  platform: Platform,
  credentials: SignIn,
  browser: Browser,
): Promise<string> => {
  const { account, attempt } = await checkPassword(platform, credentials, browser.address)
  return inTransaction(platform.database, SERVICE, async (work) => {
    await markSucceeded(work, attempt)
    return enter(work, platform, { account, browser, by: 'password' })
  })
}
