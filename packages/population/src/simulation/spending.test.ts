import { addDays, exact, fen, isoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND } from '@huiqi/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measure } from '../city/testing/small-rulebook.ts'
import {
  type BudgetEnd,
  budgetEnd,
  countDays,
  type Days,
  horizonOf,
  partOf,
  type SpendingDays,
  spendingDays,
  spreadOverMonths,
} from './spending.ts'

const days = (from: string, to: string): Days => ({ from: isoDate(from), to: isoDate(to) })
const HORIZON = days('2025-07-01', '2026-06-30')

const inForce = (from: string, to: string | null): Measure['inForce'] => ({
  from: isoDate(from),
  to: to === null || to === NOT_FOUND ? to : isoDate(to),
})

const call = (from: string, to: string): Measure['calls'][number] => ({
  id: from,
  from: isoDate(from),
  to: to === NOT_FOUND ? to : isoDate(to),
  says: null,
})

test('the horizon ends the day before the same day', () => {
  expect(horizonOf(isoDate('2025-07-01'), 12)).toEqual(HORIZON)
  expect(horizonOf(isoDate('2025-08-31'), 6)).toEqual(days('2025-08-31', '2026-02-27'))
})

describe('the days on which a measure is applied for', () => {
  test.each<[string, Partial<Measure>, SpendingDays]>([
    ['in force without an end', {}, { basis: 'in-force', days: [HORIZON] }],
    [
      'in force until a day that was not found',
      { inForce: inForce('2023-01-01', NOT_FOUND) },
      { basis: 'in-force', days: [HORIZON] },
    ],
    [
      'in force in part',
      { inForce: inForce('2025-09-01', '2025-12-31') },
      { basis: 'in-force', days: [days('2025-09-01', '2025-12-31')] },
    ],
    ['over', { inForce: inForce('2020-01-01', '2025-06-30') }, { basis: 'in-force', days: [] }],
    [
      'calls, cut to the horizon and joined where they touch',
      {
        calls: [
          call('2026-06-01', NOT_FOUND),
          call('2025-06-01', '2025-07-10'),
          call('2025-07-11', '2025-07-20'),
        ],
      },
      {
        basis: 'calls',
        days: [days('2025-07-01', '2025-07-20'), days('2026-06-01', '2026-06-30')],
      },
    ],
    [
      'calls beyond the end of the measure',
      { inForce: inForce('2020-01-01', '2025-08-15'), calls: [call('2025-08-01', '2025-12-31')] },
      { basis: 'calls', days: [days('2025-08-01', '2025-08-15')] },
    ],
    [
      'calls that are over',
      { calls: [call('2025-01-01', '2025-03-31')] },
      { basis: 'calls-over', days: [HORIZON] },
    ],
  ])('%s', (_, rest, expected) => {
    expect(spendingDays(measure('m', rest), HORIZON)).toEqual(expected)
  })
})

describe('spending by month', () => {
  test('follows the days; a month without any has none', () => {
    const open = [days('2025-07-30', '2025-08-01'), days('2025-10-01', '2025-10-01')]
    const months = spreadOverMonths(
      { low: fen(0), high: fen(1001) },
      open,
      days('2025-07-15', '2025-10-31'),
    )
    expect(months).toEqual([
      { month: '2025-07', days: 2, low: 0, high: 501 },
      { month: '2025-08', days: 1, low: 0, high: 250 },
      { month: '2025-09', days: 0, low: 0, high: 0 },
      { month: '2025-10', days: 1, low: 0, high: 250 },
    ])
  })

  test('is nothing without any day', () => {
    const months = spreadOverMonths(
      { low: fen(5), high: fen(5) },
      [],
      days('2025-07-01', '2025-07-31'),
    )
    expect(months).toEqual([{ month: '2025-07', days: 0, low: 0, high: 0 }])
  })

  test('adds up to what is spent, to the fen', () => {
    const first = isoDate('2025-07-01')
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(200), fc.nat(150), (spent, start, length) => {
        const open = [{ from: addDays(first, start), to: addDays(first, start + length) }]
        const sums = { low: fen(length), high: fen(spent) }
        const months = spreadOverMonths(sums, open, horizonOf(first, 12))
        expect(months.reduce((sum, { high }) => sum + high, 0)).toBe(spent)
        expect(months.reduce((sum, { low }) => sum + low, 0)).toBe(length)
      }),
    )
  })
})

test('a part of an amount is brought down to whole fen', () => {
  expect(partOf(fen(101), exact(3, 5))).toBe(60)
})

describe('a budget over ten days', () => {
  const TEN = [days('2025-07-01', '2025-07-04'), days('2025-08-01', '2025-08-06')]

  test.each<[string, number, number, BudgetEnd]>([
    ['that is more than is asked for', 1001, 1000, { kind: 'lasts', left: fen(1) }],
    ['that is exactly enough', 1000, 1000, { kind: 'lasts', left: fen(0) }],
    [
      'that lacks one fen runs out on the last day',
      999,
      1000,
      { kind: 'runs-out', on: isoDate('2025-08-06'), short: fen(1) },
    ],
    [
      'that covers exactly four days runs out on the fifth',
      400,
      1000,
      { kind: 'runs-out', on: isoDate('2025-08-01'), short: fen(600) },
    ],
    [
      'that covers one fen less runs out on the fourth',
      399,
      1000,
      { kind: 'runs-out', on: isoDate('2025-07-04'), short: fen(601) },
    ],
    [
      'of nothing runs out on the first',
      0,
      1,
      { kind: 'runs-out', on: isoDate('2025-07-01'), short: fen(1) },
    ],
    ['of nothing lasts when nothing is asked for', 0, 0, { kind: 'lasts', left: fen(0) }],
  ])('%s', (_, budget, asked, expected) => {
    expect(budgetEnd(fen(budget), fen(asked), TEN)).toEqual(expected)
  })

  test('without any day', () => {
    expect(budgetEnd(fen(1), fen(2), [])).toEqual({ kind: 'no-days' })
  })

  test('never runs out later when it is smaller', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (asked, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const dayOf = (end: BudgetEnd): string => (end.kind === 'runs-out' ? end.on : '9999')
        const [early, late] = [less, more].map((size) =>
          dayOf(budgetEnd(fen(size), fen(asked), TEN)),
        )
        expect((early ?? '') <= (late ?? '')).toBe(true)
      }),
    )
  })

  test('has its days', () => {
    expect(countDays(TEN)).toBe(10)
  })
})
