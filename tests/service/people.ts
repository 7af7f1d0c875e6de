import { createHash } from 'node:crypto'
import type { Client } from 'pg'

/** Somebody signed in, or a visitor. */
export interface Person {
  /** The mail address without its host: `owner`, `admin`; `visitor` for nobody. */
  readonly name: string
  /** Null: a visitor. */
  readonly account: string | null
  /** What their browser sends. */
  readonly headers: Readonly<Record<string, string>>
}

const VISITOR: Person = { name: 'visitor', account: null, headers: {} }

const tokenOf = (email: string): string =>
  createHash('sha256').update(`token of ${email}`).digest('base64url')

const toPerson = ({ id, email }: { readonly id: string; readonly email: string }): Person => ({
  name: email.split('@')[0] ?? email,
  account: id,
  headers: { cookie: `huiqi_session=${tokenOf(email)}`, 'sec-fetch-site': 'same-origin' },
})

/** Signs everybody in again, however their sessions ended, and undoes what was done to their accounts. */
export const signAllIn = async (
  database: Client,
  emails: readonly string[],
  now: Date,
): Promise<readonly Person[]> => {
  const { rows } = await database.query<{ id: string; email: string }>(
    `UPDATE accounts SET is_disabled = false WHERE email = ANY ($1) RETURNING id, email`,
    [emails],
  )
  for (const { id, email } of rows) {
    const hash = createHash('sha256').update(tokenOf(email)).digest()
    await database.query(
      `INSERT INTO sessions (token_hash, account, created_at, last_seen_at, expires_at, address, agent)
        VALUES ($1, $2, $3, $3, $3::timestamptz + interval '7 days', '127.0.0.1', 'test')
        ON CONFLICT (token_hash) DO NOTHING`,
      [hash, id, now],
    )
  }
  const byMail = new Map(rows.map((row) => [row.email, toPerson(row)]))
  return [...emails.flatMap((email) => byMail.get(email) ?? []), VISITOR]
}
