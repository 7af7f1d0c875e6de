import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

/** One lock for all services that look whether there is a demonstration. */
const LOCK = 4_860_003

/** Makes services that prepare the demonstration at the same time wait for each other. */
export const lockDemonstration = async (work: Work): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(work)
}

/** The invented city in the database; undefined when there is none. */
export const findDemonstration = (
  work: Work,
): Promise<{ readonly enterprises: number; readonly made_on: string } | undefined> =>
  work.selectFrom('demonstrations').select(['enterprises', 'made_on']).executeTakeFirst()

/** Whether nobody and no enterprise is known. */
export const isEmpty = async (work: Work): Promise<boolean> => {
  const { rows } = await sql<{ is_empty: boolean }>`
    SELECT NOT EXISTS (SELECT FROM accounts) AND NOT EXISTS (SELECT FROM enterprises) AS is_empty
  `.execute(work)
  return rows[0]?.is_empty === true
}

/** Empties every table but that of the migrations. */
export const emptyAll = async (work: Work): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'catalogues', 'measure_changes')
  `.execute(work)
  const tables = sql.join(rows.map(({ name }) => sql.table(name)))
  await sql`TRUNCATE ${tables} RESTART IDENTITY CASCADE`.execute(work)
}

/** Writes down that everything in the database is invented. */
export const markDemonstration = async (
  work: Work,
  made: { readonly seed: number; readonly on: string; readonly enterprises: number },
): Promise<void> => {
  await work
    .insertInto('demonstrations')
    .values({ seed: made.seed, made_on: made.on, enterprises: made.enterprises })
    .execute()
}

/** Tells the planner what the tables hold now. */
export const analyseTables = async (work: Work): Promise<void> => {
  await sql`ANALYZE enterprises, statements, things, memberships, accounts`.execute(work)
}
