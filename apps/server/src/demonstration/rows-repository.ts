import { type Insertable, sql } from 'kysely'
import type { DB } from '../platform/database/schema.generated.ts'
import type { Work } from '../platform/database/transaction.ts'

const ROWS_AT_ONCE = 4000

/** A table of the service. */
export type TableName = keyof DB & string

/** Rows of a table; all of them state the same columns. */
export type Rows<Name extends TableName> = readonly Insertable<DB[Name]>[]

/** Inserts many rows at once; what they leave out takes its default. */
export const insertRows = async <Name extends TableName>(
  work: Work,
  table: Name,
  rows: Rows<Name>,
): Promise<void> => {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE))
    await sql`INSERT INTO ${sql.table(table)} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${chunk}::jsonb)`.execute(
      work,
    )
  }
}
