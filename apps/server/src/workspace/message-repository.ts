import type { Work } from '../platform/database/transaction.ts'

/** A page of the messages to an account and the enterprise that it acts for, the latest first. */
export const listMessages = async (
  work: Work,
  wanted: {
    readonly enterprise: string
    readonly isUnreadOnly: boolean
    readonly before: number | null
    /** Null: all. */
    readonly limit: number | null
  },
) => {
  const { enterprise, isUnreadOnly, before, limit } = wanted
  const all = work
    .selectFrom('messages')
    .where(({ eb, or }) => or([eb('enterprise', '=', enterprise), eb('enterprise', 'is', null)]))
    .$if(isUnreadOnly, (query) => query.where('read_at', 'is', null))
  const { total } = await all
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await all
    .select(['id', 'enterprise', 'kind', 'params', 'created_at', 'read_at'])
    .$if(before !== null, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()
  return { total, rows }
}

/** How many messages nobody has read. */
export const countUnread = async (work: Work, enterprise: string): Promise<number> => {
  const { total } = await work
    .selectFrom('messages')
    .where(({ eb, or }) => or([eb('enterprise', '=', enterprise), eb('enterprise', 'is', null)]))
    .where('read_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Marks messages as read, or all of them (null), and returns how many were not. */
export const markRead = async (
  work: Work,
  marked: {
    readonly enterprise: string
    readonly ids: readonly number[] | null
    readonly at: Date
  },
): Promise<number> => {
  const { enterprise, ids, at } = marked
  if (ids?.length === 0) return 0
  const { numUpdatedRows } = await work
    .updateTable('messages')
    .set({ read_at: at })
    .where(({ eb, or }) => or([eb('enterprise', '=', enterprise), eb('enterprise', 'is', null)]))
    .where('read_at', 'is', null)
    .$if(ids !== null, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** A message to an enterprise, and what it tells, so that it is told once. */
export interface Telling {
  readonly enterprise: string
  readonly measure: string
  readonly what: string
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Tells an enterprise something once; says whether it was news. */
export const tellOnce = async (work: Work, telling: Telling, at: Date): Promise<boolean> => {
  const { enterprise, measure, what, kind, params } = telling
  const { numInsertedOrUpdatedRows: fresh = 0n } = await work
    .insertInto('told')
    .values({ enterprise, measure, what, told_at: at })
    .onConflict((conflict) => conflict.columns(['enterprise', 'measure', 'what']).doNothing())
    .executeTakeFirst()
  if (fresh === 0n) return false
  await work
    .insertInto('messages')
    .values({
      enterprise,
      kind,
      params: JSON.stringify({ measure, ...params }),
      created_at: at,
    })
    .execute()
  return true
}
