import type { Database } from '../platform/database/open-database.ts'
import type { Work } from '../platform/database/transaction.ts'

/** A file of a connector. */
export interface DropKey {
  readonly connector: string
  readonly name: string
  readonly sha256: string
}

/** The batch that a file was taken in with; null when it has not been taken. */
export const findDrop = async (
  tables: Database | Work,
  { connector, name, sha256 }: DropKey,
): Promise<string | null> => {
  const row = await tables
    .selectFrom('drops')
    .select('batch')
    .where('connector', '=', connector)
    .where('name', '=', name)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.batch ?? null
}

/** Notes that a file was taken in with a batch. */
export const addDrop = async (
  work: Work,
  { connector, name, sha256 }: DropKey,
  taken: { readonly batch: string; readonly at: Date },
): Promise<void> => {
  await work
    .insertInto('drops')
    .values({ connector, name, sha256, batch: taken.batch, taken_at: taken.at })
    .execute()
}

/** Forgets the files that are no longer there: what comes under their names is new. */
export const forgetDrops = async (
  database: Database,
  connector: string,
  listed: readonly string[],
): Promise<void> => {
  await database
    .deleteFrom('drops')
    .where('connector', '=', connector)
    .$if(listed.length > 0, (query) => query.where('name', 'not in', [...listed]))
    .execute()
}
