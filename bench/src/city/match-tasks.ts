import {
  CITY_GROUPINGS,
  compilePopulation,
  matchCity,
  matchPopulation,
  neededColumns,
  openCity,
  openCityHead,
  type PopulationMatch,
  readMeasures,
  type Table,
} from '@huiqi/population'
import type { CityFiles } from './city-files.ts'
import { type BenchCity, type CityRules, readRealRules, rulesWith } from './city-rules.ts'
import { everyRun } from './part-of-table.ts'
import type { Counted, CountTimes, StartTimes, Task } from './task.ts'
import { timed } from './timed.ts'

/** District alone: the breakdown of the run with money. */
const DISTRICTS = CITY_GROUPINGS.slice(0, 1)

/** The rules of a run with the first so many of its measures. */
export const readCityRules = async (
  { measures, day }: CityFiles,
  count: number = measures.entry.count,
): Promise<CityRules> => {
  const rulebook = await readRealRules()
  const all = await readMeasures(measures.folder, { measures: measures.entry })
  return rulesWith(rulebook, all.slice(0, count), day)
}

/** The columns that the measures and a breakdown by district read. */
export const openNeeded = async (folder: string, rules: CityRules): Promise<Table> => {
  const wants = neededColumns(rules.measures, rules, DISTRICTS)
  const { table } = await openCity(folder, { wants })
  return { ...table, uscc: null }
}

/** A city in memory with all measures of the run. */
export const openBenchCity = async (files: CityFiles): Promise<BenchCity> => {
  const rules = await readCityRules(files)
  return { rules, table: await openNeeded(files.folder, rules) }
}

/** How many pairs certainly hold, and how many hold or may hold. */
export const sumPairs = ({ measures }: PopulationMatch) => ({
  certain: measures.reduce((sum, { certain }) => sum + certain, 0),
  possible: measures.reduce((sum, { possible }) => sum + possible, 0),
})

/** How the figures of a run are asked for. */
const planOf = (counted: Counted) =>
  counted === 'counts'
    ? ({ groupings: [], counted: 'counts' } as const)
    : ({ groupings: DISTRICTS, counted: 'counts-and-money' } as const)

/** From the files on disk, whose checksums are verified, to the figures of every measure. */
export const runStart = async (files: CityFiles, counted: Counted): Promise<StartTimes> => {
  const rules = await timed(() => readCityRules(files))
  const { measures } = rules.result
  const plan = planOf(counted)
  const program = await timed(() => compilePopulation(measures, rules.result, plan.groupings))
  const match = await timed(() =>
    matchCity(files.folder, program.result, { counted: plan.counted }),
  )
  const wants = neededColumns(measures, rules.result, plan.groupings)
  const { columns } = await openCityHead(files.folder)
  const read = columns.filter(wants)
  return {
    rules: rules.ms,
    compile: program.ms,
    match: match.ms,
    columns: read.length,
    bytes: read.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

type CountsTask = Extract<Task, { kind: 'counts' }>

/** Counts for all measures, again and again. */
export const runCounts = async (files: CityFiles, task: CountsTask): Promise<CountTimes> => {
  const rules = await readCityRules(files, task.measures)
  const table = everyRun(await openNeeded(files.folder, rules), task.everyRun)
  return countRepeatedly({ rules, table }, task)
}

/** The same over a city in memory. */
export const countRepeatedly = async (
  { rules, table }: BenchCity,
  { counted, repeats }: Pick<CountsTask, 'counted' | 'repeats'>,
): Promise<CountTimes> => {
  const plan = planOf(counted)
  const program = compilePopulation(rules.measures, rules, plan.groupings)
  const options = { counted: plan.counted }
  let last = await timed(() => matchPopulation(table, program, options))
  const times = [last.ms]
  while (times.length < repeats) {
    last = await timed(() => matchPopulation(table, program, options))
    times.push(last.ms)
  }
  const measures = rules.measures.length
  return { rows: table.rows, measures, times, ...sumPairs(last.result) }
}
