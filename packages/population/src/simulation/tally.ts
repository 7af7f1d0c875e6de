import { type Fen, fen } from '@huiqi/domain'
import type { ReachedAmounts } from './reach.ts'

/** Some rows and what they get, in fen. */
export interface Tally {
  readonly count: number
  /** What they get at least. */
  readonly low: Fen
  /** What they get at most; an unbounded one counts with what it gets at least. */
  readonly high: Fen
  /** Rows whose amount nothing bounds from above. */
  readonly unbounded: number
  /** Rows whose amount missing facts or holes in the text keep from being known. */
  readonly unknown: number
}

/** A tally that is still being added to. */
export interface OpenTally {
  count: number
  low: number
  high: number
  unbounded: number
  unknown: number
}

/** Nothing yet. */
export const openTally = (): OpenTally => ({ count: 0, low: 0, high: 0, unbounded: 0, unknown: 0 })

/** Adds the row at a place of a reach. Amounts are not negative, so a safe sum has safe parts. */
export const addRow = (tally: OpenTally, amounts: ReachedAmounts | null, at: number): void => {
  tally.count += 1
  if (amounts === null) return
  const low = amounts.low[at] ?? 0
  tally.low += low
  tally.unknown += amounts.isUnknown[at] ?? 0
  const high = amounts.high[at] ?? 0
  if (high === Number.POSITIVE_INFINITY) tally.unbounded += 1
  tally.high += high === Number.POSITIVE_INFINITY ? low : high
}

/** The finished tally. Throws RangeError when a sum leaves the safe integers. */
export const closeTally = ({ low, high, ...counts }: OpenTally): Tally => ({
  ...counts,
  low: fen(low),
  high: fen(high),
})

/** Both together. */
export const joinTallies = (a: Tally, b: Tally): Tally => ({
  count: a.count + b.count,
  low: fen(a.low + b.low),
  high: fen(a.high + b.high),
  unbounded: a.unbounded + b.unbounded,
  unknown: a.unknown + b.unknown,
})
