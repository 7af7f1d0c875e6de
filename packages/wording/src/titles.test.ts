import { type Enterprise, NEVER, type Scalar } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { readerIn } from './sample.fixture.ts'
import { findTitles, showTitle } from './titles.ts'

const holderOf = (granted: string, until: string | null): Enterprise => {
  const stated = (value: Scalar) => [{ value, year: null, source: 'self', grade: 'D' as const }]
  const end = until === null ? {} : { 'qualification.giant.valid_until': stated(until) }
  return {
    uscc: null,
    name: '',
    facts: { 'qualification.giant.granted_on': stated(granted), ...end },
    things: {},
    awards: [],
  }
}

describe('the titles of an enterprise on 2025-09-01', () => {
  test.each([
    ['ending far ahead', '2025-01-01', '2027-12-31', 'Giant (valid until 2027-12-31)'],
    ['ending in 181 days', '2023-03-02', '2026-03-01', 'Giant (valid until 2026-03-01)'],
    [
      'ending in 180 days',
      '2023-03-01',
      '2026-02-28',
      'Giant (valid until 2026-02-28, 180 days left)',
    ],
    ['ending tomorrow', '2022-09-03', '2025-09-02', 'Giant (valid until 2025-09-02, 1 day left)'],
    ['ending today', '2022-09-02', '2025-09-01', 'Giant (valid until 2025-09-01, 0 days left)'],
    ['ended yesterday', '2022-09-01', '2025-08-31', 'Giant (expired on 2025-08-31)'],
    ['without end', '2020-01-01', null, 'Giant'],
  ])('%s', (_, granted, until, said) => {
    const reader = readerIn('en')
    const titles = findTitles(reader, holderOf(granted, until))
    expect(titles.map((title) => showTitle(reader, title))).toEqual([said])
  })

  test.each([
    ['granted only tomorrow', '2025-09-02'],
    ['never granted', NEVER],
  ])('%s is none', (_, granted) => {
    expect(findTitles(readerIn('en'), holderOf(granted, '2030-01-01'))).toEqual([])
  })

  test('in Chinese', () => {
    const reader = readerIn('zh')
    const [title] = findTitles(reader, holderOf('2022-09-03', '2025-09-02'))
    expect(title && showTitle(reader, title)).toBe('小巨人（有效至 2025-09-02，剩 1 天）')
  })
})
