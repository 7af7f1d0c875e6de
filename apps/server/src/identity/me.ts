import type { AccountChange, Me } from '@huiqi/contract'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { type Asker, findAccess } from './access.ts'
import { setProfile } from './account-repository.ts'
import { countInvitationsTo } from './invitations-repository.ts'
import type { Person } from './sessions.ts'

/** Who asks and what the asker may do: also the answer to a visitor. */
export const describeMe = async (platform: Platform, asker: Asker): Promise<Me> => {
  const { config, database, clock } = platform
  const { account } = asker
  const { memberships, posts, rules } = await findAccess(platform, asker)
  const invitations =
    account === null
      ? 0
      : await inTransaction(database, { kind: 'service' }, (work) =>
          countInvitationsTo(work, account.email, clock.now()),
        )
  return {
    account:
      account === null
        ? null
        : {
            id: account.id,
            email: account.email,
            name: account.name,
            language: account.language,
          },
    memberships: [...memberships],
    posts: [...posts],
    rules: [...rules],
    invitations,
    hasOidc: config.oidc !== null,
  }
}

/** Changes the own name and language. */
export const changeAccount = (
  { database }: Platform,
  { account, actor }: Person,
  change: AccountChange,
): Promise<void> =>
  inTransaction(database, actor, async (work) => {
    await setProfile(work, account.id, change)
    await audit(work, { account: account.id, action: 'account.changed', details: change })
  })
