import type { Measure } from '@huiqi/engine'
import type { Grouping } from '../compile/grouping.ts'
import type { MeasureStatus, PopulationProgram } from '../compile/program.ts'
import type { BoundProgram } from '../kernel/bound-program.ts'
import { f64At } from '../kernel/read-array.ts'
import { fenOf, type GroupTally, type MoneyTally, type Tally } from '../kernel/tally.ts'

/** Money for those who certainly get it, in fen. */
export interface MoneyTotal {
  /** What they get at least. */
  readonly low: bigint
  /** What they get at most, without the rows that nothing bounds. */
  readonly high: bigint
  /** Rows whose amount nothing bounds from above. */
  readonly unbounded: number
  /** Rows whose amount missing facts or a hole in the text keep from being known. */
  readonly unknown: number
}

/** How many rows a measure fits. */
export interface MeasureMatch {
  readonly measure: Measure
  readonly status: MeasureStatus
  /** Rows that meet it. */
  readonly certain: number
  /** Rows that meet it or may do so: unknown and to be reviewed included. */
  readonly possible: number
  /** Null when it gives no money or money was not asked for. */
  readonly money: MoneyTotal | null
}

/** Counts by one grouping. */
export interface GroupedMatch {
  readonly grouping: Grouping
  /** The first stands for rows that cannot be told. */
  readonly labels: readonly (string | null)[]
  /** Rows of each label. */
  readonly rows: readonly number[]
  /** The counts of a measure, by its place among the measures, for each label. */
  readonly countsOf: (measure: number) => {
    readonly certain: readonly number[]
    readonly possible: readonly number[]
  }
}

/** A whole population answered for all measures of a program. */
export interface PopulationMatch {
  readonly rows: number
  /** In the order of the program. */
  readonly measures: readonly MeasureMatch[]
  readonly groups: readonly GroupedMatch[]
}

const moneyOf = (
  { amounts }: BoundProgram,
  { certain, money }: { readonly certain: number; readonly money: MoneyTally },
  at: number,
): MoneyTotal | null => {
  const amount = amounts[at]
  if (amount == null) return null
  if (amount.kind === 'constant') {
    const { low, high, isUnknown } = amount.each
    return {
      low: BigInt(low) * BigInt(certain),
      high: high === null ? 0n : BigInt(high) * BigInt(certain),
      unbounded: high === null ? certain : 0,
      unknown: isUnknown ? certain : 0,
    }
  }
  return {
    low: fenOf(money.low, money.lowCarries, at),
    high: fenOf(money.high, money.highCarries, at),
    unbounded: f64At(money.unbounded, at),
    unknown: f64At(money.unknown, at),
  }
}

const placesIn = ({ order }: BoundProgram, measures: number): Int32Array => {
  const places = new Int32Array(measures).fill(-1)
  for (const [at, measure] of order.entries()) places[measure] = at
  return places
}

const groupedMatch = (
  { grouping, labels }: PopulationProgram['groupings'][number],
  tally: GroupTally,
  places: Int32Array,
): GroupedMatch => ({
  grouping,
  labels,
  rows: [...tally.rows],
  countsOf: (measure) => {
    const at = places[measure] ?? -1
    const countsIn = (counts: Uint32Array): readonly number[] =>
      labels.map((_, label) => (at === -1 ? 0 : (counts[at * labels.length + label] ?? 0)))
    return { certain: countsIn(tally.certain), possible: countsIn(tally.possible) }
  },
})

/** What was counted, in the order of the program. */
export const toPopulationMatch = (
  program: PopulationProgram,
  {
    bound,
    tally,
    rows,
  }: { readonly bound: BoundProgram; readonly tally: Tally; readonly rows: number },
): PopulationMatch => {
  const places = placesIn(bound, program.measures.length)
  const hasMoney = bound.counted === 'counts-and-money'
  const measures = program.measures.map(({ measure, status }, place): MeasureMatch => {
    const at = places[place] ?? -1
    if (at === -1) return { measure, status, certain: 0, possible: 0, money: null }
    const certain = f64At(tally.certain, at)
    const money = hasMoney ? moneyOf(bound, { certain, money: tally.money }, at) : null
    return { measure, status, certain, possible: f64At(tally.possible, at), money }
  })
  const groups = program.groupings.flatMap((grouping, at) => {
    const group = tally.groups[at]
    return group === undefined ? [] : [groupedMatch(grouping, group, places)]
  })
  return { rows, measures, groups }
}
