import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '@huiqi/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallRulebook } from '../city/testing/small-rulebook.ts'
import { importCity } from './import-city.ts'
import { openCity } from './open-city.ts'
import { postgresSource } from './postgres-source.ts'
import { findPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.ts'
import { statedRows } from './testing/stated-rows.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const BIN = findPostgres()
const ROOT = temporaryFolder(afterAll)
const RULEBOOK = smallRulebook()

describe.runIf(BIN !== null)('a query on PostgreSQL', () => {
  let server: PostgresServer | null = null
  let client = new Client()

  beforeAll(async () => {
    server = await startPostgres(BIN ?? '', ROOT)
    client = new Client({ connectionString: server.connection })
    await client.connect()
    await client.query(`
      create table firm (
        uscc text, revenue numeric(18, 2), founded date, noted timestamp, pets bigint, luck numeric,
        is_odd boolean, mood text)`)
    await client.query(`
      insert into firm values
        ('91310104MA1F12345M', 1860.50, '2020-02-29', '2024-03-01', 3, 0.5000, true, 'good'),
        (null, 1, '2020-01-01', null, 1, 0.5, false, 'good'),
        ('91310104MA1F12345M', 1, null, '2024-03-01 08:00', null, null, null, 'ugly')`)
  })

  afterAll(async () => {
    await client.end()
    await server?.stop()
  })

  const QUERY = `
    select uscc, revenue as "revenue@2025", founded as founded_on, noted as noted_on, pets, luck,
           is_odd, mood
    from firm`

  const take = async (folder: string, where: string, given: string | Client = client) => {
    const issues: Issue[] = []
    const query = `${QUERY} ${where};`
    const source = await postgresSource({ connection: given, query })
    const options = { rulebook: RULEBOOK, onIssue: (issue: Issue) => issues.push(issue) }
    const imported = await importCity(join(ROOT, folder), source, options)
    return { ...imported, issues, rows: statedRows((await openCity(join(ROOT, folder))).table) }
  }

  test('gives exact values', async () => {
    const { rows, issues } = await take('exact', 'where pets = 3')
    expect(issues).toEqual([])
    expect(rows).toEqual([
      {
        uscc: '91310104MA1F12345M',
        'enterprise.revenue@2025': '186050',
        'enterprise.founded_on': '2020-02-29',
        'enterprise.noted_on': '2024-03-01',
        'enterprise.pets': '3',
        'enterprise.luck': '0.5',
        'enterprise.is_odd': 'true',
        'enterprise.mood': 'good',
      },
    ])
  })

  test('by a connection of its own', async () => {
    const { rows } = await take('own', 'where pets = 3', server?.connection)
    expect(rows.length).toBe(1)
  })

  test('rows at fault are told by their number', async () => {
    const { issues, rows, refused } = await take('faults', 'order by pets nulls last')
    expect([rows.length, refused]).toEqual([1, 2])
    expect(issues.map(({ line, path, code }) => [line, path, code])).toEqual([
      [1, 'uscc', 'uscc.length'],
      [3, 'noted_on', 'value.date'],
      [3, 'mood', 'value.code'],
      [3, 'uscc', 'uscc.twice'],
    ])
  })

  test('streams more rows than it holds at a time', async () => {
    const query = 'select (n % 10)::int as pets from generate_series(1, 20000) as n'
    const source = await postgresSource({ connection: client, query })
    const { head } = await importCity(join(ROOT, 'many'), source, { rulebook: RULEBOOK })
    expect(head.rows).toBe(20_000)
  })

  test('takes parameters', async () => {
    const query = 'select $1::int as pets'
    const source = await postgresSource({ connection: client, query, parameters: [7] })
    await importCity(join(ROOT, 'parameters'), source, { rulebook: RULEBOOK })
    const { table } = await openCity(join(ROOT, 'parameters'))
    expect(table.columns[0]?.values[0]).toBe(7)
  })

  test('cannot change anything', async () => {
    const query = 'with gone as (delete from firm returning pets) select pets from gone'
    await expect(postgresSource({ connection: client, query })).rejects.toThrow()
    const { rows } = await client.query('select count(*)::int as rows from firm')
    expect(rows).toEqual([{ rows: 3 }])
  })

  test('an import that stops half-way gives the client back', async () => {
    const query = 'select n as pets from generate_series(1, 90000) as n'
    const source = await postgresSource({ connection: client, query })
    const signal = AbortSignal.abort(new Error('enough'))
    const run = importCity(join(ROOT, 'stopped'), source, { rulebook: RULEBOOK, signal })
    await expect(run).rejects.toThrow('enough')
    const { rows } = await client.query('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
  })

  test('a fault of the database on the way leaves no city', async () => {
    const query = 'select 1 / (5000 - n) as pets from generate_series(1, 9000) as n'
    const source = await postgresSource({ connection: server?.connection ?? '', query })
    const run = importCity(join(ROOT, 'broken'), source, { rulebook: RULEBOOK })
    await expect(run).rejects.toThrow('division by zero')
    expect(readdirSync(ROOT).filter((name) => name.startsWith('broken'))).toEqual([])
  })
})
