import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  checkWorkingCalendar,
  isCovered,
  isWorkingDay,
  toWorkingCalendar,
  workingDaysBetween,
} from './calendar.ts'
import { addDays, daysBetween, isoDate } from './date.ts'

/** The public holidays around the National Day of 2023, and the New Year of 2024. */
const record = {
  years: [2023, 2024],
  holidays: [
    '2023-09-29',
    '2023-09-30',
    '2023-10-01',
    '2023-10-02',
    '2023-10-03',
    '2023-10-04',
    '2023-10-05',
    '2023-10-06',
    '2024-01-01',
  ].map(isoDate),
  workingWeekends: ['2023-10-07', '2023-10-08'].map(isoDate),
}
const calendar = toWorkingCalendar(record)

describe('isWorkingDay', () => {
  test.each([
    ['the day before the holiday', '2023-09-28', true],
    ['its first day', '2023-09-29', false],
    ['its last day', '2023-10-06', false],
    ['a Saturday that is worked', '2023-10-07', true],
    ['a Sunday that is worked', '2023-10-08', true],
    ['the next Saturday', '2023-10-14', false],
    ['an ordinary Monday', '2023-10-16', true],
    ['the first covered day', '2023-01-01', false],
    ['the last covered day', '2024-12-31', true],
  ])('%s', (_name, date, expected) => {
    expect(isWorkingDay(calendar, isoDate(date))).toBe(expected)
  })

  test.each(['2022-12-31', '2025-01-01'])('%s lies outside', (date) => {
    expect(isCovered(calendar, isoDate(date))).toBe(false)
    expect(() => isWorkingDay(calendar, isoDate(date))).toThrow(
      new RangeError(`${date} lies outside the working calendar 2023-01-01 to 2024-12-31`),
    )
  })
})

describe('addWorkingDays', () => {
  test.each([
    ['the next day counts as one', '2023-10-10', 1, '2023-10-11'],
    ['over a weekend', '2023-10-13', 1, '2023-10-16'],
    ['over the holiday into a worked weekend', '2023-09-28', 2, '2023-10-08'],
    ['from a day off', '2023-10-01', 1, '2023-10-07'],
    ['none from a day off', '2023-10-01', 0, '2023-10-01'],
    ['five days', '2023-10-09', 5, '2023-10-16'],
    ['over the turn of the year', '2023-12-29', 1, '2024-01-02'],
    ['up to the last covered day', '2024-12-30', 1, '2024-12-31'],
    ['one beyond it', '2024-12-30', 2, null],
    ['from outside', '2025-01-01', 0, null],
  ])('%s', (_name, date, count, expected) => {
    expect(addWorkingDays(calendar, isoDate(date), count)).toBe(expected)
  })

  test.each([-1, 0.5, Number.NaN])('refuses %s days', (count) => {
    expect(() => addWorkingDays(calendar, isoDate('2023-10-09'), count)).toThrow(RangeError)
  })
})

describe('workingDaysBetween', () => {
  test.each([
    ['the same day', '2023-10-10', '2023-10-10', 0],
    ['the holiday and the worked weekend', '2023-09-28', '2023-10-09', 3],
    ['backwards', '2023-10-09', '2023-09-28', -3],
    ['backwards over a weekend', '2023-10-15', '2023-10-14', 0],
    ['beyond the end', '2024-12-31', '2025-01-01', null],
    ['before the beginning', '2022-12-31', '2023-01-03', null],
  ])('%s', (_name, from, to, expected) => {
    expect(workingDaysBetween(calendar, isoDate(from), isoDate(to))).toBe(expected)
  })

  test('undoes adding, and counts the days one by one', () => {
    const start = isoDate('2023-01-01')
    fc.assert(
      fc.property(fc.nat(400), fc.nat(200), (offset, count) => {
        const from = addDays(start, offset)
        const to = addWorkingDays(calendar, from, count) ?? from
        const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1))
        expect(workingDaysBetween(calendar, from, to)).toBe(count)
        expect(days.filter((day) => isWorkingDay(calendar, day)).length).toBe(count)
      }),
    )
  })
})

describe('checkWorkingCalendar', () => {
  test('finds nothing in a sound record', () => expect(checkWorkingCalendar(record)).toEqual([]))

  test('finds everything at once', () => {
    const faulty = {
      years: [2023, 2025],
      holidays: ['2023-10-01', '2023-10-01', '2024-01-01', '2023-10-07'].map(isoDate),
      workingWeekends: ['2023-10-07', '2023-10-09'].map(isoDate),
    }
    const error = { severity: 'error' }
    expect(checkWorkingCalendar(faulty)).toEqual([
      { ...error, code: 'calendar.year-order', params: { year: 2025 } },
      { ...error, code: 'calendar.outside-years', params: { date: '2024-01-01' } },
      { ...error, code: 'calendar.not-a-weekend', params: { date: '2023-10-09' } },
      { ...error, code: 'calendar.repeated-date', params: { date: '2023-10-01' } },
      { ...error, code: 'calendar.repeated-date', params: { date: '2023-10-07' } },
    ])
    expect(() => toWorkingCalendar(faulty)).toThrow(RangeError)
  })

  test('refuses a record without years', () => {
    const empty = { years: [], holidays: [], workingWeekends: [] }
    expect(checkWorkingCalendar(empty)).toEqual([
      { code: 'calendar.no-years', severity: 'error', params: {} },
    ])
    expect(() => toWorkingCalendar(empty)).toThrow(RangeError)
  })
})
