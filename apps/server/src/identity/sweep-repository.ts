import type { Work } from '../platform/database/transaction.ts'

/** From when on what has no use any more goes. */
export interface Limits {
  readonly now: Date
  readonly dayAgo: Date
  readonly idleSince: Date
}

/** Removes what has no use any more: ended sessions, old tries, codes and what waited for them, counts, kept answers. */
export const removeOld = async (work: Work, { now, dayAgo, idleSince }: Limits): Promise<void> => {
  await work
    .deleteFrom('sessions')
    .where(({ or, eb }) => or([eb('expires_at', '<=', now), eb('last_seen_at', '<=', idleSince)]))
    .execute()
  await work.deleteFrom('sign_in_attempts').where('at', '<', dayAgo).execute()
  await work.deleteFrom('codes').where('created_at', '<', dayAgo).execute()
  await work.deleteFrom('sign_ups').where('created_at', '<', dayAgo).execute()
  await work.deleteFrom('password_resets').where('created_at', '<', dayAgo).execute()
  await work.deleteFrom('oidc_flows').where('expires_at', '<', now).execute()
  await work.deleteFrom('request_counts').where('ends_at', '<', now).execute()
  await work.deleteFrom('idempotent_answers').where('created_at', '<', dayAgo).execute()
}
