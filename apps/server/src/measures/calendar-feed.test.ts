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

const asSeen = (entry: ReturnType<typeof showCalendar>['entries'][number]) =>
  'ladder' in entry
    ? [entry.kind, entry.day, entry.ladder.id, entry.says.en]
    : [entry.kind, entry.day, entry.measure.id.split('/').at(-1), entry.measure.status]

test.each([
  ['2025-09-10', '2025-09-30', ['opens', 'closes']],
  ['2025-09-11', '2025-09-30', ['closes']],
  ['2025-09-10', '2025-09-29', ['opens']],
  ['2025-10-01', '2025-12-30', []],
])('from %s to %s', (from, to, kinds) => {
  const { entries } = showCalendar(platform, { from, to })
  expect(entries.map(({ kind }) => kind)).toEqual(kinds)
})

const LAST_DAYS = [
  ['ends', '2025-12-31', 'water-surcharge-waiver', 'open'],
  ['ends', '2026-03-31', 'little-giant', 'unscheduled'],
  ['yearly', '2026-03-31', 'tier', 'technology SMEs renew their number by the end of March'],
  ['begins', '2026-04-01', 'little-giant', 'not-yet-in-force'],
  ['yearly', '2026-05-31', 'tier', 'single champions update their data by 31 May'],
]

test('a year from today when no days are said, with last and first days in force and what comes yearly', () => {
  const { from, to, entries } = showCalendar(platform, {})
  expect([from, to]).toEqual(['2025-09-15', '2026-09-15'])
  const seen = entries.map(asSeen)
  expect(seen[0]).toEqual(['closes', '2025-09-30', 'compute-voucher', 'closing'])
  expect(seen).toEqual(expect.arrayContaining(LAST_DAYS))
  expect(seen).toEqual(seen.toSorted((a, b) => String(a[1]).localeCompare(String(b[1]))))
})

test('a day of a ladder goes with the last measure of its text: 30 April is not said for 2026', () => {
  const { entries } = showCalendar(platform, { from: '2025-04-01', to: '2026-04-30' })
  const yearly = entries.filter(({ kind }) => kind === 'yearly').map(({ day }) => day)
  expect(yearly).toEqual(['2025-04-30', '2025-05-31', '2026-03-31'])
})

test('a filter leaves out the days of ladders, which are of no measure', () => {
  const period = { from: '2026-03-31', to: '2026-03-31' }
  const kinds = (query: object) =>
    new Set(showCalendar(platform, { ...period, ...query }).entries.map(({ kind }) => kind))
  expect(kinds({})).toEqual(new Set(['ends', 'yearly']))
  expect(kinds({ kind: 'title' })).toEqual(new Set(['ends']))
})

test('a last day on which a window closes is said once', () => {
  const [measure] = platform.policies.rulebook.corpus.measures.filter(
    ({ calls }) => calls[0] === CALL,
  )
  if (measure === undefined) throw new Error('the measure with a window is missing')
  const ending = { ...measure, inForce: { ...measure.inForce, to: CALL.to } }
  const { corpus } = platform.policies.rulebook
  const rulebook = prepareRulebook({ ...corpus, measures: [ending] })
  const { entries } = showCalendar(
    { ...platform, policies: { ...platform.policies, rulebook } },
    { from: CALL.to, to: CALL.to },
  )
  expect(entries.map(({ kind }) => kind)).toEqual(['closes'])
})

const SEPTEMBER = { from: '2025-09-01', to: '2025-09-30' }

const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n')

test.each([['UTC'], ['Asia/Shanghai'], ['America/Los_Angeles']])(
  'the days of the feed are right on a host in %s',
  (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    const lines = unfolded(calendarFeed(platform, SEPTEMBER, 'zh'))
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
  const lines = unfolded(calendarFeed(platform, { ...SEPTEMBER, ...filter }, 'en'))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(count)
})

test('titles say what the day is, and lead to a page', () => {
  const lines = unfolded(
    calendarFeed(platform, { from: '2026-03-31', to: '2026-04-01', text: '创新型中小企业' }, 'en'),
  )
  expect(lines).toContain('SUMMARY:In force from today: Title of innovative SME (from 2026)')
  const all = unfolded(calendarFeed(platform, { from: '2026-05-31', to: '2026-05-31' }, 'en'))
  expect(all).toContain(
    'SUMMARY:Ladder of SME titles: single champions update their data by 31 May',
  )
  expect(all.find((line) => line.startsWith('URL'))).toMatch(/\/en\/calendar$/)
})
