import { exact, fen } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { amountOf } from './amount.ts'
import type { Amount } from './model.ts'
import type { Openness } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import {
  atLeast,
  guard,
  HOLE,
  is,
  parameterNamed,
  percent,
  yuan,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { yearly } from './testing/test-enterprise.ts'
import { band, first, fixed, limited, perUnit, rateOf } from './testing/test-measure.ts'
import { situationWith } from './testing/test-rulebook.ts'

/** Low and high in yuan, what decides between them, and who. */
const rangeOf = (amount: Amount, facts: FactInputs = {}) => {
  const { low, high, why, isDecidedByOfficer } = amountOf(situationWith({ facts }), amount)
  const yuanOf = (count: number | null) => (count === null ? null : count / 100)
  return [yuanOf(low), yuanOf(high), why, isDecidedByOfficer ? 'by an officer' : 'by the text']
}

const exactly = (amount: number) => [amount, amount, CLOSED, 'by the text']
const between = (low: number, high: number | null, why: Openness) => [low, high, why, 'by the text']

const gap = (...gaps: readonly string[]): Openness => ({ ...CLOSED, gaps })
const needs = (fact: string, year: number | null = null): Openness => ({
  ...CLOSED,
  missing: [{ fact, year }],
})

const ASSETS = 'enterprise.assets'
const FIVE = rateOf(percent('5%'), ASSETS)
const assets = (amount: number | string): FactInputs => ({ [ASSETS]: yuan(amount) })

describe('forms of an amount', () => {
  test.each<[string, Amount, FactInputs, readonly unknown[]]>([
    ['fixed', fixed(yuan(2000)), {}, exactly(2000)],
    ['fixed by a parameter', fixed(parameterNamed('cap')), {}, exactly(1000)],
    [
      'fixed by a parameter whose value was not found',
      fixed(parameterNamed('award')),
      {},
      between(0, null, gap('award')),
    ],
    ['fixed, but not found', fixed(HOLE), {}, between(0, null, gap('not-found'))],
    ['not found', { kind: 'not-found' }, {}, between(0, null, gap('not-found'))],
    ['a rate', FIVE, assets(1000), exactly(50)],
    ['a rate by a parameter', rateOf(parameterNamed('rate'), ASSETS), assets(1000), exactly(100)],
    [
      'a rate that was not found',
      rateOf(HOLE, ASSETS),
      assets(1000),
      between(0, null, gap('not-found')),
    ],
    ['a rate of nothing', FIVE, assets(0), exactly(0)],
    ['a rate of a loss', FIVE, assets(-1000), exactly(0)],
    ['a rate of something unknown', FIVE, {}, between(0, null, needs(ASSETS))],
    [
      'a rate of a year',
      rateOf(percent('5%'), 'enterprise.revenue@last'),
      { 'enterprise.revenue': yearly({ 2025: yuan(1), 2024: yuan(200), 2023: yuan(1) }) },
      exactly(10),
    ],
    [
      'a rate of a year that is unknown',
      rateOf(percent('5%'), 'enterprise.revenue@last'),
      { 'enterprise.revenue': yearly({ 2023: yuan(1) }) },
      between(0, null, needs('enterprise.revenue', 2024)),
    ],
    [
      'so much for each unit',
      perUnit(yuan(2000), 'enterprise.patents'),
      { 'enterprise.patents': 3 },
      exactly(6000),
    ],
    [
      'so much for no unit',
      perUnit(yuan(2000), 'enterprise.patents'),
      { 'enterprise.patents': 0 },
      exactly(0),
    ],
    [
      'so much for an unknown number of units',
      perUnit(yuan(2000), 'enterprise.patents'),
      {},
      between(0, null, needs('enterprise.patents')),
    ],
    [
      'a formula',
      { kind: 'formula', formula: 'enterprise.assets / 4 - yuan(10)' },
      assets(100),
      exactly(15),
    ],
    [
      'a formula below zero',
      { kind: 'formula', formula: 'enterprise.assets / 4 - yuan(10)' },
      assets(1),
      exactly(0),
    ],
    [
      'a formula over something unknown',
      { kind: 'formula', formula: 'enterprise.assets / 4' },
      {},
      between(0, null, needs(ASSETS)),
    ],
    [
      'a formula that has no value',
      { kind: 'formula', formula: 'enterprise.assets / (enterprise.assets / yuan(1))' },
      assets(0),
      between(0, null, { ...CLOSED, reviews: [{ fact: ASSETS, year: null }] }),
    ],
    [
      'at most, decided by an officer',
      { kind: 'at-most', amount: fixed(yuan(200)) },
      {},
      [0, 200, CLOSED, 'by an officer'],
    ],
    [
      'at most a part of something unknown',
      { kind: 'at-most', amount: FIVE },
      {},
      [0, null, needs(ASSETS), 'by an officer'],
    ],
    [
      'at least, decided by an officer',
      { kind: 'at-least', amount: fixed(yuan(200)) },
      {},
      [200, null, CLOSED, 'by an officer'],
    ],
    [
      'at least a part of something unknown',
      { kind: 'at-least', amount: FIVE },
      {},
      [0, null, needs(ASSETS), 'by an officer'],
    ],
  ])('%s', (_, amount, facts, expected) => {
    expect(rangeOf(amount, facts)).toEqual(expected)
  })
})

const CAPPED = limited(FIVE, { cap: yuan(50) })
const FLOORED = limited(FIVE, { floor: yuan(20) })
const BOTH = limited(FIVE, { floor: yuan(20), cap: yuan(50) })

describe('limits', () => {
  test.each<[string, Amount, FactInputs, readonly unknown[]]>([
    ['one fen below the cap', CAPPED, assets('999.80'), exactly(49.99)],
    ['exactly at the cap', CAPPED, assets(1000), exactly(50)],
    ['above the cap', CAPPED, assets('1000.20'), exactly(50)],
    ['nothing under a cap', CAPPED, assets(0), exactly(0)],
    ['unknown under a cap', CAPPED, {}, between(0, 50, needs(ASSETS))],
    [
      'above a cap that was not found',
      limited(FIVE, { cap: HOLE }),
      assets(1000),
      between(0, 50, gap('not-found')),
    ],
    [
      'unknown under a cap that was not found',
      limited(FIVE, { cap: HOLE }),
      {},
      between(0, null, { ...needs(ASSETS), gaps: ['not-found'] }),
    ],
    [
      'nothing under a cap that was not found',
      limited(FIVE, { cap: HOLE }),
      assets(0),
      [0, 0, gap('not-found'), 'by the text'],
    ],
    [
      'not found, under a cap',
      limited({ kind: 'not-found' }, { cap: yuan(50) }),
      {},
      between(0, 50, gap('not-found')),
    ],
    ['one fen below the floor', FLOORED, assets('399.80'), exactly(20)],
    ['exactly at the floor', FLOORED, assets(400), exactly(20)],
    ['one fen above the floor', FLOORED, assets('400.20'), exactly(20.01)],
    ['unknown above a floor', FLOORED, {}, between(20, null, needs(ASSETS))],
    [
      'above a floor that was not found',
      limited(FIVE, { floor: HOLE }),
      assets(1000),
      between(50, null, gap('not-found')),
    ],
    ['below both', BOTH, assets(1), exactly(20)],
    ['between both', BOTH, assets(800), exactly(40)],
    ['above both', BOTH, assets(5000), exactly(50)],
    ['unknown between both', BOTH, {}, between(20, 50, needs(ASSETS))],
    [
      'a cap below the floor wins, whatever is unknown',
      limited(FIVE, { floor: yuan(60), cap: yuan(50) }),
      {},
      exactly(50),
    ],
    [
      'at least, under a cap',
      limited({ kind: 'at-least', amount: fixed(yuan(20)) }, { cap: yuan(50) }),
      {},
      [20, 50, CLOSED, 'by an officer'],
    ],
    [
      'at most, above a floor',
      limited({ kind: 'at-most', amount: fixed(yuan(50)) }, { floor: yuan(20) }),
      {},
      [20, 50, CLOSED, 'by an officer'],
    ],
  ])('%s', (_, amount, facts, expected) => {
    expect(rangeOf(amount, facts)).toEqual(expected)
  })
})

describe('rounding', () => {
  test.each([
    ['down', '1.99', 1],
    ['up', '1.01', 2],
    ['half-up', '1.49', 1],
    ['half-up', '1.50', 2],
    ['half-even', '0.50', 0],
    ['half-even', '1.50', 2],
    ['half-even', '2.50', 2],
    ['down', '2', 2],
    ['up', '2', 2],
  ] as const)('%s of %s yuan to whole yuan gives %i', (mode, amount, expected) => {
    const round = { step: yuan(1), mode }
    expect(rangeOf(limited(fixed(yuan(amount)), { round }))).toEqual(exactly(expected))
  })

  test('comes before floor and cap, which stand as the text gives them', () => {
    const amount = limited(FIVE, {
      floor: yuan('10.60'),
      cap: yuan('20.60'),
      round: { step: yuan(1), mode: 'up' },
    })
    expect(rangeOf(amount)).toEqual(between(10.6, 20.6, needs(ASSETS)))
  })

  test('money that the text does not round is brought down to a fen', () => {
    expect(rangeOf(rateOf(exact(1, 3), ASSETS), assets('0.02'))).toEqual(exactly(0))
    expect(rangeOf(rateOf(exact(1, 2), ASSETS), assets('0.03'))).toEqual(exactly(0.01))
  })

  test('a range that is not rounded is brought down at both ends', () => {
    const amount = limited(FIVE, { floor: exact(3, 2), cap: exact(5, 2) })
    expect(rangeOf(amount)).toEqual(between(0.01, 0.02, needs(ASSETS)))
  })
})

const LARGE = band(fixed(yuan(400)), guard('enterprise.patents', atLeast(30)))
const SMALL = band(fixed(yuan(200)), guard('enterprise.patents', atLeast(10)))
const BRAND = band(fixed(yuan(100)), guard('enterprise.has_brand', is(true)))

describe('bands', () => {
  test.each<[string, Amount, FactInputs, readonly unknown[]]>([
    ['the first band', first(LARGE, SMALL), { 'enterprise.patents': 30 }, exactly(400)],
    ['one short of it', first(LARGE, SMALL), { 'enterprise.patents': 29 }, exactly(200)],
    ['the edge of the second', first(LARGE, SMALL), { 'enterprise.patents': 10 }, exactly(200)],
    ['no band', first(LARGE, SMALL), { 'enterprise.patents': 9 }, exactly(0)],
    ['no bands at all', first(), {}, exactly(0)],
    [
      'none holds: the rest',
      first(LARGE, band(fixed(yuan(1)))),
      { 'enterprise.patents': 1 },
      exactly(1),
    ],
    ['all open', first(LARGE, SMALL), {}, between(0, 400, needs('enterprise.patents'))],
    [
      'open beside one that holds',
      first(BRAND, SMALL),
      { 'enterprise.patents': 10 },
      between(100, 200, needs('enterprise.has_brand')),
    ],
    [
      'what follows one that holds does not count',
      first(SMALL, LARGE, BRAND),
      { 'enterprise.patents': 10 },
      exactly(200),
    ],
    [
      'open bands of the same amount decide nothing',
      first(band(fixed(yuan(200)), ...BRAND.guards), SMALL),
      { 'enterprise.patents': 10 },
      exactly(200),
    ],
    [
      'the same within a limit that an officer decides',
      {
        kind: 'at-most',
        amount: first(band(fixed(yuan(1)), ...BRAND.guards), band(fixed(yuan(1)))),
      },
      {},
      [0, 1, CLOSED, 'by an officer'],
    ],
    [
      'an open guard beside one that fails rules the band out',
      first(band(fixed(yuan(400)), ...LARGE.guards, ...BRAND.guards), SMALL),
      { 'enterprise.patents': 10 },
      exactly(200),
    ],
    [
      'an open guard beside one that holds leaves the band open',
      first(band(fixed(yuan(400)), ...LARGE.guards, ...BRAND.guards), SMALL),
      { 'enterprise.patents': 30 },
      between(200, 400, needs('enterprise.has_brand')),
    ],
    [
      'an amount that is open inside a band that holds',
      first(band(CAPPED, ...SMALL.guards)),
      { 'enterprise.patents': 10 },
      between(0, 50, needs(ASSETS)),
    ],
    [
      'a band without an upper end',
      first(band(FIVE, ...BRAND.guards), SMALL),
      { 'enterprise.patents': 10 },
      between(0, null, {
        ...CLOSED,
        missing: [
          { fact: ASSETS, year: null },
          { fact: 'enterprise.has_brand', year: null },
        ],
      }),
    ],
    [
      'an officer decides one of the bands that are possible',
      first(band({ kind: 'at-most', amount: fixed(yuan(300)) }, ...BRAND.guards), SMALL),
      { 'enterprise.patents': 10 },
      [0, 300, needs('enterprise.has_brand'), 'by an officer'],
    ],
    [
      'a hole in a guard',
      first(band(fixed(yuan(400)), guard('enterprise.patents', atLeast(HOLE)))),
      { 'enterprise.patents': 10 },
      between(0, 400, gap('not-found')),
    ],
  ])('%s', (_, amount, facts, expected) => {
    expect(rangeOf(amount, facts)).toEqual(expected)
  })

  test('an amount rests on the guards that failed before it too', () => {
    const facts = { 'enterprise.has_brand': false, 'enterprise.patents': 10 }
    const { uses } = amountOf(situationWith({ facts }), first(BRAND, LARGE, SMALL))
    expect(uses.map(({ fact }) => fact)).toEqual(['enterprise.has_brand', 'enterprise.patents'])
  })
})

test('an amount carries what it was worked out from, and nothing else', () => {
  const { value, ...use } = {
    fact: ASSETS,
    year: null,
    value: yuan(1000),
    source: null,
    grade: null,
  }
  expect(amountOf(situationWith({ facts: assets(1000) }), FIVE)).toEqual({
    low: fen(5000),
    high: fen(5000),
    isDecidedByOfficer: false,
    why: CLOSED,
    uses: [{ ...use, value }],
  })
})

test('an amount beyond the safe integers is a bug, not a wrong figure', () => {
  expect(() => rangeOf(fixed(exact(2n ** 60n)))).toThrow(RangeError)
})
