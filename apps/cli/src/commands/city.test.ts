import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoDate } from '@huiqi/domain'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCityCommands } from '../city-program.ts'
import type { ExitCode, Io } from '../io.ts'
import { showFailure } from '../show/failure.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'huiqi-cli-'))
afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

interface Outcome {
  readonly code: ExitCode | string
  readonly out: string
  readonly err: string
}

const run = async (args: readonly string[], language: Io['language'] = 'en'): Promise<Outcome> => {
  const said = { out: '', err: '' }
  const io: Io = {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    columns: 100,
    isColored: false,
    terminal: null,
    language,
    today: isoDate('2026-11-22'),
    policies: join(import.meta.dirname, '..', '..', '..', '..', 'policies'),
  }
  const program = new Command('huiqi').exitOverride().configureOutput({ writeErr: () => undefined })
  let code: ExitCode | string = 0
  addCityCommands({
    program,
    io,
    perform: async (command) => {
      code = await command(io)
    },
  })
  try {
    await program.parseAsync(['city', ...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return { ...said, code: error.code }
    const failure = showFailure(io, error)
    if (failure === null) throw error
    return { ...said, code: 2, err: failure }
  }
  return { ...said, code }
}

const at = (name: string): string => join(ROOT, name)
const CITY = at('city')

beforeAll(async () => {
  const size = ['--enterprises', '32,700', '--seed', '7', '--measures', '30']
  const { code, out } = await run(['generate', ...size, '--out', CITY])
  expect(code).toBe(0)
  expect(out).toBe(
    `32,700 synthetic entities in ${countColumns()} columns, in ${CITY}\nand 30 synthetic measures\n`,
  )
}, 60_000)

const countColumns = (): number =>
  readFileSync(join(CITY, 'city.json'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"fact"')).length

describe('info', () => {
  test('tells that the city is synthetic, and how many hold titles', async () => {
    const { out, code } = await run(['info', CITY])
    expect(code).toBe(0)
    expect(out.startsWith('synthetic city, no real enterprise in it\n')).toBe(true)
    for (const line of [
      /^ {2}rows +32,700$/m,
      /^ {2}as of +2026-11-22$/m,
      /^ {2}synthetic measures +30$/m,
      /^ {2}Innovative SME · innovative_sme +220$/m,
      /^ {2}Specialised and sophisticated SME · specialised_sme +120$/m,
      /^ {2}Little giant · little_giant +9$/m,
      /^ {2}Manufacturing single champion · single_champion +1$/m,
      /^ {2}enterprise\.district +99\.\d%\n {6}310115 /m,
    ]) {
      expect(out).toMatch(line)
    }
  })

  test('of some columns, in Chinese', async () => {
    const { out } = await run(['info', CITY, 'founded'], 'zh')
    expect(out).toMatch(/^各列\n {2}enterprise\.founded_on +99\.\d% .* · 从未 0\.00%\n$/)
  })

  test('as JSON', async () => {
    const { out } = await run(['info', CITY, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      schema: 'huiqi/city/1',
      synthetic: true,
      rows: 32_700,
      seed: 7,
      measures: 30,
    })
  })

  test('of a column that is not there', async () => {
    expect(await run(['info', CITY, 'weather'])).toMatchObject({ code: 1, out: '' })
  })

  test('of no city', async () => {
    const { code, err } = await run(['info', ROOT])
    expect([code, err]).toEqual([
      2,
      `${ROOT}: not a city folder: there is no city.json [city.none]\n`,
    ])
  })
})

describe('export and import', () => {
  test.each(['parquet', 'csv', 'arrow'])('there and back as %s', async (format) => {
    const file = at(`some.${format}`)
    const out = await run(['export', CITY, '--format', format, '--out', file, '--limit', '300'])
    expect(out).toMatchObject({ code: 0, out: `300 rows, in ${file}\n` })
    const back = await run(['import', file, '--out', at(`back-${format}`), '--as-of', '2026-11-22'])
    expect(back).toMatchObject({ code: 0, out: `300 rows, in ${at(`back-${format}`)}\n`, err: '' })
    const info = await run(['info', at(`back-${format}`)])
    expect(info.out).toMatch(/^synthetic city/)
  })

  test('a file that is there is not written over', async () => {
    writeFileSync(at('mine.csv'), 'mine')
    const { code, err } = await run(['export', CITY, '--format', 'csv', '--out', at('mine.csv')])
    expect([code, err]).toEqual([
      2,
      'something is there already; --replace replaces a city [city.exists]\n',
    ])
    expect(readFileSync(at('mine.csv'), 'utf8')).toBe('mine')
  })

  test('rows at fault are told with line and column, and written to a report', async () => {
    const file = at('bad.csv')
    writeFileSync(file, 'uscc,enterprise.founded_on\n91310104MA1F12345M,2023-02-29\n')
    const args = ['import', file, '--out', at('bad'), '--report', at('report.csv')]
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([1, `0 rows, in ${at('bad')}\n`])
    expect(err).toBe(
      [
        '1 row is at fault and left out (line:column):',
        '  2:2  enterprise.founded_on: "2023-02-29" is not a day; write 2024-11-15, or never [value.date]',
        '',
      ].join('\n'),
    )
    expect(readFileSync(at('report.csv'), 'utf8').split('\n')[1]).toMatch(
      /^2,2,"enterprise\.founded_on","value\.date","2023-02-29",/,
    )
  })

  test('a long list of faults is cut, and where all of them stand is told', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `91310104MA1F12345M,2023-02-${at + 29}`)
    const file = at('many.csv')
    writeFileSync(file, ['uscc,enterprise.founded_on', ...rows].join('\n'))
    const { err, code } = await run(['import', file, '--out', at('many')])
    const lines = err.trimEnd().split('\n')
    const places = lines.flatMap(
      (line) => /^ {2}(\d+):(\d+) /.exec(line)?.slice(1, 3).join(':') ?? [],
    )
    expect(code).toBe(1)
    expect(places.slice(0, 2)).toEqual(['2:2', '3:2'])
    expect(lines.at(-1)).toMatch(/^ {2}… and \d+ more; --report FILE\.csv has them all$/)
    const told = await run(['import', file, '--out', at('more'), '--report', at('many-report.csv')])
    expect(told.err).toContain(`more; all of them are in ${at('many-report.csv')}`)
  })

  test('a Parquet file that is cut off is refused whole', async () => {
    const file = at('cut.parquet')
    await run(['export', CITY, '--format', 'parquet', '--out', file, '--limit', '50'])
    truncateSync(file, 5_000)
    const { code, err } = await run(['import', file, '--out', at('cut')], 'zh')
    expect([code, err]).toEqual([
      2,
      `${file}: Parquet 文件不完整：整个文件不予导入 [file.truncated]\n`,
    ])
    expect(readdirSync(ROOT).filter((name) => name.startsWith('cut'))).toEqual(['cut.parquet'])
  })

  test.each([
    { name: 'another kind of file', source: 'x.txt', said: /what x\.txt holds cannot be told/ },
    { name: 'a file that is not there', source: 'x.csv', said: /x\.csv does not exist/ },
    { name: 'a database without a query', source: 'postgres://x', said: /needs --query/ },
  ])('$name', async ({ source, said }) => {
    const { code, err } = await run(['import', source, '--out', at('none')])
    expect(code).toBe(2)
    expect(err).toMatch(said)
  })
})

describe('misuse', () => {
  test.each([
    { name: 'no number', enterprises: 'many' },
    { name: 'nobody', enterprises: '0' },
    { name: 'part of an enterprise', enterprises: '1.5' },
    { name: 'more than there are codes for', enterprises: '28000001' },
  ])('$name of enterprises', async ({ enterprises }) => {
    const { code } = await run(['generate', '--enterprises', enterprises, '--out', at('no')])
    expect(code).toBe('commander.invalidArgument')
  })

  test('a day that is none', async () => {
    const args = ['generate', '--enterprises', '10', '--out', at('no'), '--as-of', 'tomorrow']
    expect((await run(args)).code).toBe(2)
  })
})
