import type { Client } from 'pg'

/** A table that belongs to enterprises: each row to the one in its column. */
export interface EnterpriseTable {
  readonly name: string
  /** `enterprise`, or `id` for the table of enterprises itself. */
  readonly column: string
}

/** Every table with rows of one enterprise, found in the catalog. */
export const listEnterpriseTables = async (
  database: Client,
): Promise<readonly EnterpriseTable[]> => {
  const { rows } = await database.query<EnterpriseTable>(
    `SELECT c.relname AS name, a.attname AS "column"
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND (
          a.attname = 'enterprise'
          OR (c.relname = 'enterprises' AND a.attname = 'id')
          OR EXISTS (
            SELECT FROM pg_constraint f
            WHERE f.conrelid = c.oid AND f.contype = 'f'
              AND f.confrelid = 'enterprises'::regclass AND f.conkey = ARRAY[a.attnum]
          )
        )
      ORDER BY c.relname`,
  )
  return rows
}

/** The tables of the schema. */
export const listTables = async (database: Client): Promise<readonly string[]> => {
  const { rows } = await database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  )
  return rows.map(({ name }) => name)
}

/** What changes with every request, whoever makes it. */
const RESTLESS = ['sessions', 'idempotent_answers', 'sign_in_attempts']

/** A checksum of every table's content, but for those that change with every request. */
export const hashTables = async (database: Client): Promise<Readonly<Record<string, string>>> => {
  const hashes: Record<string, string> = {}
  for (const name of await listTables(database)) {
    if (RESTLESS.includes(name)) continue
    const { rows } = await database.query<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS hash FROM ${name} t`,
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}
