import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

const selectSaved = (work: Work, enterprise: string) =>
  work
    .selectFrom('saved_measures as s')
    .leftJoin('accounts as a', 'a.id', 's.saved_by')
    .select(['s.measure', 's.is_followed', 's.note', 's.saved_at', 'a.name as saved_by'])
    .where('s.enterprise', '=', enterprise)

/** A page of the measures that an enterprise has saved, the latest first, and how many there are. */
export const listSaved = async (
  work: Work,
  wanted: {
    readonly enterprise: string
    readonly isFollowedOnly: boolean
    readonly after: { readonly at: Date; readonly measure: string } | null
    /** Null: all. */
    readonly limit: number | null
  },
) => {
  const { enterprise, isFollowedOnly, after, limit } = wanted
  const { total } = await work
    .selectFrom('saved_measures')
    .where('enterprise', '=', enterprise)
    .$if(isFollowedOnly, (query) => query.where('is_followed', '=', true))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await selectSaved(work, enterprise)
    .$if(isFollowedOnly, (query) => query.where('s.is_followed', '=', true))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(date_trunc('milliseconds', s.saved_at), s.measure) < (${after?.at ?? null}, ${after?.measure ?? ''})`,
      ),
    )
    .orderBy(sql`date_trunc('milliseconds', s.saved_at)`, 'desc')
    .orderBy('s.measure', 'desc')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()
  return { total, rows }
}

/** A saved measure; undefined when it is not saved. */
export const findSaved = (work: Work, enterprise: string, measure: string) =>
  selectSaved(work, enterprise).where('s.measure', '=', measure).executeTakeFirst()

/** Saves a measure, or changes what is kept with it. */
export const keepSaved = async (
  work: Work,
  saved: {
    readonly enterprise: string
    readonly measure: string
    readonly isFollowed: boolean
    readonly note: string
    readonly account: string
    readonly at: Date
    /** The last change of measures that is known. */
    readonly change: number
  },
): Promise<void> => {
  const { enterprise, measure, isFollowed, note, account, at, change } = saved
  const kept = { is_followed: isFollowed, note, saved_by: account, saved_at: at }
  await work
    .insertInto('saved_measures')
    .values({
      enterprise,
      measure,
      ...kept,
      followed_at: isFollowed ? at : null,
      followed_change: change,
    })
    .onConflict((conflict) =>
      conflict.columns(['enterprise', 'measure']).doUpdateSet((row) => ({
        ...kept,
        followed_at: isFollowed
          ? sql<Date>`coalesce(saved_measures.followed_at, ${row.ref('excluded.followed_at')})`
          : null,
        followed_change: sql<number>`CASE WHEN saved_measures.is_followed
          THEN saved_measures.followed_change ELSE ${row.ref('excluded.followed_change')} END`,
      })),
    )
    .execute()
}

/** No longer keeps a measure; says whether it was saved. */
export const dropSaved = async (
  work: Work,
  enterprise: string,
  measure: string,
): Promise<boolean> => {
  const { numDeletedRows } = await work
    .deleteFrom('saved_measures')
    .where('enterprise', '=', enterprise)
    .where('measure', '=', measure)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Who follows which measures. */
export const listFollowed = (work: Work) =>
  work
    .selectFrom('saved_measures')
    .select(['enterprise', 'measure', 'followed_at', 'followed_change', 'saved_at'])
    .where('is_followed', '=', true)
    .orderBy('enterprise')
    .orderBy('measure')
    .execute()
