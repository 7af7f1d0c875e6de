import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

const wanted = (work: Work, text: string | undefined) =>
  work.selectFrom('accounts').$if(text !== undefined && text !== '', (query) => {
    const part = (text ?? '').toLowerCase()
    return query.where(({ or, eb }) =>
      or([
        eb(sql<number>`position(${part} in email)`, '>', 0),
        eb(sql<number>`position(${part} in lower(name))`, '>', 0),
      ]),
    )
  })

/** Accounts whose name or address has the text in it, by id. */
export const listAccounts = (
  work: Work,
  text: string | undefined,
  page: { readonly after: string | undefined; readonly limit: number },
) =>
  wanted(work, text)
    .select(['id', 'email', 'name', 'language', 'is_disabled', 'created_at'])
    .$if(page.after !== undefined, (query) => query.where('id', '>', page.after ?? ''))
    .orderBy('id')
    .limit(page.limit)
    .execute()

/** How many accounts are wanted in all. */
export const countAccounts = async (work: Work, text: string | undefined): Promise<number> => {
  const { count } = await wanted(work, text)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Closes or opens an account; false when there is none. */
export const setDisabled = async (
  work: Work,
  id: string,
  isDisabled: boolean,
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('accounts')
    .set({ is_disabled: isDisabled })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
