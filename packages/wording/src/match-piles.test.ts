import { isoDate } from '@huiqi/domain'
import type { CallStatus, Verdict } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { type Piles, pilesOf } from './match-piles.ts'
import { isEmptyTotal, showTotal, totalOf } from './total.ts'
import { amountOf, matchOf, measureOf, measureOfKind, verdictOf } from './verdict.fixture.ts'

const idsOf = (piles: Piles): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(piles)
      .map(([pile, verdicts]) => [pile, verdicts.map(({ measure }) => measure.id)] as const)
      .filter(([, ids]) => ids.length > 0),
  )

const call = (kind: 'open' | 'closing' | 'coming' | 'closed', days: number): CallStatus => {
  const window = { id: 'w', from: isoDate('2025-01-01'), to: isoDate('2025-12-31'), says: null }
  switch (kind) {
    case 'coming':
      return { kind, call: window, days }
    case 'closed':
      return { kind, call: window }
    default:
      return { kind, call: window, daysLeft: days }
  }
}

const money = (id: string, yuan: number, rest: Partial<Verdict['measure']> = {}): Verdict =>
  verdictOf(measureOf(id, rest), { amount: amountOf(0, yuan) })

describe('a met verdict is filed by what it is to the reader', () => {
  test('kinds', () => {
    const match = matchOf([
      money('award', 100),
      money('automatic', 100, { delivery: 'automatic' }),
      verdictOf(measureOfKind('title', 'title')),
      verdictOf(measureOfKind('loan', 'loan')),
      verdictOf(measureOfKind('guarantee', 'guarantee'), { amount: amountOf(0, 9) }),
      verdictOf(measureOfKind('investment', 'investment')),
      verdictOf(measureOfKind('claim', 'claim'), { amount: amountOf(9, 9) }),
      verdictOf(measureOf('nothing', { benefit: null })),
      verdictOf(measureOf('judged'), { outcome: 'needs-review', amount: amountOf(0, 5) }),
      verdictOf(measureOf('no'), { outcome: 'unmet' }),
      verdictOf(measureOf('open'), { outcome: 'unknown' }),
    ])
    expect(idsOf(pilesOf(match))).toEqual({
      automatic: ['automatic'],
      apply: ['award'],
      titles: ['title'],
      finance: ['guarantee', 'investment', 'loan'],
      other: ['claim', 'nothing'],
      reviews: ['judged'],
    })
  })

  test('windows that are not open do not count as money to be had now', () => {
    const match = matchOf([money('soon', 100), money('late', 100), money('now', 100)], {
      soon: call('coming', 3),
      late: call('closed', 0),
      now: call('closing', 0),
    })
    const piles = pilesOf(match)
    expect(idsOf(piles)).toEqual({ apply: ['now'], coming: ['soon'], closed: ['late'] })
  })

  test('what is automatic needs no window', () => {
    const match = matchOf([money('auto', 100, { delivery: 'automatic' })], {
      auto: call('closed', 0),
    })
    expect(idsOf(pilesOf(match))).toEqual({ automatic: ['auto'] })
  })

  test('what has been received already is left out', () => {
    const usedUpBy = [{ measure: 'had', on: isoDate('2024-05-01'), amount: null }]
    const match = matchOf([{ ...money('had', 100), usedUpBy }])
    expect(idsOf(pilesOf(match))).toEqual({})
    expect(match.combination.leftOut.map(({ candidate }) => candidate.measure)).toEqual(['had'])
  })
})

describe('what is to apply for is sorted', () => {
  test('by the days left, then by the larger amount', () => {
    const match = matchOf(
      [
        money('small', 100),
        money('large', 900),
        money('in-40-days', 100),
        money('in-3-days', 100),
        money('open-end', 500),
      ],
      {
        'in-40-days': call('open', 40),
        'in-3-days': call('closing', 3),
        'open-end': { kind: 'unscheduled' },
      },
    )
    expect(pilesOf(match).apply.map(({ measure }) => measure.id)).toEqual([
      'in-3-days',
      'in-40-days',
      'large',
      'open-end',
      'small',
    ])
  })
})

describe('a total', () => {
  const totalFor = (...verdicts: readonly Verdict[]) => totalOf(matchOf(verdicts), verdicts)
  const open = (id: string, low: number): Verdict =>
    verdictOf(measureOf(id), { amount: amountOf(low, null) })

  test.each([
    ['fixed amounts', [verdictOf(measureOf('a'), { amount: amountOf(5, 5) })], 'CNY 5', '5 元'],
    [
      'amounts up to a cap',
      [money('a', 10_000), money('b', 5)],
      'up to CNY 10,005',
      '最高 10,005 元',
    ],
    ['an open one alone', [open('a', 0)], 'amount open', '金额待定'],
    ['a floor alone', [open('a', 10_000)], 'at least CNY 10,000', '不低于 1 万元'],
    [
      'a cap and an open one',
      [money('a', 10_000), open('b', 0)],
      'up to CNY 10,000, and 1 more: amount open',
      '最高 1 万元、另有 1 项金额待定',
    ],
    [
      'a cap and a floor',
      [money('a', 10_000), open('b', 20_000)],
      'up to CNY 10,000, and 1 more: at least CNY 20,000',
      '最高 1 万元、另有 1 项不低于 2 万元',
    ],
  ])('of %s', (_, verdicts, en, zh) => {
    const total = totalFor(...verdicts)
    expect([showTotal(total, 'en'), showTotal(total, 'zh')]).toEqual([en, zh])
  })

  test('of nothing is empty', () => {
    expect(isEmptyTotal(totalFor())).toBe(true)
    expect(isEmptyTotal(totalFor(open('a', 0)))).toBe(false)
  })
})
