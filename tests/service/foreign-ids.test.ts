import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashTables, listEnterpriseTables } from './catalog.ts'
import {
  type Description,
  type JsonSchema,
  type Operation,
  readDescription,
} from './description.ts'
import { fillTable } from './fill-table.ts'
import { type OpenService, openService, standingClock } from './open-service.fixture.ts'
import { type Person, signAllIn } from './people.ts'
import { sampleOf } from './sample-of.ts'

/** An enterprise as others must not see it. */
interface Victim {
  readonly enterprise: string
  /** Ids of rows that are its own: statements, things, members, claims, drafts … */
  readonly ids: readonly string[]
  readonly numbers: readonly number[]
  /** Words that only those may read who have a right to. */
  readonly marks: readonly string[]
  /** Everybody whose membership or post reaches it. */
  readonly insiders: readonly string[]
}

let service: OpenService
let description: Description
let people: readonly Person[] = []
const victims: Victim[] = []

const enterpriseOf = async (name: string): Promise<string> => {
  const account = people.find((person) => person.name === name)?.account
  const { rows } = await service.database.query<{ enterprise: string }>(
    'SELECT enterprise FROM memberships WHERE account = $1',
    [account],
  )
  return rows[0]?.enterprise ?? ''
}

const describeVictim = async (enterprise: string, insiders: readonly string[]): Promise<Victim> => {
  // Names of people are short; these are not found by chance.
  await service.database.query(
    `UPDATE accounts SET name = 'person ' || id
      WHERE id IN (SELECT account FROM memberships WHERE enterprise = $1)`,
    [enterprise],
  )
  const rows: Record<string, unknown>[] = []
  for (const table of await listEnterpriseTables(service.database)) {
    rows.push({ ...(await fillTable(service.database, table, enterprise)) })
  }
  const { rows: known } = await service.database.query<{ mark: string }>(
    `SELECT unnest(ARRAY[e.name, e.uscc, e.contact_email, e.contact_phone]) AS mark
       FROM enterprises e WHERE e.id = $1
     UNION SELECT unnest(ARRAY[a.name, a.email]) FROM accounts a
       JOIN memberships m ON m.account = a.id WHERE m.enterprise = $1`,
    [enterprise],
  )
  const { rows: accounts } = await service.database.query<{ id: string }>(
    `SELECT account AS id FROM memberships WHERE enterprise = $1
     UNION SELECT s.id FROM sessions s JOIN memberships m USING (account) WHERE m.enterprise = $1`,
    [enterprise],
  )
  const own = rows.map(({ id }) => id)
  return {
    enterprise,
    ids: [...own.filter((id) => typeof id === 'string'), ...accounts.map(({ id }) => id)],
    numbers: own.filter((id) => typeof id === 'number'),
    // The addresses to sign in with are shown to everybody.
    marks: known.flatMap(({ mark }) =>
      mark === null || service.emails.includes(mark) ? [] : [mark],
    ),
    insiders,
  }
}

beforeAll(async () => {
  service = await openService()
  people = await signAllIn(service.database, service.emails, standingClock.now())
  description = await readDescription(service.address)
  const firsts = ['owner', 'finance', 'consultant', 'officer', 'specialist', 'city', 'admin']
  victims.push(await describeVictim(await enterpriseOf('owner'), firsts))
  victims.push(
    await describeVictim(await enterpriseOf('owner2'), ['owner2', 'officer2', 'city', 'admin']),
  )
}, 120_000)

afterAll(() => service.close())

const isId = ({ format }: JsonSchema): boolean => format === 'uuid'
const isNumber = ({ type }: JsonSchema): boolean => type === 'integer'

const mentions = (schema: JsonSchema, depth = 0): boolean => {
  const { properties, items, anyOf, oneOf, allOf } = description.resolve(schema)
  if (isId(description.resolve(schema))) return true
  const inner = [
    ...Object.values(properties ?? {}),
    ...(items ? [items] : []),
    ...(anyOf ?? []),
    ...(oneOf ?? []),
    ...(allOf ?? []),
  ]
  return depth < 6 && inner.some((each) => mentions(each, depth + 1))
}

/** Whether a request can be aimed at somebody else's rows at all. */
const isAimable = ({ parameters, body }: Operation): boolean =>
  parameters.some(
    ({ in: place, schema }) => isId(schema) || (place === 'path' && isNumber(schema)),
  ) ||
  (body !== null && mentions(body.schema))

interface Aim {
  readonly victim: Victim
  readonly id: string
  readonly number: number
}

const valueFor =
  ({ victim, id, number }: Aim) =>
  (name: string, schema: JsonSchema): unknown => {
    if (isId(schema)) return name === 'enterprise' ? victim.enterprise : id
    return isNumber(schema) && (name === 'id' || name === 'statement') ? number : undefined
  }

const ask = async (
  { headers }: Person,
  { method, path, parameters, body }: Operation,
  aim: Aim,
): Promise<{ readonly status: number; readonly text: string }> => {
  const textFor = valueFor(aim)
  let url = path
  const query = new URLSearchParams()
  for (const { name, in: place, schema, required } of parameters) {
    const value = String(sampleOf(description, schema, { name, textFor }))
    if (place === 'path') url = url.replace(`{${name}}`, encodeURIComponent(value))
    else if (required === true || isId(schema)) query.set(name, value)
  }
  const sent =
    body?.type === 'application/json'
      ? sampleOf(description, body.schema, { name: '', textFor })
      : null
  const answer = await fetch(`${service.address}${url}?${query}`, {
    method,
    redirect: 'manual',
    headers: { ...headers, ...(sent === null ? {} : { 'content-type': 'application/json' }) },
    ...(sent === null ? {} : { body: JSON.stringify(sent) }),
  })
  return { status: answer.status, text: await answer.text() }
}

const aimsAt = (victim: Victim, { parameters, body }: Operation): readonly Aim[] => {
  const others = parameters.filter(({ name, schema }) => isId(schema) && name !== 'enterprise')
  const isVaried = others.length > 0 || (body !== null && mentions(body.schema))
  const ids = isVaried ? victim.ids : [victim.enterprise]
  const [number = 1] = victim.numbers
  const isNumbered = parameters.some(
    ({ in: place, schema }) => place === 'path' && isNumber(schema),
  )
  return isNumbered
    ? victim.numbers.map((each) => ({ victim, id: victim.enterprise, number: each }))
    : ids.map((id) => ({ victim, id, number }))
}

/** What a request was answered with although it is about somebody else's enterprise. */
const findLeaks = async (
  person: Person,
  operation: Operation,
  victim: Victim,
): Promise<readonly string[]> => {
  const leaks: string[] = []
  for (const aim of aimsAt(victim, operation)) {
    const { status, text } = await ask(person, operation, aim)
    const seen = victim.marks.filter((mark) => text.includes(mark))
    if (seen.length > 0 || status >= 500) {
      leaks.push(`${person.name} ${operation.id} ${aim.id} → ${status} ${seen.join(' ')}`)
    }
  }
  return leaks
}

const strangersOf = ({ insiders }: Victim): readonly Person[] =>
  people.filter(({ name }) => !insiders.includes(name))

test('there are routes to walk', () => {
  expect(description.operations.filter(isAimable).length).toBeGreaterThan(25)
})

test('no route shows or changes anything of an enterprise that the caller has nothing to do with', async () => {
  const before = await hashTables(service.database)
  const leaks: string[] = []
  for (const victim of victims) {
    for (const person of strangersOf(victim)) {
      for (const operation of description.operations.filter(isAimable)) {
        leaks.push(...(await findLeaks(person, operation, victim)))
      }
    }
  }
  expect(leaks).toEqual([])
  expect(await hashTables(service.database)).toEqual(before)
}, 300_000)

test('no list holds anything of an enterprise that the caller has nothing to do with', async () => {
  const lists = description.operations.filter(
    (operation) => operation.method === 'GET' && !isAimable(operation),
  )
  const leaks: string[] = []
  for (const victim of victims) {
    for (const person of strangersOf(victim)) {
      for (const operation of lists) leaks.push(...(await findLeaks(person, operation, victim)))
    }
  }
  expect(leaks).toEqual([])
}, 120_000)

const withoutEvents = ({ audit_events: _, ...rest }: Readonly<Record<string, string>>) => rest

test('those whose post reaches an enterprise change nothing of it either', async () => {
  const [victim] = victims
  const insiders = people.filter(({ name }) =>
    ['officer', 'specialist', 'city', 'admin'].includes(name),
  )
  if (victim === undefined) throw new Error('nobody')
  const changes = description.operations.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/enterprises/{enterprise}/'),
  )
  const before = withoutEvents(await hashTables(service.database))
  for (const person of insiders) {
    for (const operation of changes) {
      for (const aim of aimsAt(victim, operation)) {
        const { status } = await ask(person, operation, aim)
        expect([person.name, operation.id, status]).toEqual([
          person.name,
          operation.id,
          expect.toSatisfy((code) => code >= 400 && code < 500),
        ])
      }
    }
  }
  expect(withoutEvents(await hashTables(service.database))).toEqual(before)
}, 120_000)

test.each(['officer', 'specialist', 'city', 'admin'])(
  'a look of %s into a file is written down',
  async (name) => {
    const [victim] = victims
    const person = people.find((each) => each.name === name)
    if (victim === undefined || person === undefined) throw new Error('nobody')
    const count = async (): Promise<number> => {
      const { rows } = await service.database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM audit_events
          WHERE action = 'enterprise.read' AND account = $1 AND enterprise = $2`,
        [person.account, victim.enterprise],
      )
      return rows[0]?.count ?? 0
    }
    const before = await count()
    const answer = await fetch(`${service.address}/api/v1/enterprises/${victim.enterprise}/facts`, {
      headers: person.headers,
    })
    expect(answer.status).toBe(200)
    expect(await count()).toBe(before + 1)
  },
)
