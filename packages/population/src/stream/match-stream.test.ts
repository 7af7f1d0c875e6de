import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { exact, hasCode, type Issue } from '@huiqi/domain'
import { afterAll, describe, expect, test } from 'vitest'
import { CITY_GROUPINGS } from '../compile/grouping.ts'
import { compilePopulation } from '../compile/program.ts'
import { writeCsv } from '../io/csv-out.ts'
import { csvStream, type NamedBytes } from '../io/csv-source.ts'
import { temporaryFolder } from '../io/testing/temporary-folder.ts'
import { matchRows } from '../run/match-rows.ts'
import type { PopulationMatch } from '../run/population-match.ts'
import { CLASS_CASES, CODE_CASES, SCORE_CASES } from '../testing/cases-of-codes.ts'
import { DATE_CASES, TITLE_CASES } from '../testing/cases-of-dates.ts'
import { LOGIC_CASES, THING_CASES } from '../testing/cases-of-logic.ts'
import { FORMULA_CASES, NUMBER_CASES } from '../testing/cases-of-values.ts'
import { createRandom } from '../testing/random.ts'
import { randomTable } from '../testing/random-table.ts'
import { signOf, verdictsOf } from '../testing/row-answers.ts'
import { atLeast, CLOCK, leaf, measureWith, oneOf, rulesWith } from '../testing/test-rules.ts'
import { addMatch } from './add-match.ts'
import { type MatchStreamOptions, matchStream, type RowAnswer } from './match-stream.ts'
import { ndjsonRows } from './ndjson-rows.ts'
import { type RowStream, streamOf } from './row-stream.ts'

const ROOT = temporaryFolder(afterAll)

const CASES = [
  NUMBER_CASES,
  FORMULA_CASES,
  LOGIC_CASES,
  THING_CASES,
  CODE_CASES,
  CLASS_CASES,
  SCORE_CASES,
  DATE_CASES,
  TITLE_CASES,
].flat()

const GIVES = {
  kind: 'rate',
  rate: { kind: 'literal', value: exact(1, 3) },
  of: { kind: 'fact', fact: 'enterprise.revenue', year: 'last' },
} as const

const MEASURES = CASES.map(({ eligible, about = 'enterprise' }, place) => ({
  ...measureWith(`case-${place}`, eligible, place % 3 === 0 ? GIVES : null),
  about,
}))
const RULEBOOK = rulesWith(...MEASURES)
const PROGRAM = compilePopulation(MEASURES, { rulebook: RULEBOOK, clock: CLOCK }, CITY_GROUPINGS)

const bytesOf = (text: string, size: number): NamedBytes => {
  const bytes = new TextEncoder().encode(text)
  const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, part) =>
    bytes.subarray(part * size, (part + 1) * size),
  )
  return { name: 'stdin', bytes: Readable.from(parts) }
}

const asCsv = async (text: string, size = 1 << 16): Promise<RowStream> =>
  streamOf(await csvStream(bytesOf(text, size)))

const asNdjson = (text: string, size = 1 << 16): RowStream => ndjsonRows(bytesOf(text, size))

/** The same rows as JSON objects, without the cells that are empty. */
const ndjsonOf = (csv: string): string => {
  const [head = '', ...lines] = csv.trimEnd().split('\n')
  const names = head.split(',')
  return lines
    .map((line) => {
      const cells = line.split(',').map((cell, place) => [names[place], cell] as const)
      return JSON.stringify(Object.fromEntries(cells.filter(([, cell]) => cell !== '')))
    })
    .join('\n')
}

const answersOf = async (stream: RowStream, options: Partial<MatchStreamOptions> = {}) => {
  const answers: RowAnswer[] = []
  const issues: Issue[] = []
  const { refused, match } = await matchStream(stream, {
    program: PROGRAM,
    id: 'id',
    onAnswers: (some) => answers.push(...some),
    onIssue: (issue) => issues.push(issue),
    ...options,
  })
  return { answers, issues, refused, match }
}

const plain = (match: PopulationMatch) => ({
  rows: match.rows,
  measures: match.measures.map(({ measure, ...counts }) => ({ id: measure.id, ...counts })),
  groups: match.groups.map(({ rows, countsOf }) => ({
    rows,
    counts: match.measures.map((_, place) => countsOf(place)),
  })),
})

const ROWS = 700
const TABLE = randomTable({
  rulebook: RULEBOOK,
  rows: ROWS,
  year: 2025,
  missing: 0.3,
  random: createRandom(5),
})

const exported = async (): Promise<string> => {
  const path = join(ROOT, 'rows.csv')
  await writeCsv(path, TABLE)
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line, at) => `${at === 0 ? 'id' : `row-${at - 1}`},${line}`).join('\n')
}

const CSV = await exported()

/** What the random rows are refused for. */
const EXPECTED_FAULTS = new Set(['enterprise.title-order', 'value.rate-plain'])

const expectedFor = (rows: readonly number[]) => {
  const asked = { table: TABLE, rulebook: RULEBOOK, clock: CLOCK }
  const signs = MEASURES.map((measure) => verdictsOf(asked, measure).map(signOf))
  const idsWith = (row: number, sign: string) =>
    MEASURES.flatMap(({ id }, place) => (signs[place]?.[row] === sign ? [id] : []))
  return rows.map((row) => ({
    kind: 'answered',
    id: `row-${row}`,
    certain: idsWith(row, '+'),
    open: idsWith(row, '?'),
  }))
}

describe.each([
  { format: 'CSV', stream: () => asCsv(CSV) },
  { format: 'CSV in small parts', stream: () => asCsv(CSV, 61) },
  { format: 'NDJSON', stream: () => Promise.resolve(asNdjson(ndjsonOf(CSV))) },
  { format: 'NDJSON in small parts', stream: () => Promise.resolve(asNdjson(ndjsonOf(CSV), 7)) },
])('$format', ({ stream }) => {
  test('every row is answered as the plain evaluator does, in the order of the rows', async () => {
    const { answers, issues, refused } = await answersOf(await stream())
    expect(answers.map(({ id }) => id)).toEqual(
      Array.from({ length: ROWS }, (_, at) => `row-${at}`),
    )
    expect(issues.filter(({ code }) => !EXPECTED_FAULTS.has(code))).toEqual([])
    const answered = answers.filter(({ kind }) => kind === 'answered')
    expect([answered.length, answered.length > ROWS / 4]).toEqual([ROWS - refused, true])
    const rows = answered.map(({ id }) => Number(id?.slice('row-'.length)))
    expect(answered).toEqual(expectedFor(rows))
  })
})

const soundLines = async (): Promise<readonly string[]> => {
  const { answers } = await answersOf(await asCsv(CSV))
  const lines = CSV.split('\n')
  return lines.filter((_, at) => at === 0 || answers[at - 1]?.kind === 'answered')
}

test('the counts and money of parts add up to those of the whole', async () => {
  const [head = '', ...lines] = await soundLines()
  const countsOf = async (some: readonly string[]) => {
    const stream = await asCsv([head, ...some].join('\n'))
    return (await matchStream(stream, { program: PROGRAM, id: 'id' })).match
  }
  const third = Math.floor(lines.length / 3)
  const [first, second, whole] = [
    await countsOf(lines.slice(0, third)),
    await countsOf(lines.slice(third)),
    await countsOf(lines),
  ]
  expect(plain(addMatch(first, second))).toEqual(plain(whole))
  expect(whole.measures.some(({ money }) => money !== null && money.low > 0n)).toBe(true)
})

test('no row at all counts nothing', async () => {
  const { match, refused } = await matchStream(asNdjson(''), { program: PROGRAM, id: 'id' })
  const nobody = matchRows({ rows: 0, columns: [], uscc: null }, PROGRAM)
  expect([plain(match), refused]).toEqual([plain(nobody), 0])
})

const DIVISION = measureWith('division', leaf('enterprise.industry', oneOf('40')))
const RICH = measureWith('rich', leaf('enterprise.revenue@last', atLeast(9_007_199_254_740_991)))
const SMALL_RULES = rulesWith(DIVISION, RICH)
const SMALL = compilePopulation([DIVISION, RICH], { rulebook: SMALL_RULES, clock: CLOCK })

test('a code that turns up late is understood', async () => {
  const codes = Array.from({ length: 10_000 }, (_, at) => (at < 5_000 ? '41' : '4011'))
  const text = codes.map((code, at) => `${at},${code}`).join('\n')
  const { answers } = await answersOf(await asCsv(`id,industry\n${text}\n`), { program: SMALL })
  const certain = answers.flatMap((each) => (each.kind === 'answered' ? each.certain : []))
  expect([answers.length, certain.length]).toEqual([10_000, 5_000])
})

describe('NDJSON', () => {
  const revenue = (text: string) => `{"id":"a","enterprise.revenue@2024":${text}}\n`

  test.each([
    { text: '90071992547409.91', certain: ['rich'] },
    { text: '90071992547409.90', certain: [] },
    { text: '9.007199254740991e13', certain: ['rich'] },
    { text: '"90,071,992,547,409.91"', certain: ['rich'] },
    { text: '-5', certain: [] },
  ])('the amount $text is read to the last digit', async ({ text, certain }) => {
    const { answers } = await answersOf(asNdjson(revenue(text)), { program: SMALL })
    expect(answers).toMatchObject([{ kind: 'answered', certain }])
  })

  test('a key may come up later, be null or be left out', async () => {
    const text = '{"id":1}\n\n{"id":2,"industry":null}\r\n{"id":3,"industry":"40"}'
    const { answers } = await answersOf(asNdjson(text, 5), { program: SMALL })
    expect(answers).toEqual([
      { kind: 'answered', id: '1', certain: [], open: ['division', 'rich'] },
      { kind: 'answered', id: '2', certain: [], open: ['division', 'rich'] },
      { kind: 'answered', id: '3', certain: ['division'], open: ['rich'] },
    ])
  })

  test.each([
    { name: 'no JSON', text: '{"id":', code: 'json.line', id: null },
    { name: 'no object', text: '[1]', code: 'json.object', id: null },
    { name: 'a value in a value', text: '{"id":"x","pets":[1]}', code: 'json.value', id: 'x' },
    { name: 'a key nobody knows', text: '{"id":"x","weather":1}', code: 'fact.unknown', id: 'x' },
    { name: 'no id', text: '{"industry":"40"}', code: 'row.id', id: null },
    { name: 'a wrong code', text: '{"id":"x","industry":"99"}', code: 'value.code', id: 'x' },
    { name: 'a wrong day', text: '{"id":"x","founded_on":2024.5}', code: 'value.date', id: 'x' },
  ])('$name: the row is refused, the others are answered', async ({ text, code, id }) => {
    const good = '{"id":"good","industry":"40"}'
    const found = await answersOf(asNdjson(`${good}\n${text}\n${good}\n`), { program: SMALL })
    expect(found.issues).toMatchObject([{ code, line: 2 }])
    expect(found.refused).toBe(1)
    expect(found.answers).toMatchObject([
      { kind: 'answered', id: 'good', certain: ['division'] },
      { kind: 'refused', id, faults: [{ code, line: 2 }] },
      { kind: 'answered', id: 'good', certain: ['division'] },
    ])
  })

  test('a key nobody knows can be read over', async () => {
    const text = '{"id":"x","weather":1}'
    const options = { program: SMALL, unknown: 'ignore' } as const
    expect((await answersOf(asNdjson(text), options)).refused).toBe(0)
  })
})

describe('CSV', () => {
  test('a column nobody knows refuses the stream', async () => {
    const run = answersOf(await asCsv('id,weather\n1,2\n'), { program: SMALL })
    const error = await run.catch((cause: unknown) => cause)
    expect(hasCode(error, 'invalid-input') && error.params.issues).toMatchObject([
      { code: 'fact.unknown', line: 1, column: 2 },
    ])
  })

  test('a wrong cell is told with its line and column', async () => {
    const { issues, answers } = await answersOf(
      await asCsv('id,industry,founded_on\na,40,\nb,40,2023-02-29\n'),
      { program: SMALL },
    )
    expect(issues).toMatchObject([
      {
        code: 'value.date',
        line: 3,
        column: 3,
        path: 'founded_on',
        params: { found: '2023-02-29' },
      },
    ])
    expect(answers.map(({ kind }) => kind)).toEqual(['answered', 'refused'])
  })

  test('a head that comes in parts, with tabs', async () => {
    const { answers } = await answersOf(await asCsv('id\tindustry\nx\t40\n', 3), { program: SMALL })
    expect(answers).toMatchObject([{ id: 'x', certain: ['division'] }])
  })
})

test('a stopped run ends with the reason', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  const run = answersOf(asNdjson('{"id":1}\n'), { program: SMALL, signal })
  await expect(run).rejects.toThrow('enough')
})

test('text that is not UTF-8 is refused', async () => {
  const bytes = Readable.from([Uint8Array.of(0x7b, 0xff, 0x0a)])
  const run = answersOf(ndjsonRows({ name: 'stdin', bytes }), { program: SMALL })
  const error = await run.catch((cause: unknown) => cause)
  expect(hasCode(error, 'invalid-input') && error.params.issues).toMatchObject([
    { code: 'file.encoding', file: 'stdin' },
  ])
})
