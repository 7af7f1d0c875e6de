import type { Client } from 'pg'
import type { EnterpriseTable } from './catalog.ts'

interface ColumnOfTable {
  readonly name: string
  readonly type: string
  /** The table that its values come from; null: none. */
  readonly refers: string | null
  readonly is_needed: boolean
  /** Whether PostgreSQL numbers its rows itself. */
  readonly is_counted: boolean
  /** The definitions of the checks that it stands in. */
  readonly checks: string
}

const listColumns = async (database: Client, table: string): Promise<readonly ColumnOfTable[]> => {
  const { rows } = await database.query<ColumnOfTable>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
        a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS is_needed,
        a.attidentity <> '' AS is_counted,
        (SELECT f.confrelid::regclass::text FROM pg_constraint f
          WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]
          LIMIT 1) AS refers,
        coalesce((SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k
          WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]), '')
          AS checks
      FROM pg_attribute a
      WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [table],
  )
  return rows
}

const BY_TYPE: Readonly<Record<string, unknown>> = {
  bigint: 1,
  integer: 1,
  boolean: false,
  date: '2025-09-01',
  'timestamp with time zone': '2025-09-01T09:00:00+08:00',
  jsonb: {},
  bytea: '\\x00',
  'text[]': [],
  'uuid[]': [],
}

const textFor = ({ checks }: ColumnOfTable): string => /'([^']+)'::text/.exec(checks)?.[1] ?? 'x'

const valueFor = async (
  database: Client,
  column: ColumnOfTable,
  enterprise: string,
): Promise<unknown> => {
  if (column.refers === 'enterprises') return enterprise
  if (column.refers !== null) {
    const { rows } = await database.query<{ id: string }>(
      column.refers === 'accounts'
        ? 'SELECT account AS id FROM memberships WHERE enterprise = $1 ORDER BY id LIMIT 1'
        : `SELECT id FROM ${column.refers} WHERE $1::text IS NOT NULL LIMIT 1`,
      [enterprise],
    )
    return rows[0]?.id
  }
  if (column.type === 'uuid') return 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
  return BY_TYPE[column.type] ?? textFor(column)
}

/**
 * Makes sure that the table has a row of the enterprise, like those of others or of plain values, and
 * returns one as an object.
 */
export const fillTable = async (
  database: Client,
  { name, column }: EnterpriseTable,
  enterprise: string,
): Promise<object> => {
  const read = async (): Promise<object | null> => {
    const { rows } = await database.query<{ row: object }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t WHERE ${column} = $1 LIMIT 1`,
      [enterprise],
    )
    return rows[0]?.row ?? null
  }
  const before = await read()
  if (before !== null) return before
  const { rows: others } = await database.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM ${name} t LIMIT 1`,
  )
  const like = others[0]?.row
  const values: Record<string, unknown> = {}
  for (const each of await listColumns(database, name)) {
    if (each.name === column) values[each.name] = enterprise
    else if (each.is_counted || each.name === 'id') continue
    else if (like !== undefined) values[each.name] = like[each.name]
    else if (each.is_needed) values[each.name] = await valueFor(database, each, enterprise)
  }
  const names = Object.keys(values).join(', ')
  await database.query(
    `INSERT INTO ${name} (${names})
      SELECT ${names} FROM jsonb_populate_record(NULL::${name}, $1::jsonb)`,
    [JSON.stringify(values)],
  )
  const made = await read()
  if (made === null) throw new Error(`${name} keeps no row of an enterprise`)
  return made
}
