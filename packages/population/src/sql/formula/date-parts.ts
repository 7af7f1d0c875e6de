import { type IsoDate, isoDate } from '@huiqi/domain'
import type { Sql } from '../sql-node.ts'
import { all, any, choose, comparison, isTrue } from '../truth-sql.ts'
import { constant, minus, negated, pick, plus, quotient, times, type Whole } from '../whole.ts'

const FIRST_DAY: IsoDate = isoDate('0001-01-01')
const LAST_DAY: IsoDate = isoDate('9999-12-31')
const DAYS_AT_MOST = 3_652_058n
const YEARS_AT_MOST = 9999n

const day = (value: IsoDate): Sql => ({ kind: 'date', value })

/** A date that arithmetic gave, where it is one of the years 1 to 9999. */
export interface ShiftedDate {
  readonly value: Sql
  /** Two-valued. */
  readonly isOutside: Sql
}

const within = (shifted: Sql): ShiftedDate => {
  const isInside = all(
    comparison('>=', shifted, day(FIRST_DAY)),
    comparison('<=', shifted, day(LAST_DAY)),
  )
  const isOutside = any(
    comparison('<', shifted, day(FIRST_DAY)),
    comparison('>', shifted, day(LAST_DAY)),
  )
  return { value: choose([{ when: isInside, gives: shifted }]), isOutside: isTrue(isOutside) }
}

/** `date + days` */
export const shiftDays = (date: Sql, days: Whole): ShiftedDate =>
  within({ kind: 'add-days', date, days: days.sql })

/** `date + months`; a day that the month lacks becomes its last one. */
export const shiftMonths = (date: Sql, months: number): ShiftedDate =>
  within({ kind: 'add-months', date, months })

/** Days from one date to another. */
export const daysApart = (from: Sql, to: Sql): Whole => ({
  sql: { kind: 'days-between', from, to },
  low: -DAYS_AT_MOST,
  high: DAYS_AT_MOST,
  width: 'big',
})

const partOf = (part: 'year' | 'month' | 'day', operand: Sql): Whole => ({
  sql: { kind: 'cast', type: 'big', operand: { kind: 'date-part', part, operand } },
  low: 1n,
  high: part === 'year' ? YEARS_AT_MOST : 31n,
  width: 'big',
})

/** Months from year zero to the month of the date. */
const monthCount = (date: Sql): Whole =>
  plus(times(partOf('year', date), constant(12)), partOf('month', date))

/** Whole months from an earlier date to a later one; the last day of a month completes it. */
const monthsForward = (from: Sql, to: Sql): Whole => {
  const isComplete = any(
    comparison('<=', partOf('day', from).sql, partOf('day', to).sql),
    comparison('=', to, { kind: 'month-end', operand: to }),
  )
  const begun = minus(monthCount(to), monthCount(from))
  const months = pick([{ when: isComplete, gives: begun }], minus(begun, constant(1)))
  return { ...months, low: 0n }
}

const eitherWay = (from: Sql, to: Sql, count: (from: Sql, to: Sql) => Whole): Whole =>
  pick(
    [
      { when: comparison('<=', from, to), gives: count(from, to) },
      { when: comparison('>', from, to), gives: negated(count(to, from)) },
    ],
    null,
  )

/** Whole months that have passed; engines count the boundaries of months instead. */
export const fullMonths = (from: Sql, to: Sql): Whole => eitherWay(from, to, monthsForward)

/** Whole years that have passed; engines count the turns of years instead. */
export const fullYears = (from: Sql, to: Sql): Whole =>
  eitherWay(from, to, (start, end) => quotient(monthsForward(start, end), constant(12)))
