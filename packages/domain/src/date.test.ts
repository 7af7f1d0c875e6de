import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  fromDayNumber,
  fullMonthsBetween,
  fullYearsBetween,
  isoDate,
  isWithin,
  parseDate,
  toDayNumber,
  weekdayOf,
  yearOf,
} from './date.ts'

const FIRST = -719_162
const LAST = 2_932_896
const anyDate = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber)
const nearDate = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber)

describe('parseDate', () => {
  test.each([
    ['2025-03-01', '2025-03-01'],
    ['2025-3-1', '2025-03-01'],
    ['2025/3/1', '2025-03-01'],
    ['2025.03.01', '2025-03-01'],
    ['2025年3月1日', '2025-03-01'],
    ['２０２５年３月１日', '2025-03-01'],
    [' 2025 年 3 月 1 日 ', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
  ])('%s', (text, expected) => expect(parseDate(text)).toBe(expected))

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '0000-01-01',
    '2025-3/1',
    '2025年3月',
    '2025年3月1',
    '2025-03',
    '250301',
    '2025031',
    '2025-03-01T00:00:00Z',
    '',
    'today',
  ])('refuses "%s"', (text) => expect(parseDate(text)).toBeNull())
})

describe('isoDate', () => {
  test('the exact shape', () => expect(isoDate('2025-03-01')).toBe('2025-03-01'))
  test.each(['2025-3-1', '20250301', '2025-02-29'])('refuses %s', (text) => {
    expect(() => isoDate(text)).toThrow(RangeError)
  })
})

describe('day numbers', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['0001-01-01', FIRST],
    ['9999-12-31', LAST],
  ])('%s is %i', (text, dayNumber) => {
    expect([toDayNumber(isoDate(text)), fromDayNumber(dayNumber)]).toEqual([dayNumber, text])
  })

  test.each([FIRST - 1, LAST + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %s',
    (dayNumber) => expect(() => fromDayNumber(dayNumber)).toThrow(RangeError),
  )

  test('agree with the clock of the platform and go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (dayNumber) => {
        const date = fromDayNumber(dayNumber)
        const platform = new Date(dayNumber * 86_400_000)
        expect(date).toBe(platform.toISOString().slice(0, 10))
        expect(toDayNumber(date)).toBe(dayNumber)
        expect(weekdayOf(date) % 7).toBe(platform.getUTCDay())
      }),
      { numRuns: 1000 },
    )
  })
})

describe('adding', () => {
  test.each([
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-01-01', 0, '2025-01-01'],
  ])('%s and %i days', (date, days, expected) => {
    expect(addDays(isoDate(date), days)).toBe(expected)
  })

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-30', 1, '2025-02-28'],
    ['2025-01-28', 1, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2023-03-10', 36, '2026-03-10'],
    ['2025-05-31', 0, '2025-05-31'],
  ])('%s and %i months', (date, months, expected) => {
    expect(addMonths(isoDate(date), months)).toBe(expected)
  })

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2025-02-28', -1, '2024-02-28'],
  ])('%s and %i years', (date, years, expected) => {
    expect(addYears(isoDate(date), years)).toBe(expected)
  })

  test.each([0.5, Number.NaN, 100_000])('refuses %s months', (months) => {
    expect(() => addMonths(isoDate('2025-01-01'), months)).toThrow(RangeError)
  })

  test('days between undoes adding days', () => {
    fc.assert(
      fc.property(nearDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })
})

describe('full months and years', () => {
  test.each([
    ['the day before the month is full', '2025-01-15', '2025-02-14', 0, 0],
    ['the day it is full', '2025-01-15', '2025-02-15', 1, 0],
    ['a shorter month is full on its last day', '2025-01-31', '2025-02-28', 1, 0],
    ['not on the day before that', '2025-01-31', '2025-02-27', 0, 0],
    ['the day before the third anniversary', '2020-06-30', '2023-06-29', 35, 2],
    ['the third anniversary', '2020-06-30', '2023-06-30', 36, 3],
    ['29 February in a common year', '2024-02-29', '2025-02-28', 12, 1],
    ['29 February in a leap year', '2024-02-29', '2028-02-28', 47, 3],
    ['the same day', '2025-01-15', '2025-01-15', 0, 0],
    ['backwards', '2023-06-30', '2020-06-30', -36, -3],
    ['a little backwards', '2023-06-30', '2023-06-01', 0, 0],
    ['a month backwards is no year', '2023-06-30', '2023-05-30', -1, 0],
  ])('%s', (_name, from, to, months, years) => {
    const [start, end] = [isoDate(from), isoDate(to)]
    expect([fullMonthsBetween(start, end), fullYearsBetween(start, end)]).toEqual([months, years])
  })

  test('count as many months as can be added without passing the end', () => {
    fc.assert(
      fc.property(nearDate, nearDate, (a, b) => {
        const [from, to] = compareDates(a, b) <= 0 ? [a, b] : [b, a]
        const months = fullMonthsBetween(from, to)
        expect(compareDates(addMonths(from, months), to)).not.toBe(1)
        expect(compareDates(addMonths(from, months + 1), to)).toBe(1)
        const years = fullYearsBetween(from, to)
        expect(compareDates(addYears(from, years), to)).not.toBe(1)
        expect(compareDates(addYears(from, years + 1), to)).toBe(1)
      }),
    )
  })
})

describe('comparing', () => {
  test.each([
    ['2025-01-31', '2025-02-01', -1],
    ['2025-02-01', '2025-02-01', 0],
    ['2025-02-01', '2024-12-31', 1],
  ])('%s and %s', (a, b, expected) => {
    expect(compareDates(isoDate(a), isoDate(b))).toBe(expected)
  })

  test('has the sign of the days between', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(daysBetween(b, a)) + 0)
      }),
    )
  })

  test('the year', () => expect(yearOf(isoDate('2025-12-31'))).toBe(2025))
})

describe('isWithin', () => {
  const from = isoDate('2023-05-17')
  const to = isoDate('2023-12-31')
  test.each([
    ['the day before', '2023-05-16', { from, to }, false],
    ['the first day', '2023-05-17', { from, to }, true],
    ['the last day', '2023-12-31', { from, to }, true],
    ['the day after', '2024-01-01', { from, to }, false],
    ['an open end', '9999-12-31', { from, to: null }, true],
    ['before an open end', '2023-05-16', { from, to: null }, false],
    ['an open beginning', '0001-01-01', { from: null, to }, true],
    ['after an open beginning', '2024-01-01', { from: null, to }, false],
    ['both open', '2024-01-01', { from: null, to: null }, true],
  ])('%s', (_name, date, period, expected) => {
    expect(isWithin(isoDate(date), period)).toBe(expected)
  })
})
