import { isoDate } from '@huiqi/domain'
import { expect, test } from 'vitest'
import { cityDay } from '../platform/system-clock.ts'
import { daysAhead } from './keep-days-ready.ts'

const clockAt = (instant: string) => ({
  now: () => new Date(instant),
  today: () => cityDay(new Date(instant)),
})

test.each([
  ['at noon', '2025-09-15T12:00:00+08:00', ['2025-09-15']],
  ['before the last half hour', '2025-09-15T23:29:59+08:00', ['2025-09-15']],
  ['as it begins', '2025-09-15T23:30:00+08:00', ['2025-09-15', '2025-09-16']],
  ['at its end', '2025-09-15T23:59:59+08:00', ['2025-09-15', '2025-09-16']],
  ['at midnight', '2025-09-16T00:00:00+08:00', ['2025-09-16']],
  ['at the end of a year', '2025-12-31T23:45:00+08:00', ['2025-12-31', '2026-01-01']],
])('%s', (_, instant, days) => {
  expect(daysAhead(clockAt(instant))).toEqual(days)
})

test('a service that lives on a day of its own has its own tomorrow', () => {
  const clock = { ...clockAt('2025-09-15T23:45:00+08:00'), today: () => isoDate('2024-02-28') }
  expect(daysAhead(clock)).toEqual(['2024-02-28', '2024-02-29'])
})
