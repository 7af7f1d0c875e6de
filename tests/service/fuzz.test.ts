import { Problem } from '@huiqi/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arbitraryOf, broken, nastyText } from './arbitrary-of.ts'
import { type Description, type Operation, readDescription } from './description.ts'
import { type OpenService, openService, standingClock } from './open-service.fixture.ts'
import { type Person, signAllIn } from './people.ts'

/** Requests to each route: enough to find what is careless, few enough for every run of the tests. */
const RUNS = Number(process.env.HUIQI_FUZZ_RUNS ?? 25)

let service: OpenService
let description: Description
let people: readonly Person[] = []
let ids: readonly string[] = []

beforeAll(async () => {
  service = await openService()
  description = await readDescription(service.address)
  const { rows } = await service.database.query<{ id: string }>(
    `SELECT id FROM enterprises UNION ALL SELECT id FROM things
      UNION ALL SELECT id FROM claims UNION ALL SELECT id FROM memberships LIMIT 400`,
  )
  ids = rows.map(({ id }) => id)
}, 120_000)

afterAll(() => service.close())

interface Shot {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly person: number
}

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { accept: 'text/csv' },
  { accept: 'application/x-ndjson' },
  { accept: 'x/y;q=nonsense,,,' },
  { 'accept-language': 'en;q=0.1,zh-Hans-CN,*;q=x' },
  { 'idempotency-key': 'fuzz-1' },
  { 'idempotency-key': 'a'.repeat(500) },
  { 'if-none-match': '"x", W/"y", *' },
  { range: 'bytes=0-,5-1' },
  { cookie: 'huiqi_session=%00%ff; huiqi_session==; =; a' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { 'x-forwarded-for': "1.2.3.4, '; --" },
]

const TYPES = [
  'application/json',
  'application/json',
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'nonsense',
]

const pathText = (value: unknown): string => encodeURIComponent(String(value).toWellFormed())

const parameterValue = (operation: Operation, index: number): fc.Arbitrary<unknown> => {
  const parameter = operation.parameters[index]
  const schema = parameter?.schema ?? {}
  const sound =
    schema.format === 'uuid' ? fc.constantFrom(...ids) : arbitraryOf(description, schema)
  const isMissable = parameter?.in === 'query'
  return fc.oneof(
    { weight: 5, arbitrary: sound },
    { weight: 2, arbitrary: nastyText() },
    { weight: isMissable ? 4 : 0, arbitrary: fc.constant(undefined) },
  )
}

const bodyText = ({ body }: Operation): fc.Arbitrary<string | null> => {
  if (body === null) return fc.constantFrom(null, null, '{}', '[')
  const sound = arbitraryOf(description, body.schema)
  const toText = (value: unknown): string => JSON.stringify(value) ?? ''
  return fc.oneof(
    { weight: 5, arbitrary: sound.map(toText) },
    { weight: 8, arbitrary: broken(sound).map(toText) },
    { weight: 2, arbitrary: broken(broken(sound)).map(toText) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', 'null', '"x"', '[[[[', '{"a":1,"a":2}', '\u0000'),
    },
    { weight: 1, arbitrary: fc.constant(`[${'['.repeat(20_000)}`) },
  )
}

const shotAt = (operation: Operation): fc.Arbitrary<Shot> =>
  fc
    .record({
      values: fc.tuple(...operation.parameters.map((_, index) => parameterValue(operation, index))),
      body: bodyText(operation),
      headers: fc.constantFrom(...HEADERS),
      type: fc.constantFrom(...TYPES),
      person: fc.nat({ max: people.length - 1 }),
    })
    .map(({ values, body, headers, type, person }) => {
      let url = operation.path
      const query = new URLSearchParams()
      for (const [index, { name, in: place }] of operation.parameters.entries()) {
        const value = values[index]
        if (place === 'path') url = url.replace(`{${name}}`, pathText(value))
        else if (value !== undefined) query.append(name, String(value).toWellFormed())
      }
      const search = query.size === 0 ? '' : `?${query}`
      const sent = body === null ? {} : { 'content-type': type }
      return {
        url: url + search,
        method: operation.method,
        headers: { ...headers, ...sent },
        body,
        person,
      }
    })

const shoot = async ({ url, method, headers, body, person }: Shot): Promise<Response> =>
  fetch(`${service.address}${url}`, {
    method,
    redirect: 'manual',
    headers: { ...people[person]?.headers, ...headers },
    ...(body === null || method === 'GET' ? {} : { body }),
  })

/** What is wrong with an answer; null: nothing. */
const faultOf = async (answer: Response): Promise<string | null> => {
  const text = await answer.text()
  if (answer.status >= 500) return `${answer.status} ${text}`
  if (answer.status < 400) return null
  const type = answer.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return `${answer.status} ${type} ${text}`
  const { success, data } = Problem.safeParse(JSON.parse(text))
  if (!success || data.status !== answer.status) return `no problem document: ${text}`
  if (data.code === 'invalid-input' && (data.issues ?? []).length === 0) return `no issues: ${text}`
  return null
}

test('no request from the description or near it makes the service fail', async () => {
  const seed = Number(process.env.HUIQI_FUZZ_SEED ?? 20250915)
  const faults: string[] = []
  for (const operation of description.operations) {
    people = await signAllIn(service.database, service.emails, standingClock.now())
    for (const shot of fc.sample(shotAt(operation), { numRuns: RUNS, seed })) {
      const fault = await faultOf(await shoot(shot))
      if (fault !== null) {
        faults.push(
          `${operation.id}: ${JSON.stringify(shot).slice(0, 400)} → ${fault.slice(0, 300)}`,
        )
      }
    }
  }
  expect(faults).toEqual([])
}, 600_000)

describe('what is no request of the API', () => {
  test.each([
    ['a broken escape', 'GET', '/api/v1/measures/%E0%A4%A', 400],
    ['an unknown path', 'GET', '/api/v1/nothing-here', 404],
    ['a long path', 'GET', `/api/v1/measures/${'a'.repeat(5000)}`, 400],
    ['another method', 'PUT', '/api/v1/health', 404],
    ['a null character', 'GET', '/api/v1/measures?text=%00', 422],
  ])('%s', async (_, method, url, status) => {
    const answer = await fetch(service.address + url, { method })
    expect(answer.status).toBe(status)
    expect(await faultOf(answer)).toBeNull()
  })

  test('headers beyond bounds', async () => {
    const answer = await fetch(`${service.address}/api/v1/health`, {
      headers: { 'x-large': 'a'.repeat(40_000) },
    })
    expect([answer.status, await faultOf(answer)]).toEqual([431, null])
  })

  test('a body beyond bounds', async () => {
    const answer = await fetch(`${service.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@huiqi.example', password: 'x'.repeat(2_000_000) }),
    })
    expect([answer.status, await faultOf(answer)]).toEqual([413, null])
  })
})

test('an error tells all that is wrong, in the reader’s language', async () => {
  const ask = async (language: string) => {
    const answer = await fetch(`${service.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ email: 'nobody', password: '' }),
    })
    const { title, issues = [] } = Problem.parse(await answer.json())
    return [title, ...issues.map(({ path, message }) => `${path}: ${message}`)]
  }
  expect(await ask('en')).toEqual([
    'Something in the request is wrong',
    'body.email: Invalid email address',
    'body.password: Too small: expected string to have >=1 characters',
  ])
  expect(await ask('zh')).toEqual([
    '填写的内容有问题',
    'body.email: 无效电子邮件',
    'body.password: 数值过小：期望 string >=1 字符',
  ])
})
