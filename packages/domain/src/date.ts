import { toHalfWidth } from './text.ts'

declare const dateBrand: unique symbol

/** A day of the Gregorian calendar, written `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. */
export type IsoDate = string & { readonly [dateBrand]: 'date' }

/** A span of days with both ends included; null leaves that end open. */
export interface Period {
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const LAST_YEAR = 9999
const DAYS_IN_ERA = 146_097
const YEARS_IN_ERA = 400
const ERA_TO_EPOCH = 719_468

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)

const toIsoDate = ({ year, month, day }: CivilDate): IsoDate | null => {
  const exists = year >= 1 && year <= LAST_YEAR && day >= 1 && day <= daysInMonth(year, month)
  if (!exists) return null
  const pad = (part: number, width: number) => part.toString().padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate
}

const civilOf = (date: IsoDate): CivilDate => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

const SHAPES = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
] as const

/**
 * Reads `2025-03-01`, `2025/3/1`, `2025.3.1`, `2025年3月1日` or `20250301`; null for any other text
 * and for a day that does not exist.
 */
export const parseDate = (text: string): IsoDate | null => {
  const plain = toHalfWidth(text).replace(/\s+/g, '')
  for (const shape of SHAPES) {
    const [, year, , month, day] = shape.exec(plain) ?? []
    if (year !== undefined) {
      return toIsoDate({ year: Number(year), month: Number(month), day: Number(day) })
    }
  }
  return null
}

/** The date written exactly `YYYY-MM-DD`. Throws RangeError for anything else. */
export const isoDate = (text: string): IsoDate => {
  const date = parseDate(text)
  if (date !== text) throw new RangeError(`not a date: ${text}`)
  return date
}

const floorDivide = (a: number, b: number): number => Math.floor(a / b)

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export const toDayNumber = (date: IsoDate): number => {
  const { year, month, day } = civilOf(date)
  const marchYear = month > 2 ? year : year - 1
  const era = floorDivide(marchYear, YEARS_IN_ERA)
  const yearOfEra = marchYear - era * YEARS_IN_ERA
  const dayOfYear = floorDivide(153 * ((month + 9) % 12) + 2, 5) + day - 1
  const leapDays = floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100)
  return era * DAYS_IN_ERA + yearOfEra * 365 + leapDays + dayOfYear - ERA_TO_EPOCH
}

/**
 * The date that lies `dayNumber` days after 1970-01-01. Throws RangeError when it is no date from
 * year 1 to 9999.
 */
export const fromDayNumber = (dayNumber: number): IsoDate => {
  const shifted = dayNumber + ERA_TO_EPOCH
  const era = floorDivide(shifted, DAYS_IN_ERA)
  const dayOfEra = shifted - era * DAYS_IN_ERA
  const leapDays =
    floorDivide(dayOfEra, 1460) - floorDivide(dayOfEra, 36_524) + floorDivide(dayOfEra, 146_096)
  const yearOfEra = floorDivide(dayOfEra - leapDays, 365)
  const yearStart = 365 * yearOfEra + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100)
  const dayOfYear = dayOfEra - yearStart
  const marchMonth = floorDivide(5 * dayOfYear + 2, 153)
  const month = ((marchMonth + 2) % 12) + 1
  const date = Number.isSafeInteger(dayNumber)
    ? toIsoDate({
        year: era * YEARS_IN_ERA + yearOfEra + (month <= 2 ? 1 : 0),
        month,
        day: dayOfYear - floorDivide(153 * marchMonth + 2, 5) + 1,
      })
    : null
  if (date === null) throw new RangeError(`no date has the day number ${dayNumber}`)
  return date
}

/** The date `days` days later, or earlier when negative. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  fromDayNumber(toDayNumber(date) + days)

/**
 * The same day of the month `months` months later, or the last day of that month when it is shorter
 * (Civil Code art. 202).
 */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const { year, month, day } = civilOf(date)
  const count = year * 12 + month - 1 + months
  const target = { year: floorDivide(count, 12), month: count - floorDivide(count, 12) * 12 + 1 }
  const clamped = Math.min(day, daysInMonth(target.year, target.month))
  const result = Number.isSafeInteger(months) ? toIsoDate({ ...target, day: clamped }) : null
  if (result === null) throw new RangeError(`no date lies ${months} months after ${date}`)
  return result
}

/** The same day `years` years later; 29 February becomes 28 February in a common year. */
export const addYears = (date: IsoDate, years: number): IsoDate => addMonths(date, years * 12)

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  toDayNumber(to) - toDayNumber(from)

/** Negative, zero or positive as `a` is before, equal to or after `b`. */
export const compareDates = (a: IsoDate, b: IsoDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Whole months from the first date to the second, as `addMonths` counts them; negative when the
 * second is earlier.
 */
export const fullMonthsBetween = (from: IsoDate, to: IsoDate): number => {
  if (compareDates(from, to) > 0) return 0 - fullMonthsBetween(to, from)
  const [start, end] = [civilOf(from), civilOf(to)]
  const months = (end.year - start.year) * 12 + end.month - start.month
  const endsOnLastDay = end.day === daysInMonth(end.year, end.month)
  return start.day <= end.day || endsOnLastDay ? months : months - 1
}

/**
 * Whole years from the first date to the second, as `addYears` counts them; negative when the
 * second is earlier.
 */
export const fullYearsBetween = (from: IsoDate, to: IsoDate): number =>
  Math.trunc(fullMonthsBetween(from, to) / 12) + 0

/** The year of the date. */
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4))

/** The day of the week, from 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (date: IsoDate): number => {
  const days = toDayNumber(date) + 3
  return days - floorDivide(days, 7) * 7 + 1
}

/** Whether the date lies in the period, both ends included. */
export const isWithin = (date: IsoDate, { from, to }: Period): boolean =>
  (from === null || from <= date) && (to === null || date <= to)
