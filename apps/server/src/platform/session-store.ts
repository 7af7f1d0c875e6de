import { createHash, randomBytes } from 'node:crypto'
import type { Language } from '@huiqi/domain'
import type { Database } from './database/open-database.ts'
import type { Work } from './database/transaction.ts'

const HOUR_MS = 3_600_000

/** A session nobody uses ends after this time. */
export const IDLE_MS = 8 * HOUR_MS

/** A session ends after this time however much it is used. */
export const LIFETIME_MS = 7 * 24 * HOUR_MS

const SEEN_EVERY_MS = 60_000
const TOKEN_BYTES = 32

/** Who is signed in. */
export interface SignedIn {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language
  /** The session's own id, which is no secret. */
  readonly session: string
}

/** Where a session is opened from, as its owner will see it in a list. */
export interface Origin {
  readonly address: string
  readonly agent: string
}

/** What is kept of a token: whoever reads the table cannot sign in with it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session and returns the token for the cookie. */
export const openSession = async (
  work: Work,
  account: string,
  { address, agent, now }: Origin & { readonly now: Date },
): Promise<string> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await work
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      account,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + LIFETIME_MS),
      address,
      agent: agent.slice(0, 300),
    })
    .execute()
  return token
}

/** Who a token signs in at a moment; null when the session is unknown, idle for too long, too old or its account disabled. */
export const findSignedIn = async (
  database: Database,
  token: string,
  now: Date,
): Promise<SignedIn | null> => {
  const hash = hashToken(token)
  const found = await database
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .select([
      'accounts.id',
      'accounts.email',
      'accounts.name',
      'accounts.language',
      'sessions.id as session',
      'sessions.last_seen_at',
    ])
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - IDLE_MS))
    .where('is_disabled', '=', false)
    .executeTakeFirst()
  if (found === undefined) return null
  const { last_seen_at: seen, language, ...rest } = found
  if (now.getTime() - seen.getTime() > SEEN_EVERY_MS) {
    await database
      .updateTable('sessions')
      .set({ last_seen_at: now })
      .where('token_hash', '=', hash)
      .execute()
  }
  return { ...rest, language: language === 'en' ? 'en' : 'zh' }
}
