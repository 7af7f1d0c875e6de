import type { FenSpan } from './amount-span.ts'
import type { BoundProgram } from './bound-program.ts'
import { f64At } from './read-array.ts'

/** Money of certain rows, added up for each measure in the order of evaluation. */
export interface MoneyTally {
  /** Fen below `CARRY`, with how many times `CARRY` was put aside. */
  readonly low: Float64Array
  readonly lowCarries: Float64Array
  readonly high: Float64Array
  readonly highCarries: Float64Array
  /** Rows whose amount nothing bounds from above. */
  readonly unbounded: Float64Array
  /** Rows whose amount is not known. */
  readonly unknown: Float64Array
}

/** Counts for one grouping: entry `measure * labels + label`. */
export interface GroupTally {
  readonly rows: Float64Array
  readonly possible: Uint32Array
  readonly certain: Uint32Array
}

/** What a run counts, for each measure in the order of evaluation. */
export interface Tally {
  readonly possible: Float64Array
  readonly certain: Float64Array
  readonly money: MoneyTally
  readonly groups: readonly GroupTally[]
}

/** Sums stay exact: larger ones are put aside in whole carries. */
const CARRY = 2 ** 51

const emptyMoney = (measures: number): MoneyTally => ({
  low: new Float64Array(measures),
  lowCarries: new Float64Array(measures),
  high: new Float64Array(measures),
  highCarries: new Float64Array(measures),
  unbounded: new Float64Array(measures),
  unknown: new Float64Array(measures),
})

/** Nothing counted yet. */
export const emptyTally = ({ order, groupings }: BoundProgram): Tally => ({
  possible: new Float64Array(order.length),
  certain: new Float64Array(order.length),
  money: emptyMoney(order.length),
  groups: groupings.map(({ labels }) => ({
    rows: new Float64Array(labels.length),
    possible: new Uint32Array(order.length * labels.length),
    certain: new Uint32Array(order.length * labels.length),
  })),
})

const addFen = (
  { sums, carries }: { readonly sums: Float64Array; readonly carries: Float64Array },
  at: number,
  fen: number,
): void => {
  const sum = f64At(sums, at) + (fen % CARRY)
  const isFull = sum >= CARRY
  sums[at] = isFull ? sum - CARRY : sum
  carries[at] = f64At(carries, at) + Math.floor(fen / CARRY) + (isFull ? 1 : 0)
}

const addTo = (sums: Float64Array, at: number, by: number): void => {
  sums[at] = f64At(sums, at) + by
}

/** What some rows get together. */
export interface MoneySum {
  readonly low: number
  /** Without the rows that nothing bounds. */
  readonly high: number
  readonly unbounded: number
  readonly unknown: number
}

/** Adds what some rows get to the money of a measure; sums are safe integers. */
export const addMoney = (money: MoneyTally, at: number, sum: MoneySum): void => {
  addFen({ sums: money.low, carries: money.lowCarries }, at, sum.low)
  addFen({ sums: money.high, carries: money.highCarries }, at, sum.high)
  addTo(money.unbounded, at, sum.unbounded)
  addTo(money.unknown, at, sum.unknown)
}

/** What `count` rows get that get the same. */
export const sameMoney = ({ low, high, isUnknown }: FenSpan, count: number): MoneySum => ({
  low: low * count,
  high: (high ?? 0) * count,
  unbounded: high === null ? count : 0,
  unknown: isUnknown ? count : 0,
})

/** A sum with its carries, in fen. */
export const fenOf = (sums: Float64Array, carries: Float64Array, at: number): bigint =>
  BigInt(f64At(sums, at)) + BigInt(f64At(carries, at)) * BigInt(CARRY)

const addAll = <Counts extends Float64Array | Uint32Array>(into: Counts, from: Counts): void => {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) + (from[at] ?? 0)
}

const settleCarries = (sums: Float64Array, carries: Float64Array): void => {
  for (let at = 0; at < sums.length; at += 1) {
    if (f64At(sums, at) < CARRY) continue
    sums[at] = f64At(sums, at) - CARRY
    carries[at] = f64At(carries, at) + 1
  }
}

/** Adds what another run has counted. */
export const addTally = (into: Tally, from: Tally): void => {
  addAll(into.possible, from.possible)
  addAll(into.certain, from.certain)
  const { money } = into
  addAll(money.low, from.money.low)
  addAll(money.lowCarries, from.money.lowCarries)
  addAll(money.high, from.money.high)
  addAll(money.highCarries, from.money.highCarries)
  addAll(money.unbounded, from.money.unbounded)
  addAll(money.unknown, from.money.unknown)
  settleCarries(money.low, money.lowCarries)
  settleCarries(money.high, money.highCarries)
  for (const [at, group] of into.groups.entries()) {
    const other = from.groups[at]
    if (other === undefined) continue
    addAll(group.rows, other.rows)
    addAll(group.possible, other.possible)
    addAll(group.certain, other.certain)
  }
}
