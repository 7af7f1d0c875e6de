import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

/** Which enterprises are wanted. */
export interface EnterpriseSearch {
  readonly text: string | null
  /** Only these; null: any that the transaction may read. */
  readonly ids: readonly string[] | null
  readonly after: { readonly name: string; readonly id: string } | null
  /** Null: all. */
  readonly limit: number | null
}

const COLUMNS = ['id', 'uscc', 'name', 'district', 'industry', 'is_synthetic'] as const

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (found) => `\\${found}`)

/** A page of enterprises in the order of their names, and how many there are. */
export const searchEnterprises = async (work: Work, wanted: EnterpriseSearch) => {
  const { text, ids, after, limit } = wanted
  const all = work
    .selectFrom('enterprises')
    .$if(ids !== null, (query) => query.where(sql<boolean>`id = ANY (${ids}::uuid[])`))
    .$if(text !== null && text !== '', (query) =>
      query.where(({ eb, or }) =>
        or([
          eb('name', 'ilike', `%${escapeLike(text ?? '')}%`),
          eb('uscc', 'like', `${escapeLike((text ?? '').toUpperCase())}%`),
        ]),
      ),
    )
  const { total } = await all
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await all
    .select(COLUMNS)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(name, id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy('name')
    .orderBy('id')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()
  return { total, rows }
}

/** What is known of an enterprise beside its file; undefined when the transaction may not read it. */
export const findEnterprise = (work: Work, id: string) =>
  work
    .selectFrom('enterprises')
    .select([...COLUMNS, 'contact_email', 'contact_phone'])
    .where('id', '=', id)
    .executeTakeFirst()
