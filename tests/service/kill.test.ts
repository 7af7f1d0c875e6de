import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type PostgresOrigin, startPostgres } from '@huiqi/postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChildService, startChild } from './child-service.fixture.ts'
import { settingsFor } from './open-service.fixture.ts'
import { type Person, signAllIn } from './people.ts'

const FACT = 'enterprise.employees'
const YEARS = [2022, 2023, 2024]
const WRITERS = 3
const ROUNDS = 3

const wanted = process.env.HUIQI_TEST_POSTGRES
const origin: { readonly origin?: PostgresOrigin } =
  wanted === 'npm' || wanted === 'system' ? { origin: wanted } : {}

let folder = ''
let settings: Readonly<Record<string, string>> = {}
let service: ChildService
let owner: Person
let officer: Person
let enterprise = ''
let next = 1000

const cluster = () => ({ folder: path.join(folder, 'postgres'), isDurable: true, ...origin })

const connect = async (): Promise<Client> => {
  const { connection } = await startPostgres(cluster())
  const client = new Client({ ...connection, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const ask = async <Row extends object>(
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = await connect()
  const { rows } = await client.query<Row>(sql, [...values])
  await client.end()
  return rows
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiqi-kill-'))
  chmodSync(folder, 0o755)
  const { connection } = await startPostgres(cluster())
  const url = `postgres://${connection.user}@${encodeURIComponent(connection.host)}/postgres`
  settings = settingsFor(url, path.join(folder, 'data'))
  service = await startChild(settings)
  const client = await connect()
  const emails = ['owner', 'city'].map((name) => `${name}@huiqi.example`)
  const people = await signAllIn(client, emails, new Date())
  await client.end()
  const [first, second] = people
  if (first === undefined || second === undefined) throw new Error('nobody')
  owner = first
  officer = second
  const rows = await ask<{ enterprise: string }>(
    'SELECT enterprise FROM memberships WHERE account = $1',
    [owner.account],
  )
  enterprise = rows[0]?.enterprise ?? ''
}, 180_000)

afterAll(async () => {
  await service.kill('SIGTERM')
  await (await startPostgres(cluster())).stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** One request that states the same new number for three years: all of it or nothing is kept. */
const declare = async (value: number): Promise<boolean> => {
  const statements = YEARS.map((year) => ({ fact: FACT, year, value: String(value) }))
  try {
    const answer = await fetch(`${service.address}/api/v1/enterprises/${enterprise}/statements`, {
      method: 'POST',
      headers: {
        ...owner.headers,
        'content-type': 'application/json',
        'idempotency-key': `kill-${value}`,
      },
      body: JSON.stringify({ statements }),
    })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

interface Load {
  readonly acknowledged: readonly number[]
  readonly tried: readonly number[]
}

/** Changes facts from several sides until told to end. */
const startLoad = (): (() => Promise<Load>) => {
  const acknowledged: number[] = []
  const tried: number[] = []
  let isOver = false
  const write = async (): Promise<void> => {
    while (!isOver) {
      next += 1
      const value = next
      tried.push(value)
      if (await declare(value)) acknowledged.push(value)
      else await wait(20)
    }
  }
  const writers = Array.from({ length: WRITERS }, write)
  return async () => {
    isOver = true
    await Promise.all(writers)
    return { acknowledged, tried }
  }
}

/** Begins an import of a register in which every enterprise has the number, and confirms it. */
const runImport = async (value: number): Promise<string | null> => {
  const rows = await ask<{ uscc: string }>('SELECT uscc FROM enterprises ORDER BY uscc')
  const csv = ['uscc,enterprise.employees@2021', ...rows.map(({ uscc }) => `${uscc},${value}`)]
  const form = new FormData()
  form.append('file', new Blob([csv.join('\n')], { type: 'text/csv' }), 'register.csv')
  const { address } = service
  const begun = await fetch(`${address}/api/v1/imports?source=social-insurance&grade=A`, {
    method: 'POST',
    headers: officer.headers,
    body: form,
  })
  expect(begun.status).toBe(201)
  const { id }: { readonly id: string } = JSON.parse(await begun.text())
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${address}/api/v1/imports/${id}`, { headers: officer.headers })
    const { state }: { readonly state: string } = JSON.parse(await answer.text())
    if (state === 'checked') break
    await wait(50)
  }
  const confirmed = await fetch(`${address}/api/v1/imports/${id}/confirm`, {
    method: 'POST',
    headers: officer.headers,
  })
  expect(confirmed.status).toBeLessThan(300)
  return id
}

const countKept = async (): Promise<ReadonlyMap<number, number>> => {
  const rows = await ask<{ value: string; count: number }>(
    `SELECT value #>> '{}' AS value, count(*)::integer AS count FROM statements
      WHERE enterprise = $1 AND source = 'self' AND fact = $2 AND year = ANY ($3)
      GROUP BY 1`,
    [enterprise, FACT, YEARS],
  )
  return new Map(rows.map(({ value, count }) => [Number(value), count]))
}

const expectWhole = async ({ acknowledged, tried }: Load): Promise<void> => {
  const kept = await countKept()
  expect(acknowledged.filter((value) => kept.get(value) !== YEARS.length)).toEqual([])
  expect(tried.filter((value) => ![undefined, YEARS.length].includes(kept.get(value)))).toEqual([])
}

const killPostgres = (): void => {
  const file = path.join(cluster().folder, 'data', 'postmaster.pid')
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL')
}

const waitUntilApplied = async (id: string): Promise<number> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const [batch] = await ask<{ state: string }>('SELECT state FROM import_batches WHERE id = $1', [
      id,
    ])
    if (batch?.state === 'applied') break
    await wait(100)
  }
  const [{ count } = { count: -1 }] = await ask<{ count: number }>(
    'SELECT count(*)::integer AS count FROM statements WHERE batch = $1',
    [id],
  )
  return count
}

const countEnterprises = async (): Promise<number> =>
  (await ask<{ count: number }>('SELECT count(*)::integer AS count FROM enterprises'))[0]?.count ??
  0

test('nothing is half done and nothing acknowledged is lost when the service is killed', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const endLoad = startLoad()
    const batch = await runImport(5000 + round)
    await wait(round * 40)
    await service.kill('SIGKILL')
    const load = await endLoad()
    service = await startChild(settings)
    expect(load.acknowledged.length).toBeGreaterThan(0)
    await expectWhole(load)
    if (batch !== null) expect(await waitUntilApplied(batch)).toBe(await countEnterprises())
  }
}, 240_000)

test('nothing is half done and nothing acknowledged is lost when PostgreSQL is killed, and the service goes on', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const endLoad = startLoad()
    const batch = await runImport(6000 + round)
    await wait(round * 40)
    killPostgres()
    await wait(300)
    await startPostgres(cluster())
    let isBack = false
    for (let tries = 0; tries < 100 && !isBack; tries += 1) {
      isBack = await declare(900_000 + round * 1000 + tries)
      if (!isBack) await wait(100)
    }
    expect(isBack).toBe(true)
    await expectWhole(await endLoad())
    if (batch !== null) expect(await waitUntilApplied(batch)).toBe(await countEnterprises())
  }
}, 240_000)

test('the service is ready within five seconds of a restart', async () => {
  await service.kill('SIGTERM')
  service = await startChild(settings)
  expect(service.readyAfterMs).toBeLessThan(5000)
}, 60_000)

test('a request that runs when the service is told to end is answered', async () => {
  const { address } = service
  const running = fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'owner@huiqi.example', password: 'not the password' }),
  })
  await wait(15)
  const [answer, code] = await Promise.all([running, service.kill('SIGTERM')])
  expect([answer.status, code]).toEqual([401, 0])
  service = await startChild(settings)
}, 60_000)
