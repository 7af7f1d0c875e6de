import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, type Issue, isoDate } from '@huiqi/domain'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { parquetWriteFile } from 'hyparquet-writer'
import { afterAll, describe, expect, test } from 'vitest'
import { generateCity } from '../city/generate-city.ts'
import { smallRulebook } from '../city/testing/small-rulebook.ts'
import type { Table } from '../table.ts'
import { writeArrow } from './arrow-out.ts'
import { arrowSource } from './arrow-source.ts'
import { writeCsv } from './csv-out.ts'
import { csvSource } from './csv-source.ts'
import type { ExportOptions } from './export-options.ts'
import { importCity } from './import-city.ts'
import { openCity } from './open-city.ts'
import { writeParquet } from './parquet-out.ts'
import { parquetSource } from './parquet-source.ts'
import type { RowSource } from './row-source.ts'
import { statedRows } from './testing/stated-rows.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const ROOT = temporaryFolder(afterAll)
const RULEBOOK = smallRulebook()
const CITY = generateCity({
  enterprises: 3_000,
  seed: 7,
  rulebook: RULEBOOK,
  asOf: isoDate('2026-11-22'),
})

type Write = (path: string, table: Table, options?: ExportOptions) => Promise<number>

const FORMATS: readonly (readonly [string, Write, (path: string) => Promise<RowSource>])[] = [
  ['csv', writeCsv, csvSource],
  ['parquet', writeParquet, parquetSource],
  ['arrow', writeArrow, arrowSource],
]

let places = 0

const importFrom = async (source: RowSource, unknown: 'refuse' | 'ignore' = 'refuse') => {
  places += 1
  const folder = join(ROOT, `city-${places}`)
  const issues: Issue[] = []
  const imported = await importCity(folder, source, {
    rulebook: RULEBOOK,
    unknown,
    onIssue: (issue) => issues.push(issue),
  })
  return { ...imported, issues, table: (await openCity(folder)).table }
}

const fileOf = (name: string, text: string | Uint8Array): string => {
  const path = join(ROOT, name)
  writeFileSync(path, text)
  return path
}

const importCsv = async (text: string | Uint8Array) => {
  places += 1
  return importFrom(await csvSource(fileOf(`${places}.csv`, text)))
}

const issuesOf = async (run: Promise<unknown>): Promise<readonly Issue[]> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError && 'issues' in error.params) return error.params.issues
    throw error
  }
  return []
}

describe.each(FORMATS)('%s', (name, write, source) => {
  test('everything that goes out comes back exactly', async () => {
    const path = join(ROOT, `whole.${name}`)
    expect(await write(path, CITY)).toBe(3_000)
    const { table, refused, head } = await importFrom(await source(path))
    expect([refused, head.synthetic]).toEqual([0, true])
    expect(statedRows(table)).toEqual(statedRows(CITY))
  })

  test('only so many rows when told so', async () => {
    const path = join(ROOT, `some.${name}`)
    expect(await write(path, CITY, { limit: 7 })).toBe(7)
    const { table } = await importFrom(await source(path))
    expect(statedRows(table)).toEqual(statedRows(CITY).slice(0, 7))
  })

  test('a table without rows keeps its columns', async () => {
    const path = join(ROOT, `none.${name}`)
    await write(path, CITY, { limit: 0 })
    const { table } = await importFrom(await source(path))
    expect([table.rows, table.columns.length]).toEqual([0, CITY.columns.length])
  })

  test('stopped, it leaves no file', async () => {
    const path = join(ROOT, `stopped.${name}`)
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(write(path, CITY, { signal })).rejects.toThrow('enough')
    expect(readdirSync(ROOT).filter((each) => each.startsWith('stopped.'))).toEqual([])
  })
})

describe.each([
  ['parquet', parquetSource, writeParquet],
  ['arrow', arrowSource, writeArrow],
] as const)('a %s file that is cut off', (name, source, write) => {
  test.each([0.99, 0.5, 0.01])('at %d of its length is refused whole', async (part) => {
    const path = join(ROOT, `cut-${part}.${name}`)
    await write(path, CITY)
    truncateSync(path, Math.floor(readFileSync(path).length * part))
    const [issue] = await issuesOf(source(path))
    expect(issue?.code).toBe('file.truncated')
  })

  test('or is none at all is refused, too', async () => {
    const [issue] = await issuesOf(source(fileOf(`letter.${name}`, 'Dear Sir or Madam')))
    expect(issue?.code).toBe('file.format')
  })
})

test('a parquet file with its middle overwritten leaves no city', async () => {
  const path = join(ROOT, 'hole.parquet')
  await writeParquet(path, CITY)
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0xff, bytes.length >> 2, bytes.length >> 1))
  const before = readdirSync(ROOT).length
  const run = async (): Promise<unknown> => importFrom(await parquetSource(path))
  await expect(run()).rejects.toThrow()
  expect(readdirSync(ROOT).length).toBe(before)
})

describe('rows at fault', () => {
  const good = '91310104MA1F12345M'

  test.each([
    { name: 'wrong type', cells: 'abc,,,', code: 'value.money', column: 2 },
    { name: 'impossible date', cells: ',2023-02-29,,', code: 'value.date', column: 3 },
    { name: 'unknown code', cells: ',,310999,', code: 'value.code', column: 4 },
    { name: 'half a person', cells: ',,,0.5', code: 'value.count', column: 5 },
  ])('$name is reported with its line and column, and the row is left out', async (row) => {
    const head = 'uscc,revenue@2025,founded_on,district,employees@2025'
    const { table, refused, issues } = await importCsv(`${head}\n${good},${row.cells}\n`)
    expect([table.rows, refused]).toEqual([0, 1])
    expect(issues).toEqual([
      expect.objectContaining({ code: row.code, line: 2, column: row.column }),
    ])
  })

  test('a credit code that stands twice: the first row stays', async () => {
    const { table, issues } = await importCsv(`uscc,pets\n${good},1\n${good},2\n`)
    expect(statedRows(table)).toEqual([{ uscc: good, 'enterprise.pets': '1' }])
    expect(issues).toMatchObject([{ code: 'uscc.twice', line: 3, params: { line: 2 } }])
  })

  test('the code of a row that was left out may stand again', async () => {
    const { table } = await importCsv(`uscc,pets\n${good},many\n${good},2\n`)
    expect(statedRows(table)).toEqual([{ uscc: good, 'enterprise.pets': '2' }])
  })

  test('all faults of a row are told, and counted by code', async () => {
    const { faults, issues } = await importCsv('uscc,pets,luck\n1,x,5\n')
    expect(issues.map(({ column }) => column)).toEqual([2, 3, 1])
    expect(faults).toEqual({ 'value.number': 1, 'value.rate-plain': 1, 'uscc.length': 1 })
  })

  test.each([
    { pets: '9', refused: 0 },
    { pets: '10', refused: 1 },
  ])('at most nine pets: $pets', async ({ pets, refused }) => {
    expect((await importCsv(`pets\n${pets}\n`)).refused).toBe(refused)
  })

  test.each([
    { name: 'too few cells', text: 'pets,luck\n1\n', code: 'csv.cells', line: 2 },
    { name: 'too many cells', text: 'pets,luck\n1,1,1\n', code: 'csv.cells', line: 2 },
    { name: 'a quote in the middle', text: 'pets,luck\n"1"2,1\n', code: 'csv.quotes', line: 2 },
  ])('$name', async ({ text, code, line }) => {
    const { issues, refused } = await importCsv(text)
    expect(refused).toBe(1)
    expect(issues).toMatchObject([{ code, line }])
  })

  test('lines are those of the file, across quoted line ends and empty lines', async () => {
    const text = 'name,pets\r\n"two\r\nlines",1\r\n\r\n"x, ""y""",many\r\n'
    const { issues, table } = await importCsv(text)
    expect(table.rows).toBe(1)
    expect(issues).toMatchObject([{ code: 'value.number', line: 5, column: 2 }])
  })
})

describe('csv', () => {
  test('values are as narrow as they can be', async () => {
    const text = 'revenue@2025,gift,luck,marks,founded_on\n20000,0.01,50%,1.25,1969-12-31\n'
    const { table } = await importCsv(text)
    expect(
      table.columns.map(({ fact, unit, values }) => [fact, unit, values.constructor.name]),
    ).toEqual([
      ['enterprise.revenue', { n: 100_000, d: 1 }, 'Uint8Array'],
      ['enterprise.gift', { n: 1, d: 1 }, 'Uint8Array'],
      ['enterprise.luck', { n: 1, d: 10 }, 'Uint8Array'],
      ['enterprise.marks', { n: 1, d: 100 }, 'Uint8Array'],
      ['enterprise.founded_on', { n: 1, d: 1 }, 'Int32Array'],
    ])
    expect(statedRows(table)).toMatchObject([{ 'enterprise.founded_on': '1969-12-31' }])
  })

  test('empty is not known, never is never', async () => {
    const { table } = await importCsv('founded_on,pets\n,\nnever,0\n')
    expect(statedRows(table)).toMatchObject([
      { 'enterprise.founded_on': '', 'enterprise.pets': '' },
      { 'enterprise.founded_on': 'never', 'enterprise.pets': '0' },
    ])
  })

  test('the last day of a title follows from the first', async () => {
    const { table } = await importCsv('qualification.high_tech.granted_on\n2024-11-15\n')
    expect(statedRows(table)).toMatchObject([
      { 'qualification.high_tech.valid_until': '2027-11-14' },
    ])
  })

  test('a byte-order mark, tabs and a missing last line end', async () => {
    const { table } = await importCsv('\uFEFFpets\tluck\n3\t0.5')
    expect(statedRows(table)).toMatchObject([{ 'enterprise.pets': '3', 'enterprise.luck': '0.5' }])
  })

  test('a file in another encoding is refused', async () => {
    const gbk = Uint8Array.from([...Buffer.from('name,pets\n'), 0xc9, 0xcf, 0x2c, 0x31])
    const [issue] = await issuesOf(importCsv(gbk))
    expect(issue?.code).toBe('file.encoding')
  })

  test('an empty file is refused', async () => {
    const [issue] = await issuesOf(importCsv(''))
    expect(issue?.code).toBe('file.format')
  })

  test('a column nobody knows refuses the file, with its place', async () => {
    expect(await issuesOf(importCsv('pets,weather\n1,fine\n'))).toMatchObject([
      { code: 'fact.unknown', line: 1, column: 2, path: 'weather' },
    ])
  })

  test('a large file keeps its rows and lines over all parts', async () => {
    const rows = Array.from(
      { length: 90_000 },
      (_, row) => `${row % 10},some text to fill the line`,
    )
    rows[80_000] = 'ten,some text to fill the line'
    const path = fileOf('large.csv', `pets,remark\n${rows.join('\n')}\n`)
    const { table, issues } = await importFrom(await csvSource(path), 'ignore')
    expect(table.rows).toBe(89_999)
    expect(table.columns[0]?.values[89_998]).toBe(9)
    expect(issues).toMatchObject([{ line: 80_002 }])
  })
})

describe('files of other programs', () => {
  test('parquet with plain types', async () => {
    const path = join(ROOT, 'plain.parquet')
    parquetWriteFile({
      filename: path,
      columnData: [
        { name: 'pets', data: [1, null, 3], type: 'INT32' },
        { name: 'revenue@2025', data: [12.34, 1e6, null], type: 'DOUBLE' },
        { name: 'is_odd', data: [true, false, null], type: 'BOOLEAN' },
        { name: 'mood', data: ['good', 'bad', null], type: 'STRING' },
        { name: 'founded_on', data: [new Date('2024-03-01'), null, null], type: 'TIMESTAMP' },
        { name: 'gift.fen', data: [5n, 10n, null], type: 'INT64' },
      ],
    })
    expect(statedRows((await importFrom(await parquetSource(path))).table)).toMatchObject([
      {
        'enterprise.pets': '1',
        'enterprise.revenue@2025': '1234',
        'enterprise.is_odd': 'true',
        'enterprise.mood': 'good',
        'enterprise.founded_on': '2024-03-01',
        'enterprise.gift': '5',
      },
      { 'enterprise.pets': '', 'enterprise.revenue@2025': '100000000', 'enterprise.mood': 'bad' },
      { 'enterprise.pets': '3', 'enterprise.revenue@2025': '', 'enterprise.is_odd': '' },
    ])
  })

  test('rows of a parquet file at fault are told by their number', async () => {
    const path = join(ROOT, 'odd.parquet')
    const pets = [1, 99, 3]
    parquetWriteFile({ filename: path, columnData: [{ name: 'pets', data: pets, type: 'INT32' }] })
    const { issues, table } = await importFrom(await parquetSource(path))
    expect(table.rows).toBe(2)
    expect(issues).toMatchObject([{ code: 'value.above-max', line: 2, column: 1 }])
  })

  test.each(['file', 'stream'] as const)('an Arrow %s with plain types', async (kind) => {
    const table = tableFromArrays({
      pets: Int32Array.of(1, 2),
      'revenue@2025': Float64Array.of(12.34, 1e6),
      mood: ['good', 'bad'],
    })
    const path = fileOf(`plain-${kind}.arrow`, tableToIPC(table, kind))
    expect(statedRows((await importFrom(await arrowSource(path))).table)).toMatchObject([
      { 'enterprise.pets': '1', 'enterprise.revenue@2025': '1234', 'enterprise.mood': 'good' },
      { 'enterprise.pets': '2', 'enterprise.revenue@2025': '100000000', 'enterprise.mood': 'bad' },
    ])
  })

  test('an Arrow stream that is cut off is refused', async () => {
    const bytes = tableToIPC(tableFromArrays({ pets: Int32Array.of(1, 2) }), 'stream')
    const [issue] = await issuesOf(arrowSource(fileOf('cut.arrows', bytes.subarray(0, -8))))
    expect(issue?.code).toBe('file.truncated')
  })
})
