import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import {
  compilePopulation,
  generateCity,
  type MeasureMatch,
  matchPopulation,
  measureSql,
  parquetColumns,
  writeParquet,
} from '@huiqi/population'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../../tools/repository.ts'
import { openDuckdb } from './duckdb-engine.ts'

const DAY = isoDate('2025-09-15')
const CLOCK = { asOf: DAY, submittedOn: DAY }
const FOLDER = mkdtempSync(path.join(tmpdir(), 'huiqi-parquet-'))
const FILE = path.join(FOLDER, 'city.parquet')

const { corpus } = await loadCorpus(path.join(ROOT, 'policies'))
const rulebook = prepareRulebook(corpus)
const city = generateCity({ enterprises: 20_000, seed: 3, rulebook, asOf: DAY })
await writeParquet(FILE, city)
const columns = await parquetColumns(FILE)
const measures = corpus.measures.filter(({ eligible }) => eligible !== null)
const program = compilePopulation(measures, { rulebook, clock: CLOCK })
const { measures: found } = await matchPopulation(city, program)
const duckdb = await openDuckdb()

afterAll(async () => {
  await duckdb.close()
  rmSync(FOLDER, { recursive: true, force: true })
})

interface Counted {
  readonly met: number
  readonly open: number
  readonly low: string
  readonly high: string
  readonly unknown: number
}

const inDuckdb = async (id: string): Promise<Counted> => {
  const parquet = { path: FILE, columns }
  const request = { dialect: 'duckdb', clock: CLOCK, select: 'counts', language: 'en' } as const
  const written = measureSql(rulebook, id, { ...request, parquet })
  if (!written.ok) throw new RangeError(`${id}: ${written.refusal.what}`)
  const [row = []] = await duckdb.rows(written.sql)
  const [, met, , unknown, review, , low, high, amountUnknown] = row
  return {
    met: Number(met),
    open: Number(unknown) + Number(review),
    low: String(low),
    high: String(high),
    unknown: Number(amountUnknown),
  }
}

const expectedOf = ({ certain, possible, money }: MeasureMatch): Counted => ({
  met: certain,
  open: possible - certain,
  low: String(money?.low ?? null),
  high: money === null || money.unbounded > 0 ? 'null' : String(money.high),
  unknown: money?.unknown ?? 0,
})

test.each(
  found
    .filter(({ status }) => status === 'rule')
    .map((match) => [match.measure.id, match] as const),
)('DuckDB over the Parquet file of a city counts %s as the kernel does', async (id, match) => {
  const counted = await inDuckdb(id)
  const isAboutThings = match.measure.about !== 'enterprise'
  const open = isAboutThings ? counted.open : expectedOf(match).open
  expect(counted).toEqual({ ...expectedOf(match), open })
})

test('some measures are met, and give money', () => {
  const paid = found.filter(({ certain, money }) => certain > 0 && (money?.high ?? 0n) > 0n)
  expect(paid.length).toBeGreaterThan(5)
})
