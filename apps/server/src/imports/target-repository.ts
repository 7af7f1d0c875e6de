import { sql } from 'kysely'
import type { Database } from '../platform/database/open-database.ts'
import type { Work } from '../platform/database/transaction.ts'

type Tables = Database | Work

/** The enterprises with these codes, in a district or the whole city (null), by their codes. */
export const findByUscc = async (
  tables: Tables,
  usccs: readonly string[],
  district: string | null,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tables
    .selectFrom('enterprises')
    .select(['id', 'uscc'])
    .where(sql<boolean>`uscc = ANY (${usccs}::text[])`)
    .$if(district !== null, (query) => query.where('district', '=', district ?? ''))
    .execute()
  return new Map(rows.map(({ id, uscc }) => [uscc, id]))
}

/** Which of these codes there are anywhere in the city. */
export const knownUsccs = async (
  tables: Tables,
  usccs: readonly string[],
): Promise<ReadonlySet<string>> => new Set((await findByUscc(tables, usccs, null)).keys())

/** An enterprise to be taken in. */
export interface EnterpriseToAdd {
  readonly uscc: string
  readonly name: string
  readonly district: string | null
  readonly industry: string | null
}

/** Takes enterprises in and returns their ids by their codes. */
export const addEnterprises = async (
  work: Work,
  enterprises: readonly EnterpriseToAdd[],
): Promise<ReadonlyMap<string, string>> => {
  if (enterprises.length === 0) return new Map()
  const rows = await work
    .insertInto('enterprises')
    .values([...enterprises])
    .returning(['id', 'uscc'])
    .execute()
  return new Map(rows.map(({ id, uscc }) => [uscc, id]))
}

/** A statement of a batch. */
export interface BatchStatement {
  readonly enterprise: string
  readonly fact: string
  readonly year: number | null
  readonly value: string | boolean
}

/** Adds statements of a source that differ from its latest word, and returns how many did. */
export const addBatchStatements = async (
  work: Work,
  by: {
    readonly batch: string
    readonly source: string
    readonly grade: string
    readonly account: string | null
    readonly at: Date
  },
  statements: readonly BatchStatement[],
): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO statements (enterprise, fact, year, value, source, grade, stated_by, batch, stated_at)
    SELECT n.enterprise, n.fact, n.year, n.value, ${by.source}, ${by.grade}, ${by.account}::uuid,
      ${by.batch}::uuid, ${by.at}
    FROM unnest(
      ${statements.map(({ enterprise }) => enterprise)}::uuid[],
      ${statements.map(({ fact }) => fact)}::text[],
      ${statements.map(({ year }) => year)}::integer[],
      ${statements.map(({ value }) => JSON.stringify(value))}::jsonb[]
    ) WITH ORDINALITY AS n (enterprise, fact, year, value, place)
    LEFT JOIN LATERAL (
      SELECT s.value, s.grade FROM statements s
      WHERE s.enterprise = n.enterprise AND s.fact = n.fact AND s.year IS NOT DISTINCT FROM n.year
        AND s.thing IS NULL AND s.source = ${by.source}
      ORDER BY s.id DESC LIMIT 1
    ) latest ON true
    WHERE latest.value IS DISTINCT FROM n.value OR latest.grade IS DISTINCT FROM ${by.grade}
    ORDER BY n.place`.execute(work)
  return Number(numAffectedRows)
}

/** Where enterprises are and what they do, as the authority says; officers reach them by it. */
export const placeEnterprises = async (
  work: Work,
  said: readonly {
    readonly enterprise: string
    readonly column: 'district' | 'industry'
    readonly code: string
  }[],
): Promise<void> => {
  for (const column of ['district', 'industry'] as const) {
    const rows = said.filter((each) => each.column === column)
    if (rows.length === 0) continue
    await sql`
      UPDATE enterprises e SET ${sql.ref(column)} = n.code
      FROM unnest(
        ${rows.map(({ enterprise }) => enterprise)}::uuid[], ${rows.map(({ code }) => code)}::text[]
      ) AS n (id, code)
      WHERE e.id = n.id AND e.${sql.ref(column)} IS DISTINCT FROM n.code`.execute(work)
  }
}

/** Runs work that no other service does at the same time; null when another one is at it. */
export const withLock = <Answer>(
  database: Database,
  name: string,
  work: () => Promise<Answer>,
): Promise<Answer | null> =>
  database.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${name}, 0)`
    const { rows } = await sql<{ locked: boolean }>`
      SELECT pg_try_advisory_lock(${key}) AS locked`.execute(connection)
    if (rows[0]?.locked !== true) return null
    try {
      return await work()
    } finally {
      await sql`SELECT pg_advisory_unlock(${key})`.execute(connection)
    }
  })
