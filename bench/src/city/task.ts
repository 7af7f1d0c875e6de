import type { CityFiles } from './city-files.ts'
import type { PeerEffort, PeerResult } from './compare-peers.ts'
import type { DuckdbComparison, DuckdbEffort } from './duckdb/compare-duckdb.ts'

/** Counts alone, or with totals of money and broken down by district. */
export type Counted = 'counts' | 'money-and-districts'

/** What a process of its own measures. */
export type Task =
  /** Everything from the files on disk to the figures of every measure, once. */
  | { readonly kind: 'start'; readonly counted: Counted }
  /** Counts again and again over a part of the rows and measures: every so many runs of rows, the first measures. */
  | {
      readonly kind: 'counts'
      readonly counted: Counted
      readonly everyRun: number
      readonly measures: number
      readonly repeats: number
    }
  | { readonly kind: 'duckdb'; readonly effort: DuckdbEffort }
  | { readonly kind: 'peers'; readonly effort: PeerEffort }

/** A task with the city it runs on. */
export interface TaskOrder {
  readonly files: CityFiles
  readonly task: Task
}

/** Milliseconds from the files to the figures. */
export interface StartTimes {
  /** Reading the policy folder and the synthetic measures; not part of the run. */
  readonly rules: number
  readonly compile: number
  /** Opening, checking, encoding and counting. */
  readonly match: number
  readonly columns: number
  readonly bytes: number
}

/** Milliseconds of each repetition. */
export interface CountTimes {
  readonly rows: number
  readonly measures: number
  readonly times: readonly number[]
  /** Pairs that certainly hold, and those that hold or may hold. */
  readonly certain: number
  readonly possible: number
}

/** What each task finds. */
export interface TaskResults {
  readonly start: StartTimes
  readonly counts: CountTimes
  readonly duckdb: DuckdbComparison
  readonly peers: readonly PeerResult[]
}

/** What a task found, with the greatest memory that its process held. */
export interface TaskReport<Kind extends Task['kind']> {
  readonly result: TaskResults[Kind]
  readonly peakBytes: number
}
