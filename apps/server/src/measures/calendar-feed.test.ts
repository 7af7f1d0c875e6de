import { isoDate } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Platform } from '../platform/platform.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { showCalendar } from './calendar.ts'
import { calendarFeed } from './calendar-feed.ts'

let service: TestApp
let platform: Platform

const CALL = {
  id: '2025',
  from: isoDate('2025-09-10'),
  to: isoDate('2025-09-30'),
  says: { zh: '第一批', en: 'First batch' },
}

beforeAll(async () => {
  service = await openTestApp()
  const { corpus } = service.platform.policies.rulebook
  const measures = corpus.measures.map((measure) => ({
    ...measure,
    calls: measure.id === 'shanghai/2023-several/compute-voucher' ? [CALL] : [],
  }))
  const policies = {
    ...service.platform.policies,
    rulebook: prepareRulebook({ ...corpus, measures }),
  }
  platform = { ...service.platform, policies }
})

afterAll(() => service.close())

const asSeen = ({ kind, day, measure }: ReturnType<typeof showCalendar>['entries'][number]) => [
  kind,
  day,
  measure.id.split('/').at(-1),
  measure.status,
]

test.each([
  ['2025-09-10', '2025-09-30', ['opens', 'closes']],
  ['2025-09-11', '2025-09-30', ['closes']],
  ['2025-09-10', '2025-09-29', ['opens']],
  ['2025-10-01', '2025-12-31', []],
])('from %s to %s', (from, to, kinds) => {
  const { entries } = showCalendar(platform, { from, to })
  expect(entries.map(({ kind }) => kind)).toEqual(kinds)
})

test('a year from today when no days are said', () => {
  const { from, to, entries } = showCalendar(platform, {})
  expect([from, to]).toEqual(['2025-09-15', '2026-09-15'])
  expect(entries.map(asSeen)).toEqual([['closes', '2025-09-30', 'compute-voucher', 'closing']])
})

const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n')

test.each([['UTC'], ['Asia/Shanghai'], ['America/Los_Angeles']])(
  'the days of the feed are right on a host in %s',
  (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    const lines = unfolded(calendarFeed(platform, {}, 'zh'))
    process.env.TZ = before
    expect(lines.filter((line) => /^(DTSTART|DTEND|UID)/.test(line))).toEqual([
      'UID:shanghai/2023-several/compute-voucher/2025/opens@huiqi',
      'DTSTART;VALUE=DATE:20250910',
      'DTEND;VALUE=DATE:20250911',
      'UID:shanghai/2023-several/compute-voucher/2025/closes@huiqi',
      'DTSTART;VALUE=DATE:20250930',
      'DTEND;VALUE=DATE:20251001',
    ])
  },
)

test('the feed is the same when nothing has changed, and keeps its ids in the other language', () => {
  const ids = (text: string) => unfolded(text).filter((line) => line.startsWith('UID:'))
  expect(calendarFeed(platform, {}, 'zh')).toBe(calendarFeed(platform, {}, 'zh'))
  expect(ids(calendarFeed(platform, {}, 'en'))).toEqual(ids(calendarFeed(platform, {}, 'zh')))
})

test.each([
  [{ text: '算力' }, 2],
  [{ text: '贷款' }, 0],
  [{ kind: 'voucher' as const }, 2],
  [{ kind: 'loan' as const }, 0],
])('a feed of %o', (filter, count) => {
  const lines = unfolded(calendarFeed(platform, filter, 'en'))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(count)
})
