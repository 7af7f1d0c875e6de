import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'

const FILES = readdirSync(path.join(import.meta.dirname, '..', '..', '..', 'migrations'))
  .filter((name) => name.endsWith('.sql'))
  .toSorted()

let connection: ClientConfig = {}
let name = ''

const ask = async (at: ClientConfig, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client(at)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const server = (): ClientConfig => ({ ...inject('postgres'), database: 'postgres' })

beforeEach(async () => {
  name = `migrate_${randomUUID().replaceAll('-', '')}`
  connection = { ...inject('postgres'), database: name }
  await ask(server(), `CREATE DATABASE ${name}`)
})

afterEach(() => ask(server(), `DROP DATABASE ${name} WITH (FORCE)`))

test('services that start at the same time apply each migration once', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(connection)))
  expect(applied.map(({ length }) => length).toSorted()).toEqual([0, 0, FILES.length])
  const rows = await ask(connection, 'SELECT name FROM migrations ORDER BY name')
  expect(rows.map((row) => row.name)).toEqual(FILES)
})

test('a second start applies nothing', async () => {
  await migrate(connection)
  expect(await migrate(connection)).toEqual([])
})

test('a migration that was changed after it was applied is refused by name', async () => {
  await migrate(connection)
  await ask(connection, `UPDATE migrations SET checksum = 'x' WHERE name = '${FILES[1]}'`)
  await expect(migrate(connection)).rejects.toThrow(`${FILES[1]} was changed after it was applied`)
})

test('what an older service does not know is left alone', async () => {
  await migrate(connection)
  await ask(connection, "INSERT INTO migrations (name, checksum) VALUES ('9999-later.sql', 'y')")
  expect(await migrate(connection)).toEqual([])
})
