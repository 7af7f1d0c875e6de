import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EnterpriseTable, listEnterpriseTables } from './catalog.ts'
import { fillTable } from './fill-table.ts'
import { type OpenService, openService, standingClock, TODAY } from './open-service.fixture.ts'
import { type Person, signAllIn } from './people.ts'

/** Whose own enterprise it is, and whose post reaches it. */
const INSIDERS = ['owner', 'finance', 'consultant', 'officer', 'specialist', 'city', 'admin']

const REFUSED = '42501'

let service: OpenService
let people: readonly Person[] = []
let tables: readonly EnterpriseTable[] = []
let enterprise = ''
const rows = new Map<string, object>()

beforeAll(async () => {
  service = await openService()
  people = await signAllIn(service.database, service.emails, standingClock.now())
  const owner = people.find(({ name }) => name === 'owner')?.account
  const found = await service.database.query<{ enterprise: string }>(
    'SELECT enterprise FROM memberships WHERE account = $1',
    [owner],
  )
  enterprise = found.rows[0]?.enterprise ?? ''
  tables = await listEnterpriseTables(service.database)
  for (const table of tables) {
    rows.set(table.name, await fillTable(service.database, table, enterprise))
  }
}, 120_000)

afterAll(() => service.close())

/** Tables that requests may touch although nothing says whose rows they may see. */
const listUnguarded = async (database: Client): Promise<readonly string[]> => {
  const { rows: found } = await database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relrowsecurity
        AND (c.relname = ANY ($1) OR EXISTS (
          SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('account', 'enterprise')
        ))
      ORDER BY c.relname`,
    [(await listEnterpriseTables(database)).map(({ name }) => name)],
  )
  return found.map(({ name }) => name)
}

/** Runs SQL with the rights of a person in the database alone, undoes it, and says what came of it. */
const askAs = async (
  { account }: Person,
  sql: string,
  values: readonly unknown[],
): Promise<{ readonly code: string } | { readonly count: number }> => {
  const { database } = service
  await database.query('BEGIN')
  try {
    await database.query(
      `SELECT set_config('huiqi.account', $1, true), set_config('huiqi.today', $2, true), set_config('role', 'huiqi_app', true)`,
      [account ?? '', TODAY],
    )
    const { rowCount } = await database.query(sql, [...values])
    return { count: rowCount ?? 0 }
  } catch (error) {
    return { code: error instanceof Error && 'code' in error ? String(error.code) : String(error) }
  } finally {
    await database.query('ROLLBACK')
  }
}

const strangers = (): readonly Person[] => people.filter(({ name }) => !INSIDERS.includes(name))

/** A column that requests may write, so that not the lack of a grant but the policy answers. */
const writable = async (table: string): Promise<string | null> => {
  const { rows: found } = await service.database.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
        AND has_column_privilege('huiqi_app', attrelid, attnum, 'UPDATE') LIMIT 1`,
    [table],
  )
  return found[0]?.name ?? null
}

const insertable = async (table: string): Promise<string> => {
  const { rows: found } = await service.database.query<{ names: string }>(
    `SELECT string_agg(attname, ', ') AS names FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''`,
    [table],
  )
  return found[0]?.names ?? ''
}

describe('the database alone', () => {
  test('knows tables of enterprises and people who have nothing to do with one of them', () => {
    expect(tables.length).toBeGreaterThan(10)
    expect(strangers().map(({ name }) => name)).toEqual([
      'owner2',
      'officer2',
      'policy',
      'supervisor',
      'provider',
      'bank',
      'visitor',
    ])
  })

  test('guards every table with rows of enterprises or accounts', async () => {
    expect(await listUnguarded(service.database)).toEqual([])
  })

  test('a new table that nobody guards is found', async () => {
    await service.database.query('BEGIN')
    await service.database.query('CREATE TABLE forgotten (enterprise uuid, note text)')
    await service.database.query('CREATE TABLE also (company uuid REFERENCES enterprises)')
    expect(await listUnguarded(service.database)).toEqual(['also', 'forgotten'])
    await service.database.query('ROLLBACK')
  })

  test('shows the owner what is the owner’s, so that the refusals below mean something', async () => {
    const owner = people.find(({ name }) => name === 'owner') ?? people[0]
    if (owner === undefined) throw new Error('nobody')
    for (const table of ['statements', 'things', 'memberships', 'consents']) {
      const seen = await askAs(owner, `SELECT 1 FROM ${table} WHERE enterprise = $1`, [enterprise])
      expect([table, seen]).toEqual([table, { count: expect.toSatisfy((count) => count > 0) }])
    }
  })

  test('shows strangers no row', async () => {
    for (const person of strangers()) {
      for (const { name, column } of tables) {
        const seen = await askAs(person, `SELECT 1 FROM ${name} WHERE ${column} = $1`, [enterprise])
        expect([person.name, name, seen]).toEqual([
          person.name,
          name,
          expect.toBeOneOf([{ count: 0 }, { code: REFUSED }]),
        ])
      }
    }
  })

  test('lets strangers change and remove no row', async () => {
    for (const person of strangers()) {
      for (const { name, column } of tables) {
        const field = (await writable(name)) ?? column
        for (const sql of [
          `UPDATE ${name} SET ${field} = ${field} WHERE ${column} = $1`,
          `DELETE FROM ${name} WHERE ${column} = $1`,
        ]) {
          const done = await askAs(person, sql, [enterprise])
          expect([person.name, sql, done]).toEqual([
            person.name,
            sql,
            expect.toBeOneOf([{ count: 0 }, { code: REFUSED }]),
          ])
        }
      }
    }
  })

  test('takes no row for the enterprise from strangers', async () => {
    for (const person of strangers()) {
      for (const { name } of tables) {
        const names = await insertable(name)
        const sql = `INSERT INTO ${name} (${names})
          SELECT ${names} FROM jsonb_populate_record(NULL::${name}, $1::jsonb)`
        const own = { ...rows.get(name), account: person.account, stated_by: person.account }
        expect([person.name, name, await askAs(person, sql, [JSON.stringify(own)])]).toEqual([
          person.name,
          name,
          { code: REFUSED },
        ])
      }
    }
  })
})
