import { expect, test } from 'vitest'
import { byMonth, monthName } from './months.ts'

test.each([
  ['2026-04', '2026 年 4 月', 'April 2026'],
  ['2025-12', '2025 年 12 月', 'December 2025'],
])('%s', (id, zh, en) => {
  expect([monthName(id, 'zh'), monthName(id, 'en')]).toEqual([zh, en])
})

test('days of one month stand together', () => {
  const days = ['2025-09-30', '2025-10-01', '2025-10-31'].map((day) => ({ day }))
  expect(byMonth(days).map(({ id, entries }) => [id, entries.length])).toEqual([
    ['2025-09', 1],
    ['2025-10', 2],
  ])
})
