import type { Reach } from './reach.ts'
import { addRow, closeTally, type OpenTally, openTally, type Tally } from './tally.ts'

/** Whom one version reaches: for certain, and those of whom facts or judgements are open. */
export interface Side {
  readonly certain: Tally
  readonly open: Tally
}

/** Two versions over the same rows. */
export interface Comparison {
  readonly before: Side
  readonly after: Side
  /** Reached for certain after and not before, with the amounts after. */
  readonly gained: Tally
  /** Reached for certain before and not after, with the amounts before. */
  readonly lost: Tally
  /** Reached for certain in both, with the amounts of each version. */
  readonly kept: {
    readonly before: Tally
    readonly after: Tally
    readonly raised: number
    readonly lowered: number
  }
}

/** A row that at least one version may reach; places are those in each reach, -1 where it is not reached. */
export interface Meeting {
  readonly row: number
  readonly before: number
  readonly after: number
}

/** The rows of two reaches in ascending order, each once. */
export function* meetRows(before: Reach, after: Reach): Generator<Meeting> {
  let [b, a] = [0, 0]
  while (b < before.rows.length || a < after.rows.length) {
    const [left, right] = [before.rows[b] ?? Infinity, after.rows[a] ?? Infinity]
    const row = Math.min(left, right)
    yield { row, before: left === row ? b : -1, after: right === row ? a : -1 }
    if (left === row) b += 1
    if (right === row) a += 1
  }
}

/** A comparison that is still being added to. */
export interface OpenComparison {
  readonly before: { readonly certain: OpenTally; readonly open: OpenTally }
  readonly after: { readonly certain: OpenTally; readonly open: OpenTally }
  readonly gained: OpenTally
  readonly lost: OpenTally
  readonly kept: { readonly before: OpenTally; readonly after: OpenTally }
  raised: number
  lowered: number
}

/** Nothing compared yet. */
export const openComparison = (): OpenComparison => ({
  before: { certain: openTally(), open: openTally() },
  after: { certain: openTally(), open: openTally() },
  gained: openTally(),
  lost: openTally(),
  kept: { before: openTally(), after: openTally() },
  raised: 0,
  lowered: 0,
})

/** Whether the row at a place is reached for certain; -1 is not reached. */
export const isCertainAt = (reach: Reach, at: number): boolean =>
  at >= 0 && reach.isCertain[at] === 1

/** Below zero, zero or above as the amount falls, stays or rises; the upper end decides first. */
const movementOf = (before: Reach, after: Reach, { before: b, after: a }: Meeting): number => {
  const [old, next] = [before.amounts, after.amounts]
  if (old === null || next === null) return 0
  const [oldHigh, nextHigh] = [old.high[b] ?? 0, next.high[a] ?? 0]
  if (oldHigh !== nextHigh) return nextHigh > oldHigh ? 1 : -1
  return Math.sign((next.low[a] ?? 0) - (old.low[b] ?? 0))
}

const addShift = (open: OpenComparison, reaches: Reaches, at: Meeting): void => {
  const { before, after } = reaches
  const [was, is] = [isCertainAt(before, at.before), isCertainAt(after, at.after)]
  if (is && !was) addRow(open.gained, after.amounts, at.after)
  if (was && !is) addRow(open.lost, before.amounts, at.before)
  if (!was || !is) return
  addRow(open.kept.before, before.amounts, at.before)
  addRow(open.kept.after, after.amounts, at.after)
  const movement = movementOf(before, after, at)
  if (movement > 0) open.raised += 1
  if (movement < 0) open.lowered += 1
}

/** Two versions to compare. */
export interface Reaches {
  readonly before: Reach
  readonly after: Reach
}

/** Adds one row of two reaches. */
export const addMeeting = (open: OpenComparison, reaches: Reaches, at: Meeting): void => {
  for (const version of ['before', 'after'] as const) {
    const place = at[version]
    if (place < 0) continue
    const reach = reaches[version]
    const side = open[version]
    addRow(isCertainAt(reach, place) ? side.certain : side.open, reach.amounts, place)
  }
  addShift(open, reaches, at)
}

const closeSide = ({ certain, open }: OpenComparison['before']): Side => ({
  certain: closeTally(certain),
  open: closeTally(open),
})

/** The finished comparison. */
export const closeComparison = (open: OpenComparison): Comparison => ({
  before: closeSide(open.before),
  after: closeSide(open.after),
  gained: closeTally(open.gained),
  lost: closeTally(open.lost),
  kept: {
    before: closeTally(open.kept.before),
    after: closeTally(open.kept.after),
    raised: open.raised,
    lowered: open.lowered,
  },
})

/** Compares two reaches as a whole. */
export const compareReach = (reaches: Reaches): Comparison => {
  const open = openComparison()
  for (const at of meetRows(reaches.before, reaches.after)) addMeeting(open, reaches, at)
  return closeComparison(open)
}
