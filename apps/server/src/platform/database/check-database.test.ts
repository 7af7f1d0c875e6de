import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { checkDatabase, type DatabaseTraits, databaseFaults } from './check-database.ts'

const made: string[] = []

const ask = async (sql: string): Promise<void> => {
  const client = new Client({ ...inject('postgres'), database: 'postgres' })
  await client.connect()
  await client.query(sql)
  await client.end()
}

const makeDatabase = async (options: string): Promise<ClientConfig> => {
  const name = `check_${randomUUID().replaceAll('-', '')}`
  await ask(`CREATE DATABASE ${name} TEMPLATE template0 ${options}`)
  made.push(`DROP DATABASE ${name} WITH (FORCE)`)
  return { ...inject('postgres'), database: name }
}

afterEach(async () => {
  for (const sql of made.splice(0).toReversed()) await ask(sql)
})

describe('a database', () => {
  test('with UTF-8 and Chinese letters does', async () => {
    const connection = await makeDatabase("LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    expect(await checkDatabase(connection)).toEqual([])
  })

  test('that knows no Chinese letters does not', async () => {
    const connection = await makeDatabase("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    expect(await checkDatabase(connection)).toEqual([{ fault: 'letters', found: 'C' }])
  })

  test('in another encoding is told so together with everything else', async () => {
    const connection = await makeDatabase("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
    expect(await checkDatabase(connection)).toEqual([
      { fault: 'encoding', found: 'LATIN1' },
      { fault: 'letters', found: 'C' },
    ])
  })

  test('whose user may neither make tables nor roles does not', async () => {
    const connection = await makeDatabase("LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    const user = `guest_${randomUUID().replaceAll('-', '')}`
    await ask(`CREATE ROLE ${user} LOGIN`)
    made.unshift(`DROP ROLE ${user}`)
    expect(await checkDatabase({ ...connection, user })).toEqual([
      { fault: 'rights', found: 'CREATE' },
      { fault: 'role', found: 'huiqi_app' },
    ])
  })

  test('that is not there cannot be asked', async () => {
    const connection = { ...inject('postgres'), database: 'nowhere' }
    await expect(checkDatabase(connection)).rejects.toThrow('database "nowhere" does not exist')
  })
})

const GOOD: DatabaseTraits = {
  version: '18.4',
  version_number: 180_004,
  encoding: 'UTF8',
  ctype: 'C.UTF-8',
  has_chinese_letters: true,
  missing_extensions: [],
  may_create: true,
  has_role: false,
  may_make_role: true,
  is_read_only: false,
}

test.each<[string, Partial<DatabaseTraits>, object[]]>([
  ['the oldest version that does', { version: '15.0', version_number: 150_000 }, []],
  [
    'one that is older',
    { version: '14.19', version_number: 140_019 },
    [{ fault: 'version', found: '14.19' }],
  ],
  [
    'extensions that are not installed',
    { missing_extensions: ['pg_trgm', 'btree_gist'] },
    [{ fault: 'extensions', found: 'pg_trgm, btree_gist' }],
  ],
  ['a role made beforehand', { has_role: true, may_make_role: false }, []],
  ['a replica', { is_read_only: true }, [{ fault: 'read-only', found: '18.4' }]],
])('%s', (_, traits, faults) => {
  expect(databaseFaults({ ...GOOD, ...traits })).toEqual(faults)
})
