import { sql } from 'kysely'
import type { Database } from './database/open-database.ts'

/** A request that is counted. */
export interface CountedRequest {
  /** What is limited, such as `sensitive 198.51.100.4`. */
  readonly key: string
  readonly now: Date
  readonly windowMs: number
}

/** How many requests a window has had, this one included, and when it ends. */
export interface WindowCount {
  readonly count: number
  readonly endsAt: Date
}

/** Counts a request together with all other processes; a window begins with its first request. */
export const countRequest = async (
  database: Database,
  { key, now, windowMs }: CountedRequest,
): Promise<WindowCount> => {
  const endsAt = new Date(now.getTime() + windowMs)
  const { count, ends_at } = await database
    .insertInto('request_counts')
    .values({ key, count: 1, ends_at: endsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`CASE WHEN request_counts.ends_at <= ${now} THEN 1 ELSE request_counts.count + 1 END`,
        ends_at: sql`CASE WHEN request_counts.ends_at <= ${now} THEN excluded.ends_at ELSE request_counts.ends_at END`,
      }),
    )
    .returning(['count', 'ends_at'])
    .executeTakeFirstOrThrow()
  return { count, endsAt: ends_at }
}
