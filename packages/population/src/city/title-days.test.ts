import { fromDayNumber, isoDate } from '@huiqi/domain'
import { expect, test } from 'vitest'
import { frameCity } from './city-frame.ts'
import { smallRulebook } from './testing/small-rulebook.ts'
import { titleCalendar } from './title-days.ts'

const frameOn = (day: string) =>
  frameCity({ enterprises: 10, seed: 1, rulebook: smallRulebook(), asOf: isoDate(day) })

const texts = (days: readonly number[]): readonly string[] => days.map(fromDayNumber)

test('three years of batches are valid, earlier ones have run out', () => {
  const calendar = titleCalendar(frameOn('2026-11-22'), 'specialised_sme', 36)
  expect(texts(calendar.valid)).toEqual([
    '2024-04-10',
    '2024-09-28',
    '2025-04-10',
    '2025-09-28',
    '2026-04-10',
    '2026-09-28',
  ])
  expect(texts(calendar.expired)).toEqual(['2022-04-10', '2022-09-28', '2023-04-10', '2023-09-28'])
})

test.each([
  { day: '2026-04-09', isValid: true },
  { day: '2026-04-10', isValid: false },
])('on $day a title of 2023-04-10 is valid: $isValid', ({ day, isValid }) => {
  const { valid } = titleCalendar(frameOn(day), 'specialised_sme', 36)
  expect(texts(valid).includes('2023-04-10')).toBe(isValid)
})

test('the last day is the day before the period is over', () => {
  const { lastDay, valid } = titleCalendar(frameOn('2026-11-22'), 'specialised_sme', 36)
  expect(fromDayNumber(lastDay(valid[0] ?? 0))).toBe('2027-04-09')
})

test('a title without a known period lasts an assumed time', () => {
  const { lastDay, valid } = titleCalendar(frameOn('2026-11-22'), 'quality_medal', null)
  expect(texts(valid)[0]).toBe('2021-12-01')
  expect(fromDayNumber(lastDay(valid[0] ?? 0))).toBe('2026-11-30')
})
