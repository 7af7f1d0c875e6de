import type { Change, Verdict } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { findNear, wordsOfChange } from './near.ts'
import { compare, money, readerIn, refer, traceLeaf } from './sample.fixture.ts'
import { measureOf, verdictOf } from './verdict.fixture.ts'

const revenue = (bound: string): Change => ({
  to: 'hold',
  leaf: traceLeaf(refer('revenue'), [compare('at-least', money(bound))], {
    revenue: money('900万元'),
  }),
})

const title: Change = {
  to: 'hold',
  leaf: traceLeaf(refer('qualification.giant'), [compare('is', true)], {
    'qualification.giant.granted_on': '2020-01-01',
    'qualification.giant.valid_until': '2022-12-31',
  }),
}

const unmet = (id: string, changes: readonly Change[] | null, rest: Partial<Verdict> = {}) =>
  verdictOf(measureOf(id), { outcome: 'unmet', handling: null, changes, ...rest })

const groupsOf = (verdicts: readonly Verdict[]): readonly (readonly string[])[] =>
  findNear(verdicts).map((group) => group.verdicts.map(({ measure }) => measure.id))

describe('measures that are nearly there', () => {
  test('stand together when the same change opens them, most measures first', () => {
    expect(
      groupsOf([
        unmet('a', [revenue('1000万元')]),
        unmet('b', [title]),
        unmet('c', [title]),
        unmet('d', [revenue('2000万元')]),
      ]),
    ).toEqual([['b', 'c'], ['a'], ['d']])
  })

  test('come after those with fewer changes', () => {
    expect(groupsOf([unmet('two', [revenue('1000万元'), title]), unmet('one', [title])])).toEqual([
      ['one'],
      ['two'],
    ])
  })

  test('are not those that need three changes, that cannot change or that are met', () => {
    expect(
      groupsOf([
        unmet('three', [revenue('1000万元'), revenue('2000万元'), title]),
        unmet('never', null),
        verdictOf(measureOf('met'), { changes: [] }),
      ]),
    ).toEqual([])
  })

  const withOpen = (count: number): Verdict => {
    const open = traceLeaf(refer('staff'), [], {})
    const missing = Array.from({ length: count }, (_, year) => ({ fact: 'x', year }))
    const part = { ...open, truth: 'open', why: { missing, reviews: [], gaps: [] } } as const
    const says = { zh: '条件', en: 'conditions' }
    const base = { path: 'eligible', provision: 'art-1', says, truth: 'false' } as const
    const why = { missing: [], reviews: [], gaps: [] }
    return unmet('open', [title], { trace: { ...base, kind: 'all', why, parts: [part] } })
  }

  test.each([
    [3, [['open']]],
    [4, []],
  ])('with %i facts still to supply', (count, groups) => {
    expect(groupsOf([withOpen(count)])).toEqual(groups)
  })
})

describe('a change in words', () => {
  test.each([
    [revenue('1000万元'), 'the condition', 'CNY 1,000,000 short of CNY 10,000,000'],
    [title, 'the condition', 'expired on 2022-12-31'],
    [{ ...title, to: 'cease' } as const, 'no longer: the condition', null],
  ])('row %#', (change, says, distance) => {
    expect(wordsOfChange(readerIn('en'), change)).toEqual({ says, distance, provision: 'art-1' })
  })
})
