import type { Language } from '@huiqi/domain'
import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'
import { hashToken } from '../platform/session-store.ts'

const COLUMNS = ['id', 'email', 'name', 'language', 'password_hash', 'is_disabled'] as const

const EMAIL_LOCK = 3

/** Makes others that do something with this address wait until the transaction ends. */
export const lockEmail = async (work: Work, email: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${EMAIL_LOCK}, hashtext(${email}))`.execute(work)
}

/** The account with an address, with its secret: for the service alone. */
export const findAccountByEmail = (work: Work, email: string) =>
  work.selectFrom('accounts').select(COLUMNS).where('email', '=', email).executeTakeFirst()

/** An account with its secret: for the service alone. */
export const findAccountById = (work: Work, id: string) =>
  work.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst()

/** Makes an account; its address has been proved. */
export const addAccount = async (
  work: Work,
  account: {
    readonly email: string
    readonly name: string
    readonly passwordHash: string | null
    readonly language: Language
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('accounts')
    .values({
      email: account.email,
      name: account.name,
      password_hash: account.passwordHash,
      language: account.language,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives an account another password. */
export const setPasswordHash = async (work: Work, id: string, hash: string): Promise<void> => {
  await work.updateTable('accounts').set({ password_hash: hash }).where('id', '=', id).execute()
}

/** Changes what an account says of itself. */
export const setProfile = async (
  work: Work,
  id: string,
  profile: { readonly name?: string | undefined; readonly language?: Language | undefined },
): Promise<void> => {
  const changes = Object.entries(profile).filter(([, value]) => value !== undefined)
  if (changes.length === 0) return
  await work.updateTable('accounts').set(Object.fromEntries(changes)).where('id', '=', id).execute()
}

/** One's sessions that have not ended, the latest first. */
export const listSessionsOf = (
  work: Work,
  account: string,
  { now, seenAfter }: { readonly now: Date; readonly seenAfter: Date },
) =>
  work
    .selectFrom('sessions')
    .select(['id', 'created_at', 'last_seen_at', 'address', 'agent'])
    .where('account', '=', account)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenAfter)
    .orderBy('last_seen_at', 'desc')
    .execute()

/** Ends one of the account's sessions; false when it has none of that id. */
export const endSession = async (work: Work, account: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await work
    .deleteFrom('sessions')
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0
}

/** Ends all sessions of an account. */
export const endSessionsOf = async (work: Work, account: string): Promise<void> => {
  await work.deleteFrom('sessions').where('account', '=', account).execute()
}

/** Ends the session of a token, whoever's it is: for the service alone. */
export const endSessionOfToken = async (work: Work, token: string): Promise<void> => {
  await work.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute()
}

/** Keeps an account to be until its code comes. */
export const addSignUp = async (
  work: Work,
  signUp: {
    readonly email: string
    readonly name: string
    readonly passwordHash: string
    readonly language: Language
    readonly now: Date
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('sign_ups')
    .values({
      email: signUp.email,
      name: signUp.name,
      password_hash: signUp.passwordHash,
      language: signUp.language,
      created_at: signUp.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An account to be. */
export const findSignUp = (work: Work, id: string) =>
  work
    .selectFrom('sign_ups')
    .select(['id', 'email', 'name', 'password_hash', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Keeps that somebody forgot the password of an address, which may be nobody's. */
export const addPasswordReset = async (
  work: Work,
  reset: { readonly email: string; readonly account: string | null; readonly now: Date },
): Promise<string> => {
  const { id } = await work
    .insertInto('password_resets')
    .values({ email: reset.email, account: reset.account, created_at: reset.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A forgotten password. */
export const findPasswordReset = (work: Work, id: string) =>
  work
    .selectFrom('password_resets')
    .select(['id', 'email', 'account'])
    .where('id', '=', id)
    .executeTakeFirst()

/** How many sign-ups or resets an address has begun since a moment. */
export const countBegun = async (
  work: Work,
  table: 'sign_ups' | 'password_resets',
  { email, since }: { readonly email: string; readonly since: Date },
): Promise<number> => {
  const { count } = await work
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('email', '=', email)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}
