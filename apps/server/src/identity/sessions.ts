import type { SessionList } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { audit } from '../audit/audit.ts'
import { type Actor, inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { IDLE_MS, type SignedIn } from '../platform/session-store.ts'
import {
  endSession,
  endSessionOfToken,
  endSessionsOf,
  listSessionsOf,
} from './account-repository.ts'

/** Somebody signed in, with the rights that come of it. */
export interface Person {
  readonly account: SignedIn
  readonly actor: Actor
}

/** Where one is signed in. */
export const listSessions = async (
  { database, clock }: Platform,
  { account, actor }: Person,
): Promise<SessionList> => {
  const now = clock.now()
  const times = { now, seenAfter: new Date(now.getTime() - IDLE_MS) }
  const rows = await inTransaction(database, actor, (work) =>
    listSessionsOf(work, account.id, times),
  )
  return {
    entries: rows.map(({ id, created_at, last_seen_at, address, agent }) => ({
      id,
      openedAt: created_at.toISOString(),
      lastSeenAt: last_seen_at.toISOString(),
      address,
      agent,
      isThisOne: id === account.session,
    })),
  }
}

/** Ends the session of a browser's token, if it has one. */
export const endSessionHere = async (
  { database }: Platform,
  token: string | null,
): Promise<void> => {
  if (token === null) return
  await inTransaction(database, { kind: 'service' }, (work) => endSessionOfToken(work, token))
}

/** Ends one of one's own sessions. Throws AppError `not-found`. */
export const endOneSession = (
  { database }: Platform,
  { account, actor }: Person,
  id: string,
): Promise<void> =>
  inTransaction(database, actor, async (work) => {
    if (!(await endSession(work, account.id, id))) {
      throw new AppError('not-found', { kind: 'session', id })
    }
    await audit(work, { account: account.id, action: 'account.signed-out', subject: id })
  })

/** Signs out everywhere, here too. */
export const endAllSessions = ({ database }: Platform, { account, actor }: Person): Promise<void> =>
  inTransaction(database, actor, async (work) => {
    await endSessionsOf(work, account.id)
    await audit(work, { account: account.id, action: 'account.signed-out-everywhere' })
  })
