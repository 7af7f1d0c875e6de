import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isoDate } from '@huiqi/domain'
import { afterAll, describe, expect, test } from 'vitest'
import { generateCity } from '../city/generate-city.ts'
import { syntheticMeasures } from '../city/synthetic/synthetic-measures.ts'
import { smallRulebook } from '../city/testing/small-rulebook.ts'
import type { Table } from '../table.ts'
import { generateCityFolder, type Progress } from './generate-city-folder.ts'
import { readMeasures } from './measures-file.ts'
import { openCity, openCityHead, wantsColumns } from './open-city.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { createCityWriter, writeCity } from './write-city.ts'

const ROOT = temporaryFolder(afterAll)
const AS_OF = isoDate('2026-11-22')
const OPTIONS = { enterprises: 20_000, seed: 7, rulebook: smallRulebook(), asOf: AS_OF }
const CITY = generateCity({ ...OPTIONS, enterprises: 1_000 })
const ABOUT = { synthetic: true, seed: 7, asOf: AS_OF }

const issuesOf = async (run: Promise<unknown>): Promise<unknown> => {
  try {
    await run
  } catch (error) {
    return error instanceof AppError && 'issues' in error.params ? error.params.issues : error
  }
  return 'no error'
}

const fresh = async (name: string): Promise<string> => {
  const folder = join(ROOT, name)
  await writeCity(folder, CITY, ABOUT)
  return folder
}

const contentOf = ({ rows, columns, uscc }: Table) => ({
  rows,
  columns: columns.map((column) => ({ ...column, values: [...column.values] })),
  uscc: uscc === null ? null : [...uscc],
})

describe('a city in a folder', () => {
  test('is what was written, on shared memory', async () => {
    const { table, head } = await openCity(await fresh('whole'))
    expect(contentOf(table)).toEqual(contentOf(CITY))
    expect(table.columns[0]?.values.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(table.uscc?.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect([head.rows, head.synthetic, head.seed, head.asOf, head.measures]).toEqual([
      1_000,
      true,
      7,
      AS_OF,
      null,
    ])
  })

  test('has one little-endian file a column, named after key and storage', async () => {
    const folder = await fresh('files')
    const bytes = readFileSync(join(folder, 'enterprise.revenue@2025.i32'))
    const column = CITY.columns.find(
      (each) => each.fact === 'enterprise.revenue' && each.year === 2025,
    )
    expect(bytes.length).toBe(4_000)
    expect(bytes.readInt32LE(4 * 17)).toBe(column?.values[17])
  })

  test('says in its head that it is synthetic, and its year', async () => {
    const head: unknown = JSON.parse(readFileSync(join(await fresh('head'), 'city.json'), 'utf8'))
    expect(head).toMatchObject({
      format: 'huiqi-city/1',
      synthetic: true,
      asOfYear: 2026,
      rows: 1_000,
    })
  })

  test('can be opened in part', async () => {
    const wants = wantsColumns(['enterprise.district', 'enterprise.revenue@2025'])
    const { table } = await openCity(await fresh('part'), { wants })
    expect(table.columns.map(({ fact, year }) => [fact, year])).toEqual([
      ['enterprise.district', null],
      ['enterprise.revenue', 2025],
    ])
  })

  test('several tables are one city', async () => {
    const folder = join(ROOT, 'several')
    const writer = await createCityWriter(folder)
    await writer.append(CITY)
    await writer.append(CITY)
    await writer.finish(ABOUT)
    const { table } = await openCity(folder)
    expect(table.rows).toBe(2_000)
    expect(table.columns[0]?.values.slice(1_000)).toEqual(CITY.columns[0]?.values)
  })
})

describe('what is not whole is refused whole', () => {
  const column = 'enterprise.district.u8'

  test('a file that is cut off', async () => {
    const folder = await fresh('cut')
    truncateSync(join(folder, column), 999)
    const issue = { code: 'city.truncated', params: { name: column, bytes: 999, expected: 1_000 } }
    expect(await issuesOf(openCity(folder))).toMatchObject([issue])
  })

  test('a file that is cut off, though another column is asked for', async () => {
    const folder = await fresh('cut-other')
    truncateSync(join(folder, column), 999)
    const wants = wantsColumns(['enterprise.pets'])
    expect(await issuesOf(openCity(folder, { wants }))).toMatchObject([{ code: 'city.truncated' }])
  })

  test.each([
    { name: 'a column', file: column },
    { name: 'the credit codes', file: 'uscc.bin' },
  ])('$name with one bit changed', async ({ file }) => {
    const folder = await fresh(`bit-${file}`)
    const bytes = readFileSync(join(folder, file))
    bytes[500] = (bytes[500] ?? 0) ^ 1
    writeFileSync(join(folder, file), bytes)
    expect(await issuesOf(openCity(folder))).toMatchObject([{ code: 'city.checksum' }])
  })

  test.each([
    { name: 'half of it', make: (text: string) => text.slice(0, text.length / 2) },
    {
      name: 'another version',
      make: (text: string) => text.replace('huiqi-city/1', 'huiqi-city/2'),
    },
    { name: 'other rows', make: (text: string) => text.replace('"rows": 1000', '"rows": 1001') },
    { name: 'an unknown storage', make: (text: string) => text.replace('"u8"', '"u9"') },
    {
      name: 'a file elsewhere',
      make: (text: string) => text.replace('"enterprise.district.u8"', '"../x"'),
    },
    { name: 'a list', make: () => '[]' },
  ])('a head with $name', async ({ name, make }) => {
    const folder = await fresh(`head ${name}`)
    const file = join(folder, 'city.json')
    writeFileSync(file, make(readFileSync(file, 'utf8')))
    expect(await issuesOf(openCityHead(folder))).toMatchObject([{ code: 'city.head' }])
  })

  test.each(['nowhere', '.'])('no city at %s', async (name) => {
    expect(await issuesOf(openCity(join(ROOT, name)))).toMatchObject([{ code: 'city.none' }])
  })
})

describe('taking its place', () => {
  test('a city is not written over another unless told so', async () => {
    const folder = await fresh('twice')
    expect(await issuesOf(writeCity(folder, CITY, ABOUT))).toMatchObject([{ code: 'city.exists' }])
    const head = await writeCity(folder, CITY, { ...ABOUT, seed: 8, existing: 'replace' })
    expect([head.seed, (await openCity(folder)).head.seed]).toEqual([8, 8])
  })

  test('a folder that is no city is never replaced', async () => {
    const folder = join(ROOT, 'papers')
    await mkdir(folder)
    writeFileSync(join(folder, 'letter.txt'), 'dear')
    const run = writeCity(folder, CITY, { ...ABOUT, existing: 'replace' })
    expect(await issuesOf(run)).toMatchObject([{ code: 'city.exists' }])
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  })

  test('nothing stands in its place before it is complete, nothing is left when abandoned', async () => {
    const folder = join(ROOT, 'given-up')
    const writer = await createCityWriter(folder)
    await writer.append(CITY)
    expect([existsSync(folder), existsSync(writer.path)]).toEqual([false, true])
    await writer.abandon()
    expect(readdirSync(ROOT).filter((name) => name.startsWith('given-up'))).toEqual([])
  })
})

describe('a city generated into a folder', () => {
  test('has the bytes of the city in memory', async () => {
    const folder = join(ROOT, 'generated')
    await generateCityFolder(folder, OPTIONS)
    const { table } = await openCity(folder)
    expect(contentOf(table)).toEqual(contentOf(generateCity(OPTIONS)))
  })

  test('tells how far it is', async () => {
    const seen: Progress[] = []
    const options = { ...OPTIONS, measures: 3, onProgress: (each: Progress) => seen.push(each) }
    await generateCityFolder(join(ROOT, 'watched'), options)
    expect(seen.filter(({ stage }) => stage === 'writing').map(({ done }) => done)).toEqual([
      8_192, 16_384, 20_000,
    ])
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(
      new Set(['planning', 'writing', 'measures']),
    )
  })

  test.each(['planning', 'writing', 'measures'])(
    'stopped while %s, it leaves nothing',
    async (at) => {
      const stop = new AbortController()
      const onProgress = ({ stage }: Progress): void => {
        if (stage === at) stop.abort(new Error('enough'))
      }
      const options = { ...OPTIONS, measures: 3, onProgress, signal: stop.signal }
      const run = generateCityFolder(join(ROOT, `stopped-${at}`), options)
      await expect(run).rejects.toThrow('enough')
      expect(readdirSync(ROOT).filter((name) => name.startsWith(`stopped-${at}`))).toEqual([])
    },
  )

  test('carries its measures', async () => {
    const folder = join(ROOT, 'measured')
    const head = await generateCityFolder(folder, { ...OPTIONS, enterprises: 100, measures: 20 })
    expect(head.measures?.count).toBe(20)
    expect(await readMeasures(folder, head)).toEqual(syntheticMeasures({ ...OPTIONS, count: 20 }))
    truncateSync(join(folder, 'measures.jsonl'), statSync(join(folder, 'measures.jsonl')).size - 1)
    expect(await issuesOf(readMeasures(folder, head))).toMatchObject([{ code: 'city.checksum' }])
    expect(await issuesOf(openCityHead(folder))).toMatchObject([{ code: 'city.truncated' }])
  })

  test('a city without measures has none', async () => {
    const folder = await fresh('bare')
    expect(await readMeasures(folder, await openCityHead(folder))).toEqual([])
  })
})
