import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PrivatePostgres, startPostgres } from './start-postgres.ts'

let folder = ''
let running: PrivatePostgres | null = null

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiqi-start-'))
})

afterEach(async () => {
  await running?.stop()
  running = null
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (sql: string): Promise<unknown> => {
  const client = new Client({ ...running?.connection, database: 'postgres' })
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

const killPostmaster = (): void => {
  const pid = readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]
  process.kill(Number(pid), 'SIGKILL')
}

test('a second start joins the one that runs', async () => {
  running = await startPostgres({ folder, isDurable: true })
  expect(running.wasRunning).toBe(false)
  expect((await startPostgres({ folder, isDurable: true })).wasRunning).toBe(true)
})

test('what was committed before a kill is there after the next start', async () => {
  running = await startPostgres({ folder, isDurable: true })
  await ask('CREATE TABLE kept AS SELECT 7 AS value')
  killPostmaster()
  running = await startPostgres({ folder, isDurable: true })
  expect(running.wasRunning).toBe(false)
  expect(await ask('SELECT value FROM kept')).toBe(7)
})

test('a cluster that was not finished is made anew', async () => {
  mkdirSync(path.join(folder, 'data.new'))
  writeFileSync(path.join(folder, 'data.new', 'half'), '')
  running = await startPostgres({ folder, isDurable: false })
  expect(await ask("SELECT 'there'")).toBe('there')
})

test('Chinese letters count as letters', async () => {
  running = await startPostgres({ folder, isDurable: false })
  expect(await ask(`SELECT '政策' ~ '^[[:alpha:]]+$'`)).toBe(true)
})
