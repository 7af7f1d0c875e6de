import type { Work } from './database/transaction.ts'

/** A request under a key. */
export interface KeyedRequest {
  readonly account: string
  readonly key: string
  readonly hash: Buffer
}

/** What was answered. */
export interface KeptAnswer {
  readonly status: number
  readonly contentType: string | null
  readonly body: string
  /** sha-256 of the file that the request came with; null: none came in whole. */
  readonly fileHash: Buffer | null
}

/** What is known of a key: nothing so far, another request, one that runs since a moment, or its answer. */
export type KeyFinding =
  | { readonly kind: 'taken' }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'running'; readonly since: Date }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }

/** Takes the key for this request unless it was used before. */
export const takeKey = async (
  work: Work,
  { account, key, hash }: KeyedRequest,
  now: Date,
): Promise<KeyFinding> => {
  const taken = await work
    .insertInto('idempotent_answers')
    .values({ account, key, request_hash: hash, created_at: now })
    .onConflict((conflict) => conflict.columns(['account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken !== undefined) return { kind: 'taken' }
  const before = await work
    .selectFrom('idempotent_answers')
    .select(['request_hash', 'status', 'body', 'content_type', 'file_hash', 'created_at'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()
  if (before === undefined) return { kind: 'running', since: now }
  if (!before.request_hash.equals(hash)) return { kind: 'other-request' }
  const { status, body, content_type: contentType, file_hash: fileHash } = before
  if (status === null) return { kind: 'running', since: before.created_at }
  return { kind: 'answered', answer: { status, contentType, body: body ?? '', fileHash } }
}

/** Keeps the answer for whoever sends the same request again. */
export const keepAnswer = async (
  work: Work,
  { account, key }: KeyedRequest,
  { status, contentType, body, fileHash }: KeptAnswer,
): Promise<void> => {
  await work
    .updateTable('idempotent_answers')
    .set({ status, content_type: contentType, body, file_hash: fileHash })
    .where('account', '=', account)
    .where('key', '=', key)
    .execute()
}

/** Gives the key back: the request did nothing. */
export const dropKey = async (work: Work, { account, key }: KeyedRequest): Promise<void> => {
  await work
    .deleteFrom('idempotent_answers')
    .where('account', '=', account)
    .where('key', '=', key)
    .execute()
}
