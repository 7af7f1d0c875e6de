import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { answerList, type PageWanted } from './answer-list.ts'
import { column } from './plain-columns.ts'

const NUMBERS = Array.from({ length: 1201 }, (_, at) => ({ n: at }))
const asked: PageWanted[] = []

const page = ({ limit = 2, after }: PageWanted) => {
  asked.push({ limit, after })
  const from = Number(after ?? 0)
  const next = from + limit < NUMBERS.length ? String(from + limit) : null
  return { entries: NUMBERS.slice(from, from + limit), next, total: NUMBERS.length }
}

const app = fastify()
app.get('/', (request, reply) =>
  answerList(request, reply, {
    name: 'numbers',
    columns: [column<{ readonly n: number }>('数', 'number', ({ n }) => n)],
    ask: page,
  }),
)
afterAll(() => app.close())

const ask = (accept: string) => {
  asked.length = 0
  return app.inject({ url: '/?after=7', headers: { accept } })
}

test('a page is asked for as it is wanted', async () => {
  const { entries } = (await ask('application/json')).json()
  expect([entries, asked]).toEqual([[{ n: 0 }, { n: 1 }], [{ limit: 2, after: undefined }]])
})

test('a table holds all pages from the first, whatever page was wanted', async () => {
  const lines = (await ask('application/x-ndjson')).body.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(NUMBERS)
  expect(asked.map(({ after }) => after)).toEqual([undefined, '500', '1000'])
  expect((await ask('text/csv')).body.trimEnd().split('\r\n').length).toBe(NUMBERS.length + 1)
})
