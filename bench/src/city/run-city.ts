import type { CityFiles } from './city-files.ts'
import type { PeerEffort, PeerResult } from './compare-peers.ts'
import type { DuckdbComparison, DuckdbEffort } from './duckdb/compare-duckdb.ts'
import { inOwnProcess } from './in-own-process.ts'
import type { Counted, CountTimes, Task, TaskReport } from './task.ts'

/** How long a full run measures. */
export interface CityEffort {
  readonly measures: number
  readonly starts: number
  readonly repeats: number
  readonly duckdb: DuckdbEffort
  readonly peers: PeerEffort
}

/** Everything that a full run finds. */
export interface CityFindings {
  readonly starts: readonly TaskReport<'start'>[]
  readonly moneyStarts: readonly TaskReport<'start'>[]
  readonly counts: TaskReport<'counts'>
  readonly money: TaskReport<'counts'>
  /** A quarter, a half and all of the rows with all measures. */
  readonly byRows: readonly CountTimes[]
  /** A quarter, a half and all of the measures with all rows. */
  readonly byMeasures: readonly CountTimes[]
  readonly duckdb: DuckdbComparison
  readonly peers: readonly PeerResult[]
}

const say = (text: string): void => console.error(`${text} …`)

type CountsTask = Extract<Task, { kind: 'counts' }>

const measureStarts = async (files: CityFiles, counted: Counted, starts: number) => {
  say(`from the files to ${counted}, ${starts} times`)
  const reports: TaskReport<'start'>[] = []
  while (reports.length < starts) {
    reports.push(await inOwnProcess<'start'>(files, { kind: 'start', counted }))
  }
  return reports
}

/** Measures everything, one task after the other, each in a process of its own. */
export const runCity = async (files: CityFiles, effort: CityEffort): Promise<CityFindings> => {
  const { measures, repeats } = effort
  const whole: CountsTask = { kind: 'counts', counted: 'counts', everyRun: 1, measures, repeats }
  const count = (change: Partial<CountsTask>): Promise<TaskReport<'counts'>> => {
    const task = { ...whole, ...change }
    say(`${task.counted}: ${task.measures} measures, rows 1/${task.everyRun}`)
    return inOwnProcess<'counts'>(files, task)
  }
  const starts = await measureStarts(files, 'counts', effort.starts)
  const moneyStarts = await measureStarts(files, 'money-and-districts', effort.starts)
  const counts = await count({})
  const money = await count({ counted: 'money-and-districts' })
  const quarterRows = await count({ everyRun: 4 })
  const halfRows = await count({ everyRun: 2 })
  const quarterMeasures = await count({ measures: Math.round(measures / 4) })
  const halfMeasures = await count({ measures: Math.round(measures / 2) })
  say(`one measure at a time, beside DuckDB: ${effort.duckdb.measures} measures`)
  const duckdb = await inOwnProcess<'duckdb'>(files, { kind: 'duckdb', effort: effort.duckdb })
  say('the other engines')
  const peers = await inOwnProcess<'peers'>(files, { kind: 'peers', effort: effort.peers })
  return {
    starts,
    moneyStarts,
    counts,
    money,
    byRows: [quarterRows.result, halfRows.result, counts.result],
    byMeasures: [quarterMeasures.result, halfMeasures.result, counts.result],
    duckdb: duckdb.result,
    peers: peers.result,
  }
}
