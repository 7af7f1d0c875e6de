import type { AccountPage, AccountQuery } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { requireAbility } from './access.ts'
import { endSessionsOf } from './account-repository.ts'
import { countAccounts, listAccounts, setDisabled } from './administered-accounts-repository.ts'
import { countAdministrators, lockAdministrators } from './posts-repository.ts'
import type { Person } from './sessions.ts'

/** Accounts by id, for administrators. */
export const listAllAccounts = async (
  platform: Platform,
  person: Person,
  { limit, after, text }: AccountQuery,
): Promise<AccountPage> => {
  await requireAbility(platform, person, { action: 'manage-accounts' })
  if (after !== undefined && !z.uuid().safeParse(after).success) {
    throw new AppError('not-found', { kind: 'page', id: after })
  }
  return inTransaction(platform.database, person.actor, async (work) => {
    const rows = await listAccounts(work, text, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return {
      entries: shown.map((row) => ({
        id: row.id,
        email: row.email,
        name: row.name,
        language: row.language === 'en' ? ('en' as const) : ('zh' as const),
        isDisabled: row.is_disabled,
        createdAt: row.created_at.toISOString(),
      })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      total: await countAccounts(work, text),
    }
  })
}

/** Closes an account and ends its sessions, or opens it again. Throws AppError `not-found`, `conflict`. */
export const switchAccount = async (
  platform: Platform,
  person: Person,
  { id, isDisabled }: { readonly id: string; readonly isDisabled: boolean },
): Promise<void> => {
  await requireAbility(platform, person, { action: 'manage-accounts' })
  const { database, clock } = platform
  await inTransaction(database, { kind: 'service' }, async (work) => {
    await lockAdministrators(work)
    if (!(await setDisabled(work, id, isDisabled))) {
      throw new AppError('not-found', { kind: 'account', id })
    }
    const left = await countAdministrators(work, { today: clock.today(), except: null })
    if (left === 0) throw new AppError('conflict', { reason: 'last-administrator' })
    if (isDisabled) await endSessionsOf(work, id)
    const action = isDisabled ? 'account.disabled' : 'account.enabled'
    await audit(work, { account: person.account.id, action, subject: id })
  })
}
