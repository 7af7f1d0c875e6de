import {
  addDays,
  addMonths,
  daysBetween,
  type Exact,
  exact,
  exactToFen,
  type Fen,
  fen,
  type IsoDate,
  isoDate,
  multiply,
  shareFen,
} from '@huiqi/domain'
import { type Measure, NOT_FOUND } from '@huiqi/engine'

/** Days with both ends. */
export interface Days {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** The days on which a measure is applied for, and what they follow from. */
export interface SpendingDays {
  /** `calls`: its windows; `in-force`: it has none; `calls-over`: none of them lies ahead, so the days in force stand in. */
  readonly basis: 'calls' | 'in-force' | 'calls-over'
  /** Ascending, apart from each other; empty when it is not in force. */
  readonly days: readonly Days[]
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b)
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

const cutTo = (days: Days, within: Days): readonly Days[] => {
  const cut = { from: later(days.from, within.from), to: earlier(days.to, within.to) }
  return cut.from <= cut.to ? [cut] : []
}

const merged = (days: readonly Days[]): readonly Days[] => {
  const result: Days[] = []
  for (const next of days.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1)
    if (last !== undefined && next.from <= addDays(last.to, 1)) {
      result[result.length - 1] = { from: last.from, to: later(last.to, next.to) }
    } else result.push(next)
  }
  return result
}

const endOr = (end: IsoDate | typeof NOT_FOUND | null, otherwise: IsoDate): IsoDate =>
  end === null || end === NOT_FOUND ? otherwise : end

/** The months looked at from the day of submission on, that day and the last one included. */
export const horizonOf = (submittedOn: IsoDate, months: number): Days => ({
  from: submittedOn,
  to: addDays(addMonths(submittedOn, months), -1),
})

/**
 * The days of the horizon on which a measure is applied for: those of its calls, else those on which it
 * is in force.
 */
export const spendingDays = (measure: Measure, horizon: Days): SpendingDays => {
  const { inForce, calls } = measure
  const force = cutTo({ from: inForce.from, to: endOr(inForce.to, horizon.to) }, horizon)
  const [within] = force
  const windows = calls.map(({ from, to }) => ({ from, to: endOr(to, horizon.to) }))
  const open = within === undefined ? [] : merged(windows.flatMap((days) => cutTo(days, within)))
  if (open.length > 0) return { basis: 'calls', days: open }
  return { basis: calls.length > 0 ? 'calls-over' : 'in-force', days: force }
}

const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1

/** How many days there are. */
export const countDays = (days: readonly Days[]): number =>
  days.reduce((sum, each) => sum + lengthOf(each), 0)

/** A part of an amount, brought down to whole fen. */
export const partOf = (amount: Fen, part: Exact): Fen =>
  exactToFen(multiply(exact(amount), part), 'down')

/** What is spent in one calendar month. */
export interface MonthSpending {
  /** `YYYY-MM` */
  readonly month: string
  readonly days: number
  readonly low: Fen
  readonly high: Fen
}

const monthsOf = ({ from, to }: Days): readonly Days[] => {
  const first = isoDate(`${from.slice(0, 7)}-01`)
  const months: Days[] = []
  for (let at = first, count = 1; at <= to; at = addMonths(first, count), count += 1) {
    months.push({ from: at, to: addDays(addMonths(at, 1), -1) })
  }
  return months
}

/**
 * Spreads what is spent evenly over the days; the months add up to it to the fen. Every month of the
 * horizon is listed.
 */
export const spreadOverMonths = (
  spent: { readonly low: Fen; readonly high: Fen },
  days: readonly Days[],
  horizon: Days,
): readonly MonthSpending[] => {
  const months = monthsOf(horizon)
  const counts = months.map((month) => countDays(days.flatMap((each) => cutTo(each, month))))
  const isEmpty = counts.every((count) => count === 0)
  const weights = counts.map((count) => exact(count))
  const low = isEmpty ? [] : shareFen(spent.low, weights)
  const high = isEmpty ? [] : shareFen(spent.high, weights)
  return months.map(({ from }, at) => ({
    month: from.slice(0, 7),
    days: counts[at] ?? 0,
    low: low[at] ?? fen(0),
    high: high[at] ?? fen(0),
  }))
}

/** How a budget fares. */
export type BudgetEnd =
  /** It is enough; `left` may be zero. */
  | { readonly kind: 'lasts'; readonly left: Fen }
  /** On this day what is asked for first exceeds it; `short` is what is missing in the end. */
  | { readonly kind: 'runs-out'; readonly on: IsoDate; readonly short: Fen }
  /** Money is asked for, but on no day of the horizon. */
  | { readonly kind: 'no-days' }

const dayAt = (days: readonly Days[], place: number): IsoDate => {
  let left = place
  for (const each of days) {
    const length = lengthOf(each)
    if (left < length) return addDays(each.from, left)
    left -= length
  }
  throw new RangeError(`no day ${place}`)
}

/** When a budget runs out if what is asked for comes evenly over the days. */
export const budgetEnd = (budget: Fen, asked: Fen, days: readonly Days[]): BudgetEnd => {
  if (asked <= budget) return { kind: 'lasts', left: fen(budget - asked) }
  const count = countDays(days)
  if (count === 0) return { kind: 'no-days' }
  const fullDays = (BigInt(budget) * BigInt(count)) / BigInt(asked)
  return { kind: 'runs-out', on: dayAt(days, Number(fullDays)), short: fen(asked - budget) }
}
