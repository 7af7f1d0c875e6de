import type { IsoDate } from './date.ts'
import { compareDates, fromDayNumber, isoDate, toDayNumber, weekdayOf, yearOf } from './date.ts'
import type { Issue } from './issue.ts'

/**
 * The plain content of a working-day calendar: whole years, the days off in them, and the Saturdays
 * and Sundays that are worked.
 */
export interface WorkingCalendarRecord {
  readonly years: readonly number[]
  readonly holidays: readonly IsoDate[]
  readonly workingWeekends: readonly IsoDate[]
}

/** A working-day calendar that answers for every day from `from` to `to`, both included. */
export interface WorkingCalendar {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly holidays: ReadonlySet<IsoDate>
  readonly workingWeekends: ReadonlySet<IsoDate>
}

const SATURDAY = 6

const isWeekend = (date: IsoDate): boolean => weekdayOf(date) >= SATURDAY

const fault = (code: string, params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  params,
})

const yearFaults = (years: readonly number[]): Issue[] => {
  const first = years[0]
  if (first === undefined) return [fault('calendar.no-years', {})]
  return years
    .filter((year, place) => year !== first + place)
    .map((year) => fault('calendar.year-order', { year }))
}

const repeated = (dates: readonly IsoDate[]): IsoDate[] =>
  dates.filter((date, place) => dates.indexOf(date) !== place)

/**
 * Everything wrong with the content of a calendar: `calendar.no-years`, `calendar.year-order`,
 * `calendar.outside-years`, `calendar.not-a-weekend`, `calendar.repeated-date` (also a day both off
 * and worked).
 */
export const checkWorkingCalendar = (record: WorkingCalendarRecord): Issue[] => {
  const { years, holidays, workingWeekends } = record
  const dates = [...holidays, ...workingWeekends]
  return [
    ...yearFaults(years),
    ...dates
      .filter((date) => !years.includes(yearOf(date)))
      .map((date) => fault('calendar.outside-years', { date })),
    ...workingWeekends
      .filter((date) => !isWeekend(date))
      .map((date) => fault('calendar.not-a-weekend', { date })),
    ...repeated(dates).map((date) => fault('calendar.repeated-date', { date })),
  ]
}

/**
 * The calendar with this content. Throws RangeError naming the first fault that
 * `checkWorkingCalendar` finds.
 */
export const toWorkingCalendar = (record: WorkingCalendarRecord): WorkingCalendar => {
  const [first] = checkWorkingCalendar(record)
  if (first !== undefined) throw new RangeError(`${first.code} ${JSON.stringify(first.params)}`)
  const year = (value: number) => value.toString().padStart(4, '0')
  return {
    from: isoDate(`${year(Math.min(...record.years))}-01-01`),
    to: isoDate(`${year(Math.max(...record.years))}-12-31`),
    holidays: new Set(record.holidays),
    workingWeekends: new Set(record.workingWeekends),
  }
}

const mustCover = ({ from, to }: WorkingCalendar, date: IsoDate): void => {
  if (date < from || date > to) {
    throw new RangeError(`${date} lies outside the working calendar ${from} to ${to}`)
  }
}

/** Whether the calendar answers for this date. */
export const isCovered = (calendar: WorkingCalendar, date: IsoDate): boolean =>
  calendar.from <= date && date <= calendar.to

const isWorked = (calendar: WorkingCalendar, date: IsoDate): boolean =>
  isWeekend(date) ? calendar.workingWeekends.has(date) : !calendar.holidays.has(date)

/** Whether the date is a working day. Throws RangeError outside the covered years. */
export const isWorkingDay = (calendar: WorkingCalendar, date: IsoDate): boolean => {
  mustCover(calendar, date)
  return isWorked(calendar, date)
}

/**
 * The date on which the `count`-th working day after `date` falls: the day after `date` is the
 * first that may count, and zero gives `date` itself; null when the calendar does not reach that
 * far.
 */
export const addWorkingDays = (
  calendar: WorkingCalendar,
  date: IsoDate,
  count: number,
): IsoDate | null => {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`not a number of working days: ${count}`)
  }
  if (!isCovered(calendar, date)) return null
  const last = toDayNumber(calendar.to)
  let day = toDayNumber(date)
  for (let left = count; left > 0; ) {
    day += 1
    if (day > last) return null
    if (isWorked(calendar, fromDayNumber(day))) left -= 1
  }
  return fromDayNumber(day)
}

/**
 * Working days after `from` up to and including `to`, negative when `to` is earlier; null when
 * either lies outside the covered years.
 */
export const workingDaysBetween = (
  calendar: WorkingCalendar,
  from: IsoDate,
  to: IsoDate,
): number | null => {
  if (!isCovered(calendar, from) || !isCovered(calendar, to)) return null
  const isForward = compareDates(from, to) <= 0
  const [start, end] = isForward ? [from, to] : [to, from]
  let count = 0
  for (let day = toDayNumber(start) + 1; day <= toDayNumber(end); day += 1) {
    if (isWorked(calendar, fromDayNumber(day))) count += 1
  }
  return isForward ? count : 0 - count
}
