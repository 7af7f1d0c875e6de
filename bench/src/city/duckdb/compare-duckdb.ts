import type { Condition, Measure } from '@huiqi/engine'
import { CITY_GROUPINGS, openPopulation, type Population } from '@huiqi/population'
import { type BenchCity, someMeasures } from '../city-rules.ts'
import { timedMedian } from '../timed.ts'
import { type QueryForm, queryForm } from './condition-form.ts'
import { type DuckdbRoom, openDuckdbRoom, verdictQuery } from './open-room.ts'
import { districtPlace } from './stated-table.ts'

/** How much is compared. */
export interface DuckdbEffort {
  readonly measures: number
  /** Of these, how many are also run as the SQL that `huiqi sql` writes. */
  readonly generated: number
  readonly repeats: number
}

/** Milliseconds of one measure: ours, and DuckDB in each form; null where a form was not run. */
interface MeasureTimes {
  /** Counts, money and districts. */
  readonly ours: number
  readonly counts: number
  readonly districts: number
  readonly generated: number | null
}

/** Our counts beside those of DuckDB. */
interface CountPair {
  readonly ours: number
  readonly theirs: number
}

/** Single measures in ours and in DuckDB, with the counts that were compared. */
export interface DuckdbComparison {
  readonly version: string
  readonly rows: number
  readonly times: readonly MeasureTimes[]
  /** Milliseconds for each of some measures when one scan counts them all. */
  readonly together: { readonly measures: number; readonly each: number }
  readonly compared: number
  readonly different: number
}

const CHOICE = "count_if(verdict = 'met'), count_if(verdict <> 'unmet')"

const countsSql = ({ certain, possible }: QueryForm): string =>
  `SELECT count_if(${certain}), count(*) FROM wide WHERE ${possible}`

const districtsSql = ({ certain, possible }: QueryForm, district: string): string =>
  `SELECT ${district}, count_if(${certain}), count(*) FROM wide WHERE ${possible} GROUP BY 1`

type Rows = readonly (readonly unknown[])[]

type Ours = ReturnType<Population['matchOne']>

const pairsOf = ({ certain, possible }: Ours, [row]: Rows): readonly CountPair[] => [
  { ours: certain, theirs: Number(row?.[0]) },
  { ours: possible, theirs: Number(row?.[1]) },
]

const districtPairs = (
  { groups }: Ours,
  rows: Rows,
  districts: readonly string[],
): readonly CountPair[] => {
  const [group] = groups
  const counts = group?.countsOf(0)
  return districts.flatMap((district, place) => {
    const label = group?.labels.indexOf(district) ?? -1
    const row = rows.find(([code]) => code !== null && Number(code) === place)
    return [
      { ours: counts?.certain[label] ?? 0, theirs: Number(row?.[1] ?? 0) },
      { ours: counts?.possible[label] ?? 0, theirs: Number(row?.[2] ?? 0) },
    ]
  })
}

interface Contest {
  readonly room: DuckdbRoom
  readonly population: Population
  readonly repeats: number
}

interface Round {
  readonly times: MeasureTimes
  readonly pairs: readonly CountPair[]
}

const compareGenerated = ({ room, repeats }: Contest, measure: Measure) => {
  const { database, situation, table } = room
  const { sql } = verdictQuery(situation, measure, table)
  return timedMedian(repeats, () => database.rows(`SELECT ${CHOICE} FROM (\n${sql}\n)`))
}

const compareMeasure = async (
  contest: Contest,
  measure: RuledMeasure,
  forms: 'by-hand' | 'by-hand-and-generated',
): Promise<Round> => {
  const { room, population, repeats } = contest
  const form = queryForm(room, measure.eligible)
  const place = districtPlace(room.table)
  const ours = await timedMedian(repeats, () => population.matchOne(measure))
  const counts = await timedMedian(repeats, () => room.database.rows(countsSql(form)))
  const districts = await timedMedian(repeats, () =>
    room.database.rows(districtsSql(form, `r${place}`)),
  )
  const generated = forms === 'by-hand' ? null : await compareGenerated(contest, measure)
  const { ms } = ours
  return {
    times: {
      ours: ms,
      counts: counts.ms,
      districts: districts.ms,
      generated: generated?.ms ?? null,
    },
    pairs: [
      ...pairsOf(ours.result, counts.result),
      ...(generated === null ? [] : pairsOf(ours.result, generated.result)),
      ...districtPairs(ours.result, districts.result, room.table.columns[place]?.codes ?? []),
    ],
  }
}

/** Measures counted by one scan, and our counts of them. */
const TOGETHER = 20

const togetherSql = (forms: readonly QueryForm[]): string => {
  const counts = forms.map(
    ({ certain }) => `count_if(${certain}), count_if(COALESCE(${certain}, TRUE))`,
  )
  return `SELECT ${counts.join(',\n')} FROM wide`
}

const compareTogether = async (
  { room, population, repeats }: Contest,
  all: readonly RuledMeasure[],
): Promise<{
  readonly together: DuckdbComparison['together']
  readonly pairs: readonly CountPair[]
}> => {
  const measures = someMeasures(all, TOGETHER).filter(hasRule)
  const sql = togetherSql(measures.map(({ eligible }) => queryForm(room, eligible)))
  const { result, ms } = await timedMedian(repeats, () => room.database.rows(sql))
  const ours = measures.map((measure) => population.matchOne(measure))
  const [row = []] = result
  return {
    together: { measures: measures.length, each: ms / measures.length },
    pairs: ours.flatMap((own, index) => pairsOf(own, [row.slice(2 * index)])),
  }
}

type RuledMeasure = Measure & { readonly eligible: Condition }

const hasRule = (measure: Measure): measure is RuledMeasure => measure.eligible !== null

/** Runs single measures in turn in ours and in DuckDB, over the same columns in the same order. */
export const compareDuckdb = async (
  city: BenchCity,
  effort: DuckdbEffort,
): Promise<DuckdbComparison> => {
  const measures = someMeasures(city.rules.measures, effort.measures).filter(hasRule)
  const room = await openDuckdbRoom(city, measures)
  const population = openPopulation(room.table, city.rules, CITY_GROUPINGS.slice(0, 1))
  const contest = { room, population, repeats: effort.repeats }
  const step = Math.ceil(measures.length / effort.generated)
  const rounds: Round[] = []
  for (const [index, measure] of measures.entries()) {
    const forms = index % step === 0 ? 'by-hand-and-generated' : 'by-hand'
    rounds.push(await compareMeasure(contest, measure, forms))
  }
  const { together, pairs: togetherPairs } = await compareTogether(contest, measures)
  room.database.close()
  const pairs = [...rounds.flatMap((round) => round.pairs), ...togetherPairs]
  return {
    version: room.database.version,
    rows: room.table.rows,
    times: rounds.map(({ times }) => times),
    together,
    compared: pairs.length,
    different: pairs.filter(({ ours, theirs }) => ours !== theirs).length,
  }
}
