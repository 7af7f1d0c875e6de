import type { IsoDate } from '@huiqi/domain'
import type { PeerResult } from './compare-peers.ts'
import type { DuckdbComparison } from './duckdb/compare-duckdb.ts'
import { type Machine, thisMachine } from './machine.ts'
import { mean, median, quantile } from './quantile.ts'
import type { CityFindings } from './run-city.ts'
import type { CountTimes, StartTimes, TaskReport } from './task.ts'

/** Repeated times in milliseconds. */
export interface Spread {
  readonly median: number
  readonly fastest: number
  readonly slowest: number
}

/** Times of many measures in milliseconds. */
export interface Quantiles {
  readonly median: number
  readonly p90: number
  readonly mean: number
}

/** A run of counts. */
export interface CountFigures extends Pick<CountTimes, 'rows' | 'measures'> {
  readonly ms: Spread
}

/** Another engine, carried on in proportion from its part to the whole. */
export interface PeerFigures {
  readonly name: string
  readonly note: string
  readonly timedOn: { readonly measures: number; readonly rows: number }
  readonly microsecondsPerPair: number
  readonly extrapolatedSeconds: number
  /** Times the median of our counts. */
  readonly ratio: number
  readonly agreement: Pick<PeerResult, 'same' | 'of' | 'undecided'>
}

/** The way from the files, in medians. */
export interface StartFigures extends Pick<StartTimes, 'rules' | 'compile' | 'match'> {
  readonly total: number
  readonly runs: number
  readonly peakBytes: number
}

/** What is published of a run. */
export interface CityFigures {
  readonly measuredOn: string
  readonly machine: Machine
  readonly city: {
    readonly rows: number
    readonly measures: number
    readonly day: IsoDate
    readonly columns: number
    readonly bytes: number
    readonly certainPairs: number
    readonly openPairs: number
  }
  /** Medians in milliseconds of runs in fresh processes. */
  readonly start: StartFigures
  readonly moneyStart: StartFigures
  readonly counts: CountFigures & { readonly peakBytes: number }
  readonly moneyAndDistricts: CountFigures & { readonly peakBytes: number }
  readonly growth: {
    readonly byRows: readonly CountFigures[]
    readonly byMeasures: readonly CountFigures[]
  }
  readonly oneMeasure: {
    readonly measures: number
    readonly ours: Quantiles
    readonly duckdbByDistrict: Quantiles
    readonly duckdbCounts: Quantiles
  }
  /** The SQL of `huiqi sql` beside the form written by hand, on the same measures. */
  readonly sqlForms: {
    readonly measures: number
    readonly generated: Quantiles
    readonly byHand: Quantiles
    /** Measures counted by one scan, and the milliseconds for each. */
    readonly together: DuckdbComparison['together']
  }
  readonly agreement: { readonly compared: number; readonly different: number }
  readonly peers: readonly PeerFigures[]
}

const spreadOf = (times: readonly number[]): Spread => ({
  median: median(times),
  fastest: Math.min(...times),
  slowest: Math.max(...times),
})

const quantilesOf = (times: readonly number[]): Quantiles => ({
  median: median(times),
  p90: quantile(times, 0.9),
  mean: mean(times),
})

const countFigures = ({ rows, measures, times }: CountTimes): CountFigures => ({
  rows,
  measures,
  ms: spreadOf(times),
})

const startFigures = (starts: readonly TaskReport<'start'>[]): StartFigures => {
  const middle = (pick: (times: StartTimes) => number): number =>
    median(starts.map(({ result }) => pick(result)))
  return {
    rules: middle(({ rules }) => rules),
    compile: middle(({ compile }) => compile),
    match: middle(({ match }) => match),
    total: middle(({ compile, match }) => compile + match),
    runs: starts.length,
    peakBytes: median(starts.map(({ peakBytes }) => peakBytes)),
  }
}

/** Milliseconds of a measure in DuckDB on the average, each in its fastest form. */
export const fastestForm = ({ times, together }: DuckdbComparison): number =>
  Math.min(
    together.each,
    mean(times.map(({ counts, generated }) => Math.min(counts, generated ?? counts))),
  )

const duckdbFigures = (
  duckdb: DuckdbComparison,
  { rows, measures, ms }: CountFigures,
): PeerFigures => {
  const each = fastestForm(duckdb)
  const { compared, different } = duckdb
  return {
    name: `DuckDB ${duckdb.version.replace(/^v/, '')}`,
    note: 'all threads, each measure in its fastest form',
    timedOn: { measures: duckdb.times.length, rows },
    microsecondsPerPair: (each * 1000) / rows,
    extrapolatedSeconds: (each * measures) / 1000,
    ratio: (each * measures) / ms.median,
    agreement: { same: compared - different, of: compared, undecided: 0 },
  }
}

const peerFigures = (peer: PeerResult, { rows, measures, ms }: CountFigures): PeerFigures => {
  const total = peer.msPerPair * rows * measures
  const { same, of, undecided } = peer
  return {
    name: peer.name,
    note: peer.note,
    timedOn: { measures: peer.measures, rows: peer.rows },
    microsecondsPerPair: peer.msPerPair * 1000,
    extrapolatedSeconds: total / 1000,
    ratio: total / ms.median,
    agreement: { same, of, undecided },
  }
}

const cityFigures = ({ starts, counts }: CityFindings, day: IsoDate): CityFigures['city'] => {
  const { rows, measures, certain, possible } = counts.result
  const { columns = 0, bytes = 0 } = starts[0]?.result ?? {}
  const pairs = { certainPairs: certain, openPairs: possible - certain }
  return { rows, measures, day, columns, bytes, ...pairs }
}

/** The figures of a run on a date. */
export const figuresOf = (
  findings: CityFindings,
  { day, measuredOn }: { readonly day: IsoDate; readonly measuredOn: string },
): CityFigures => {
  const { counts, money, duckdb, peers } = findings
  const whole = countFigures(counts.result)
  const generated = duckdb.times.filter((times) => times.generated !== null)
  const { compared, different } = duckdb
  return {
    measuredOn,
    machine: thisMachine(),
    city: cityFigures(findings, day),
    start: startFigures(findings.starts),
    moneyStart: startFigures(findings.moneyStarts),
    counts: { ...whole, peakBytes: counts.peakBytes },
    moneyAndDistricts: { ...countFigures(money.result), peakBytes: money.peakBytes },
    growth: {
      byRows: findings.byRows.map(countFigures),
      byMeasures: findings.byMeasures.map(countFigures),
    },
    oneMeasure: {
      measures: duckdb.times.length,
      ours: quantilesOf(duckdb.times.map(({ ours }) => ours)),
      duckdbByDistrict: quantilesOf(duckdb.times.map(({ districts }) => districts)),
      duckdbCounts: quantilesOf(duckdb.times.map(({ counts: ms }) => ms)),
    },
    sqlForms: {
      measures: generated.length,
      generated: quantilesOf(generated.flatMap((times) => times.generated ?? [])),
      byHand: quantilesOf(generated.map(({ counts: ms }) => ms)),
      together: duckdb.together,
    },
    agreement: { compared, different },
    peers: [duckdbFigures(duckdb, whole), ...peers.map((peer) => peerFigures(peer, whole))],
  }
}
