import { Readable } from 'node:stream'
import { csvStream } from '@huiqi/population'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenService, openService, standingClock } from './open-service.fixture.ts'
import { type Person, signAllIn } from './people.ts'

interface Operation {
  readonly operationId: string
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}

interface Schema {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

interface List {
  readonly operation: string
  readonly path: string
}

let service: OpenService
let lists: readonly List[] = []
let people: readonly Person[] = []
const values = new Map<string, string>()

const personFor = ({ path }: List): Person => {
  const isOfOwner = path.includes('{enterprise}') || path.endsWith('/claims')
  const name = isOfOwner && !path.includes('/office/') ? 'owner' : 'admin'
  const found = people.find((person) => person.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

const ask = (list: List, { query = '', accept = 'application/json' } = {}): Promise<Response> => {
  const path = list.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? name)
  const { headers } = personFor(list)
  return fetch(`${service.address}${path}${query}`, { headers: { ...headers, accept } })
}

const listsOf = ({ paths, components }: Description): readonly List[] =>
  Object.entries(paths).flatMap(([path, { get }]) => {
    const schema = get?.responses['200']?.content?.['application/json']?.schema
    const name = schema?.$ref?.split('/').at(-1) ?? ''
    const found = schema?.$ref === undefined ? schema : components.schemas[name]
    const isList = found?.properties?.entries?.type === 'array'
    return isList && get !== undefined ? [{ operation: get.operationId, path }] : []
  })

const one = async (sql: string, values: readonly unknown[] = []): Promise<string> => {
  const { rows } = await service.database.query<{ id: string }>(sql, [...values])
  return rows[0]?.id ?? ''
}

beforeAll(async () => {
  service = await openService()
  people = await signAllIn(service.database, service.emails, standingClock.now())
  const owner = people.find(({ name }) => name === 'owner')?.account
  values.set(
    'enterprise',
    await one('SELECT enterprise AS id FROM memberships WHERE account = $1', [owner]),
  )
  values.set('import', await one('SELECT batch AS id FROM import_issues LIMIT 1'))
  values.set('fact', 'enterprise.revenue')
  const described = await fetch(`${service.address}/api/v1/openapi.json`)
  lists = listsOf(JSON.parse(await described.text()))
}, 120_000)

afterAll(() => service.close())

/** How many entries a list has, page after page; lists of the best few say how many there are. */
const countOf = async (list: List): Promise<number> => {
  const isPaged = (page: { readonly next?: string | null }) => typeof page.next === 'string'
  let count = 0
  for (let after = ''; ; ) {
    const answer = await ask(list, {
      query: after === '' ? '' : `?after=${encodeURIComponent(after)}`,
    })
    const page = JSON.parse(await answer.text())
    expect([list.operation, answer.status]).toEqual([list.operation, 200])
    count += page.entries.length
    if (!isPaged(page)) return 'next' in page ? count : (page.total ?? count)
    after = page.next
  }
}

const readCsv = async (text: string) => {
  const bytes = Readable.from([Buffer.from(text)])
  const { columns, batches } = await csvStream({ name: 'a list', bytes })
  let [rows, faults] = [0, 0]
  for await (const batch of batches) {
    rows += batch.rows
    for (let row = 0; row < batch.rows; row += 1) if (batch.faultOf(row) !== null) faults += 1
  }
  return { names: columns.map(({ name }) => name), rows, faults }
}

describe('every list of the API', () => {
  test('is found in its description', () => {
    const found = lists.map(({ operation }) => operation)
    for (const known of [
      'listAuditEvents',
      'listPosts',
      'listAccounts',
      'listMeasures',
      'listThings',
    ]) {
      expect(found).toContain(known)
    }
    expect(found.length).toBeGreaterThan(20)
  })

  test('answers as CSV and as NDJSON with all its entries, by Accept and by format', async () => {
    const empty: string[] = []
    for (const list of lists) {
      const count = await countOf(list)
      if (count === 0) empty.push(list.operation)
      const csv = await ask(list, { accept: 'text/csv' })
      const { names, rows, faults } = await readCsv(await csv.text())
      const ndjson = await ask(list, { query: '?format=ndjson' })
      const lines = (await ndjson.text()).split('\n').filter((line) => line !== '')
      for (const line of lines) expect(JSON.parse(line)).toEqual(expect.any(Object))
      expect({
        list: list.operation,
        types: [csv, ndjson].map(({ headers }) => headers.get('content-type')),
        rows,
        faults,
        lines: lines.length,
        hasNames: names.length > 2 && names.every((name) => /\p{Script=Han}/u.test(name)),
      }).toEqual({
        list: list.operation,
        types: ['text/csv; charset=utf-8', 'application/x-ndjson; charset=utf-8'],
        rows: count,
        faults: 0,
        lines: count,
        hasNames: true,
      })
    }
    expect(empty.length).toBeLessThan(lists.length / 3)
  })

  test('refuses a table to those whom it refuses a page', async () => {
    for (const list of lists) {
      const path = list.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? name)
      const [page, table] = await Promise.all(
        ['application/json', 'text/csv'].map((accept) =>
          fetch(`${service.address}${path}`, { headers: { accept } }),
        ),
      )
      expect([list.operation, table?.status]).toEqual([list.operation, page?.status])
    }
  })
})
