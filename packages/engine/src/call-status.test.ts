import { isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { CLOSING_DAYS, callStatus } from './call-status.ts'
import type { Call } from './model.ts'
import { call, measure } from './testing/test-measure.ts'

const SPRING = call('spring', '2025-03-01', '2025-04-30')
const AUTUMN = call('autumn', '2025-09-01', '2025-09-30')
const ENDLESS = call('endless', '2025-11-01', 'not-found')

const statusOn = (day: string, ...calls: readonly Call[]) =>
  callStatus(measure('m', { calls }), isoDate(day))

describe('callStatus', () => {
  test.each([
    ['long before', '2025-01-01', { kind: 'coming', call: SPRING, days: 59 }],
    ['the day before it opens', '2025-02-28', { kind: 'coming', call: SPRING, days: 1 }],
    ['the first day', '2025-03-01', { kind: 'open', call: SPRING, daysLeft: 60 }],
    ['the last day it counts as open', '2025-03-30', { kind: 'open', call: SPRING, daysLeft: 31 }],
    [
      'the first day it counts as closing',
      '2025-03-31',
      { kind: 'closing', call: SPRING, daysLeft: 30 },
    ],
    ['the last day', '2025-04-30', { kind: 'closing', call: SPRING, daysLeft: 0 }],
    ['the day after, another is coming', '2025-05-01', { kind: 'coming', call: AUTUMN, days: 123 }],
    [
      'a short window closes from its first day',
      '2025-09-01',
      { kind: 'closing', call: AUTUMN, daysLeft: 29 },
    ],
    ['between the second and the third', '2025-10-31', { kind: 'coming', call: ENDLESS, days: 1 }],
    [
      'a window whose end was not found',
      '2030-01-01',
      { kind: 'open', call: ENDLESS, daysLeft: null },
    ],
  ])('%s', (_, day, expected) => {
    expect(statusOn(day, ENDLESS, SPRING, AUTUMN)).toEqual(expected)
  })

  test.each([
    ['2025-09-30', 'closing'],
    ['2025-10-01', 'closed'],
  ])('after the last window, on %s: %s', (day, kind) => {
    expect(statusOn(day, AUTUMN, SPRING)).toMatchObject({ kind, call: AUTUMN })
  })

  test('no window was published', () => {
    expect(statusOn('2025-01-01')).toEqual({ kind: 'unscheduled' })
  })

  test('of two that are open the earlier one counts', () => {
    const late = call('late', '2025-04-01', '2025-12-31')
    expect(statusOn('2025-04-15', late, SPRING)).toMatchObject({ call: SPRING })
    expect(statusOn('2025-05-01', late, SPRING)).toMatchObject({ call: late })
  })

  test('a month before the end counts as closing', () => {
    expect(CLOSING_DAYS).toBe(30)
  })
})
