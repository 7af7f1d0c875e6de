import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@huiqi/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestDatabase } from '../testing/open-test-database.fixture.ts'
import { signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { readConfig } from './config.ts'
import { type App, createApp } from './create-app.ts'
import { addIdempotency } from './idempotency.ts'
import type { Platform } from './platform.ts'
import { addSessions } from './session.ts'

const clock = movingClock()
const LARGE = 'x'.repeat(5000)

let app: App
let platform: Pick<Platform, 'config' | 'database' | 'clock'>
let drop: () => Promise<void>
let person: TestSession
let other: TestSession
let runs = 0
let pauseMs = 0
let outcome: 'good' | 'broken' | 'refused' | 'busy' = 'good'

beforeAll(async () => {
  const opened = await openTestDatabase()
  drop = opened.drop
  platform = {
    config: readConfig({ LOG_LEVEL: 'silent' }),
    database: opened.database,
    clock,
  }
  app = await createApp(platform.config)
  addSessions(app, platform)
  addIdempotency(app, platform)
  app.post(
    '/count',
    { schema: { body: z.object({ much: z.boolean().default(false), n: z.int().default(0) }) } },
    async ({ body }, reply) => {
      runs += 1
      await wait(pauseMs)
      if (outcome === 'broken') throw new Error('broken')
      if (outcome === 'refused') throw new AppError('conflict', { reason: 'last-owner' })
      if (outcome === 'busy') throw new AppError('too-many-requests', { retryAfterSeconds: 9 })
      return reply.status(201).send({ run: runs, ...(body.much ? { much: LARGE } : {}) })
    },
  )
  await app.ready()
  person = await signInAs({ platform })
  other = await signInAs({ platform })
})

beforeEach(() => {
  clock.set('2025-09-15T04:00:00Z')
  runs = 0
  pauseMs = 0
  outcome = 'good'
})

afterAll(async () => {
  await app.close()
  await drop()
})

const send = async (
  key: string | null,
  body: object = {},
  { session = person, headers = {} }: { session?: TestSession; headers?: object } = {},
) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/count',
    payload: body,
    headers: {
      cookie: session.cookie,
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...headers,
    },
  })
  return { status: answer.statusCode, text: answer.body, headers: answer.headers }
}

test('without a key every request runs', async () => {
  await send(null)
  await send(null)
  expect(runs).toBe(2)
})

test('the same request under the same key runs once and is answered alike', async () => {
  const key = randomUUID()
  const [first, again] = [await send(key), await send(key)]
  expect([first.status, first.text, first.headers['idempotent-replayed']]).toEqual([
    201,
    '{"run":1}',
    undefined,
  ])
  expect([again.status, again.text, again.headers['idempotent-replayed']]).toEqual([
    201,
    '{"run":1}',
    'true',
  ])
  expect(again.headers['content-type']).toBe(first.headers['content-type'])
  expect(runs).toBe(1)
})

test('twenty at the same moment run once and are all answered alike', async () => {
  pauseMs = 150
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(key)))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set(['201 {"run":1}']),
  )
  expect(runs).toBe(1)
})

test('another body under the same key is in conflict', async () => {
  const key = randomUUID()
  await send(key, { n: 1 })
  const { status, text } = await send(key, { n: 2 })
  expect([status, JSON.parse(text).code, runs]).toEqual([409, 'conflict', 1])
})

test('the same key of another account is another key', async () => {
  const key = randomUUID()
  await send(key)
  expect((await send(key, {}, { session: other })).text).toBe('{"run":2}')
})

test('an answer that is compressed on its way is kept whole', async () => {
  const key = randomUUID()
  const headers = { 'accept-encoding': 'gzip' }
  const first = await send(key, { much: true }, { headers })
  expect(first.headers['content-encoding']).toBe('gzip')
  const again = await send(key, { much: true })
  expect(JSON.parse(again.text)).toEqual({ run: 1, much: LARGE })
  expect(runs).toBe(1)
})

test.each([
  ['broken', 500, 2],
  ['busy', 429, 2],
  ['refused', 409, 1],
] as const)('a request that ends %s', async (ends, status, runsInAll) => {
  outcome = ends
  const key = randomUUID()
  expect((await send(key)).status).toBe(status)
  outcome = 'good'
  const again = await send(key)
  expect([runs, again.status]).toEqual([runsInAll, ends === 'refused' ? 409 : 201])
})

test('input that is wrong takes no key', async () => {
  const key = randomUUID()
  expect((await send(key, { n: 'x' })).status).toBe(400)
  expect((await send(key, { n: 1 })).status).toBe(201)
})

test('a request that was cut off with its service is not carried out again', async () => {
  const key = randomUUID()
  await send(key)
  await platform.database
    .updateTable('idempotent_answers')
    .set({ status: null, body: null })
    .where('key', '=', key)
    .execute()
  clock.pass(120_001)
  const { status, text } = await send(key)
  expect([status, JSON.parse(text).detail, runs]).toEqual([
    409,
    '上一次同样的请求中断了；请先查看结果，再用新的 Idempotency-Key 重试',
    1,
  ])
})

test.each([
  ['200 characters', 'k'.repeat(200), 201],
  ['201 characters', 'k'.repeat(201), 409],
  ['a blank inside', 'a b', 409],
])('a key of %s', async (_, key, status) => {
  expect((await send(key)).status).toBe(status)
})
