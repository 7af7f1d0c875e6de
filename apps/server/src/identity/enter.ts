import { audit } from '../audit/audit.ts'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { type Origin, openSession } from '../platform/session-store.ts'
import { endSessionOfToken } from './account-repository.ts'
import { addFirstAdministrator } from './first-administrator.ts'

/** The browser that somebody signs in with: where it is and the session that it had before. */
export interface Browser extends Origin {
  readonly token: string | null
}

/** Lets an account in: the browser's session before ends, a new one with another token begins. Returns the token. */
export const enter = async (
  work: Work,
  { config, clock }: Platform,
  entry: {
    readonly account: { readonly id: string; readonly email: string }
    readonly browser: Browser
    readonly by: 'password' | 'oidc' | 'code'
  },
): Promise<string> => {
  const { account, browser, by } = entry
  if (browser.token !== null) await endSessionOfToken(work, browser.token)
  if (config.firstAdministrator === account.email) {
    await addFirstAdministrator(work, account.id, clock.today())
  }
  await audit(work, {
    account: account.id,
    action: 'account.signed-in',
    details: { by, address: browser.address },
  })
  return openSession(work, account.id, { ...browser, now: clock.now() })
}
