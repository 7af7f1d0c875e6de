import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isoDate } from '@huiqi/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CityMatchOptions } from '../city-match/match-options.ts'
import type { Io } from '../io.ts'
import { ROOT, runCaptured } from '../run-captured.fixture.ts'
import { cityMatch } from './city-match.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'huiqi-match-'))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

const CITY = join(FOLDER, 'city')
const CSV = join(FOLDER, 'rows.csv')
const DAY = '2025-09-01'
const AWARD = 'shanghai/2023-several/four-above-rd-reward'

/** Two that certainly get the award, one whose spending nobody knows, one that is open, one that is not. */
const SMALL = `district,is_registered_in_shanghai,qualification.high_tech.granted_on,qualification.high_tech.valid_until,four_above_first_on,rd_spending@2024
310115,true,2023-12-01,2026-11-30,2024-03-01,2000万元
310115,true,2024-12-01,2027-11-30,2024-06-01,300.07万元
310114,true,2024-12-01,2027-11-30,2024-06-01,
310114,true,,,2024-06-01,900万元
310101,true,never,never,2024-06-01,900万元
`
const NAMED = [AWARD, 'annual-entry-growth-award', 'equity-funds'].flatMap((id) => [
  '--measure',
  id,
])

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

const answer = async (
  text: string,
  options: Partial<CityMatchOptions> = {},
  language: Io['language'] = 'en',
): Promise<Said> => {
  const said = { out: '', err: '' }
  const io: Io = {
    out: (part) => {
      said.out += part
    },
    err: (part) => {
      said.err += part
    },
    columns: 100,
    isColored: false,
    terminal: null,
    language,
    today: isoDate(DAY),
    policies: join(ROOT, 'policies'),
  }
  const input = Readable.from([Buffer.from(text)])
  const code = await cityMatch(io, undefined, { stdin: true, input, ...options })
  return { ...said, code }
}

const linesOf = (out: string): readonly Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

type Line = Readonly<Record<string, unknown>>

/** How many lines name each id under a key. */
const countIds = (lines: readonly Line[], key: string): ReadonlyMap<unknown, number> => {
  const counts = new Map<unknown, number>()
  for (const line of lines) {
    const ids = line[key]
    for (const id of Array.isArray(ids) ? ids : []) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** Adds the counts of a line of a summary to those of its measure, grouping and label. */
const addLine = (sums: Map<string, Record<string, number>>, line: Line): void => {
  const { measure, by, label, ...counts } = line
  const key = JSON.stringify([measure, by, label])
  const sum = sums.get(key) ?? {}
  for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + Number(count)
  sums.set(key, sum)
}

const NO_MONEY = { lowFen: 0, highFen: 0, amountUnbounded: 0, amountUnknown: 0 }

const matchAsJson = async (...args: readonly string[]) => {
  const { out, code, err } = await runCaptured(['city', 'match', CITY, '--json', ...args])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

beforeAll(async () => {
  const made = ['city', 'generate', '--enterprises', '6000', '--seed', '7', '--as-of', DAY]
  expect((await runCaptured([...made, '--out', CITY])).code).toBe(0)
  const out = await runCaptured(['city', 'export', CITY, '--format', 'csv', '--out', CSV])
  expect(out.code).toBe(0)
}, 60_000)

describe('a city folder', () => {
  test('as JSON, all measures in force on the day of the city', async () => {
    const found = await matchAsJson()
    expect(Object.keys(found)).toEqual([
      'schema',
      'synthetic',
      'rows',
      'asOf',
      'submittedOn',
      'measures',
    ])
    expect(found).toMatchObject({
      schema: 'huiqi/city-match/1',
      synthetic: true,
      rows: 6000,
      asOf: DAY,
      submittedOn: DAY,
    })
    const { out } = await runCaptured(['measures', '--in-force-on', DAY, '--json'])
    const inForce: { readonly id: string }[] = JSON.parse(out).measures
    expect(found.measures.map(({ measure }: { measure: string }) => measure)).toEqual(
      inForce.map(({ id }) => id),
    )
  })

  test('breakdowns add up to the whole', async () => {
    const { measures } = await matchAsJson('--by', 'tier,district')
    for (const { certain, open, groups } of measures) {
      expect(groups.map(({ by }: { by: string }) => by)).toEqual(['district', 'tier'])
      for (const { labels } of groups) {
        const sum = (key: string): number =>
          labels.reduce(
            (total: number, label: Record<string, number>) => total + (label[key] ?? 0),
            0,
          )
        expect([sum('rows'), sum('certain'), sum('open')]).toEqual([6000, certain, open])
      }
    }
  })

  test.each(['en', 'zh'] as const)('as a page in %s', async (language) => {
    const folder = join(FOLDER, `small-${language}`)
    const file = join(FOLDER, `small-${language}.csv`)
    writeFileSync(file, SMALL)
    const imported = ['city', 'import', file, '--out', folder, '--as-of', DAY]
    expect((await runCaptured(imported)).code).toBe(0)
    const args = ['city', 'match', folder, '--by', 'district,size']
    const { out, code } = await runCaptured([...args, ...NAMED], { language })
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot(`../golden/city-match.${language}.txt`)
  })

  test('as CSV beside the page, with money in yuan', async () => {
    const file = join(FOLDER, 'counts.csv')
    const { err } = await runCaptured(['city', 'match', CITY, '--csv', file, '--by', 'size'])
    expect(err).toBe(`written to ${file}\n`)
    const { measures } = await matchAsJson('--by', 'size')
    const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(head?.split(',').slice(0, 4)).toEqual(['measure', 'name', 'status', 'by'])
    expect(lines.length).toBe(measures.length * 6)
    const paid = measures.find(
      ({ amount }: { amount: { highFen: number } | null }) => (amount?.highFen ?? 0) > 0,
    )
    const line = lines.find((each) => each.startsWith(`${paid.measure},`)) ?? ''
    const yuan = (fen: number): string => (fen / 100).toFixed(2)
    expect(line).toContain(`,${yuan(paid.amount.lowFen)},${yuan(paid.amount.highFen)},`)
  })

  test.each([
    { name: 'no city', args: [FOLDER], said: /not a city folder/ },
    { name: 'neither city nor stream', args: [], said: /one of the two \[match\.source\]/ },
    { name: 'both', args: [CITY, '--stdin'], said: /one of the two/ },
    { name: 'a measure that is none', args: [CITY, '--measure', 'xyzzy'], said: /"xyzzy"/ },
    { name: 'a grouping that is none', args: [CITY, '--by', 'colour'], said: /district, size/ },
    { name: 'an id for a city', args: [CITY, '--id', 'x'], said: /--id goes with --stdin/ },
    { name: 'JSON of a stream', args: ['--stdin', '--json'], said: /--json goes with a city/ },
    { name: 'groups of rows', args: ['--stdin', '--by', 'tier'], said: /goes with --summary/ },
    { name: 'a day that is none', args: [CITY, '--as-of', 'soon'], said: /"soon" is not a day/ },
  ])('$name', async ({ args, said }) => {
    const { code, out, err } = await runCaptured(['city', 'match', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(said)
  })
})

describe('standard input', () => {
  const rows = (): readonly string[] => readFileSync(CSV, 'utf8').trimEnd().split('\n')

  test('rows come to the counts of the city', async () => {
    const { out, err, code } = await answer(rows().join('\n'), { format: 'csv' })
    expect([code, err]).toEqual([0, ''])
    const { measures } = await matchAsJson()
    const counted = [countIds(linesOf(out), 'certain'), countIds(linesOf(out), 'open')]
    const withRule = measures.filter(({ status }: { status: string }) => status === 'rule')
    for (const { measure, ...counts } of withRule) {
      const [certain = 0, open = 0] = counted.map((byId) => byId.get(measure) ?? 0)
      expect({ measure, certain, open }).toEqual({
        measure,
        certain: counts.certain,
        open: counts.open,
      })
    }
  })

  test('summaries of two parts add up to the city, money to the fen', async () => {
    const [head = '', ...lines] = rows()
    const sums = new Map<string, Record<string, number>>()
    for (const part of [lines.slice(0, 2500), lines.slice(2500)]) {
      const text = [head, ...part].join('\n')
      const { out } = await answer(text, { format: 'csv', summary: true, by: 'tier' })
      for (const line of linesOf(out)) addLine(sums, line)
    }
    expect(sums.get('[null,null,null]')).toEqual({ rows: 6000, refused: 0, certain: 0, open: 0 })
    const { measures } = await matchAsJson('--by', 'tier')
    for (const { measure, certain, open, amount, groups } of measures) {
      const whole = { rows: 6000, refused: 0, certain, open, ...(amount ?? NO_MONEY) }
      expect(sums.get(JSON.stringify([measure, null, null]))).toEqual(whole)
      for (const { label, name: _, ...counts } of groups[0].labels) {
        const sum = sums.get(JSON.stringify([measure, 'tier', label]))
        expect(sum).toEqual({ refused: 0, ...counts })
      }
    }
  })

  test('a row at fault is told, kept in the answers, and ends in 1', async () => {
    const text = '{"id":7,"founded_on":"2023-02-29"}\n{"id":8}\n'
    const measure = [AWARD]
    const { code, out, err } = await answer(text, { id: 'id', measure })
    expect(code).toBe(1)
    expect(linesOf(out)).toEqual([
      {
        id: '7',
        certain: null,
        open: null,
        faults: [{ code: 'value.date', line: 1, column: 2, path: 'founded_on' }],
      },
      { id: '8', certain: [], open: [AWARD], faults: [] },
    ])
    expect(err).toMatch(
      /^1:2:? founded_on: .*\[value\.date\]\n1 row is at fault and was not answered\n$/,
    )
  })

  test('in Chinese', async () => {
    const { err } = await answer('[]\n', { id: 'id' }, 'zh')
    expect(err).toBe('1: 不是 JSON 对象 [json.object]\n1 行有误，未作应答\n')
  })

  test('a CSV without the column of the id', async () => {
    const { code, err } = await answer('district\n310115\n', { format: 'csv' })
    expect([code, err]).toEqual([
      2,
      'there is no column uscc; --id names the one that tells rows apart [match.no-id]\n',
    ])
  })

  test('the process reads its standard input', () => {
    const main = join(ROOT, 'apps', 'cli', 'src', 'main.ts')
    const args = [
      main,
      'city',
      'match',
      '--stdin',
      '--id',
      'id',
      '--measure',
      AWARD,
      '--lang',
      'en',
    ]
    const out = execFileSync(process.execPath, args, { input: '{"id":"x"}\n', encoding: 'utf8' })
    expect(linesOf(out)).toEqual([{ id: 'x', certain: [], open: [AWARD], faults: [] }])
  })

  test('Ctrl-C ends it with 130', async () => {
    const main = join(ROOT, 'apps', 'cli', 'src', 'main.ts')
    const args = [main, 'city', 'match', '--stdin', '--id', 'id', '--lang', 'en']
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (part) => {
      err += String(part)
    })
    child.stdin.write('{"id":"x"}\n'.repeat(5000))
    await once(child.stdout, 'data')
    child.stdout.resume()
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect([code, err]).toEqual([130, 'stopped\n'])
  })
})
