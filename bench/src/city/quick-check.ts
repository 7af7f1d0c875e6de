import { isoDate } from '@huiqi/domain'
import {
  compilePopulation,
  generateCity,
  matchPopulation,
  neededColumns,
  syntheticMeasures,
} from '@huiqi/population'
import { type BenchCity, readRealRules, rulesWith } from './city-rules.ts'
import { comparePeers } from './compare-peers.ts'
import { compareDuckdb } from './duckdb/compare-duckdb.ts'
import { fastestForm } from './figures.ts'
import { countRepeatedly, sumPairs } from './match-tasks.ts'
import { median } from './quantile.ts'
import { showCount, showRatio } from './show-figure.ts'

const ROWS = 20_000
const MEASURES = 400
const DAY = isoDate('2025-09-15')
const DUCKDB = { measures: 40, generated: 10, repeats: 2 }
const PEERS = { measures: 100, rows: 500, slowRows: 10, repeats: 2 }

const makeCity = async (): Promise<BenchCity> => {
  const rulebook = await readRealRules()
  const table = generateCity({ enterprises: ROWS, seed: 1, rulebook, asOf: DAY })
  const measures = syntheticMeasures({ rulebook, count: MEASURES, seed: 1, asOf: DAY })
  return { rules: rulesWith(rulebook, measures, DAY), table }
}

/** Whether the columns that are opened give what all columns give. */
const isEnough = async ({ rules, table }: BenchCity, part: BenchCity['table']) => {
  const program = compilePopulation(rules.measures, rules)
  const [all, some] = [await matchPopulation(table, program), await matchPopulation(part, program)]
  const countsOf = (match: typeof all): string =>
    match.measures
      .map(({ certain, possible, money }) => `${certain}/${possible}/${money?.low}/${money?.high}`)
      .join(' ')
  return countsOf(all) === countsOf(some) && sumPairs(all).possible > 0
}

/** A small run in memory: lines to read, with the number of answers that differ. */
export const quickCheck = async (): Promise<{
  readonly lines: readonly string[]
  readonly differences: number
}> => {
  const city = await makeCity()
  const wants = neededColumns(city.rules.measures, city.rules)
  const part = { ...city.table, columns: city.table.columns.filter(wants) }
  const isSame = await isEnough(city, part)
  const small = { ...city, table: part }
  const counts = await countRepeatedly(small, { counted: 'counts', repeats: 3 })
  const ours = median(counts.times)
  const duckdb = await compareDuckdb(small, DUCKDB)
  const peers = await comparePeers(small, PEERS)
  const pairs = ROWS * MEASURES
  const times = (ms: number): string => `${showRatio(ms / ours)} times ours`
  const lines = [
    `${showCount(ROWS)} rows × ${MEASURES} measures; the columns opened ${isSame ? 'suffice' : 'DO NOT SUFFICE'}`,
    `DuckDB: ${duckdb.different} of ${showCount(duckdb.compared)} counts differ; ${times(fastestForm(duckdb) * MEASURES)}`,
    ...peers.map(
      ({ name, same, of, undecided, msPerPair }) =>
        `${name}: agrees on ${showCount(same)} of ${showCount(of)} pairs, leaves ${undecided} open; ${times(msPerPair * pairs)}`,
    ),
  ]
  const unlike = peers.reduce((sum, { same, of }) => sum + of - same, 0)
  return { lines, differences: duckdb.different + unlike + (isSame ? 0 : 1) }
}
