import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

const isRoot = process.getuid?.() === 0

describe('in a folder that other users cannot enter', () => {
  let closed = ''
  let refuge = ''
  const start = () =>
    startPostgres({ folder: path.join(closed, 'postgres'), isDurable: true, refuge })

  beforeEach(() => {
    chmodSync(folder, 0o755)
    closed = path.join(folder, 'closed')
    refuge = path.join(folder, 'refuge')
    mkdirSync(closed, { mode: 0o700 })
  })

  test('root goes to the refuge and comes back to it, anybody else stays', async () => {
    running = await start()
    await ask('CREATE TABLE kept AS SELECT 7 AS value')
    const { folder: place } = running
    await running.stop()
    chmodSync(closed, 0o755)
    running = await start()
    expect(await ask('SELECT value FROM kept')).toBe(7)
    expect(running.folder).toBe(place)
    expect(path.dirname(place)).toBe(isRoot ? refuge : closed)
  })

  test('what lies there already is not left behind for an empty one', async () => {
    mkdirSync(path.join(closed, 'postgres', 'data'), { recursive: true })
    writeFileSync(path.join(closed, 'postgres', 'data', 'PG_VERSION'), '18\n')
    const fault = isRoot ? 'closed-folder' : 'did-not-start'
    await expect(start()).rejects.toMatchObject({ fault })
    expect(existsSync(refuge)).toBe(false)
  })
})

test('Chinese letters count as letters', async () => {
  running = await startPostgres({ folder, isDurable: false })
  expect(await ask(`SELECT '政策' ~ '^[[:alpha:]]+$'`)).toBe(true)
})
