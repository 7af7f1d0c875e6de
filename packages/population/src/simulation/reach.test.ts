import { exact, isoDate } from '@huiqi/domain'
import { decide, type Measure } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { measure } from '../city/testing/small-rulebook.ts'
import { situationOfRow } from '../row-situation.ts'
import { createRandom } from '../testing/random.ts'
import { randomTable } from '../testing/random-table.ts'
import { plainReach } from './plain-reach.ts'
import { populationReach } from './population-reach.ts'
import type { Reach } from './reach.ts'
import {
  allAt,
  award,
  CLOCK,
  factReference,
  leafAt,
  literal,
  renovation,
  researchAward,
  type TownRow,
  townRulebook,
  townTable,
  wan,
} from './testing/sample-town.ts'

const RULEBOOK = townRulebook()

const WAYS = [
  ['plain evaluator', plainReach],
  ['compiled program', populationReach],
] as const

const reachWith = (way: (typeof WAYS)[number][1], each: Measure, rows: readonly TownRow[]): Reach =>
  way({ table: townTable(rows), rulebook: RULEBOOK, clock: CLOCK })(each)

const plain = ({ rows, isCertain, amounts }: Reach) => ({
  rows: [...rows],
  isCertain: [...isCertain],
  amounts: amounts && {
    low: [...amounts.low],
    high: [...amounts.high],
    isUnknown: [...amounts.isUnknown],
  },
})

const YUAN = 100
const WAN = 10_000 * YUAN

describe.each(WAYS)('by the %s the reach of a measure', (_, way) => {
  const reachOf = (each: Measure, rows: readonly TownRow[]): Reach => reachWith(way, each, rows)

  test('holds who meets it or may do so, with amounts; an unknown base is an unknown amount', () => {
    const rows: readonly TownRow[] = [
      { industry: '34', revenue: 1000, research: 60 },
      { industry: '34', revenue: 999.99, research: 60 },
      { industry: '34', revenue: 5000, research: 200 },
      { industry: '34', revenue: 5000 },
      { revenue: 5000, research: 10 },
      { industry: '65', revenue: 5000, research: 10 },
    ]
    expect(plain(reachOf(researchAward(1000, 50), rows))).toEqual({
      rows: [0, 2, 3, 4],
      isCertain: [1, 1, 1, 0],
      amounts: {
        low: [30 * WAN, 50 * WAN, 0, 5 * WAN],
        high: [30 * WAN, 50 * WAN, 50 * WAN, 5 * WAN],
        isUnknown: [0, 0, 1, 0],
      },
    })
  })

  test('leaves out who brings nothing forward, and has no upper end without a base', () => {
    const rows: readonly TownRow[] = [
      { kind: 'technical_renovation', investment: 1000, approved: 900 },
      { revenue: 5000 },
      { kind: 'technical_renovation', investment: 1000 },
      { kind: 'technical_renovation', approved: 10 },
      { kind: 'other', investment: 9000, approved: 10 },
    ]
    expect(plain(reachOf(renovation(), rows))).toEqual({
      rows: [0, 2, 3],
      isCertain: [1, 1, 0],
      amounts: {
        low: [0, 0, 0],
        high: [90 * WAN, Number.POSITIVE_INFINITY, 1 * WAN],
        isUnknown: [0, 1, 0],
      },
    })
  })

  test('is everyone open when the table says nothing of such things', () => {
    expect(plain(reachOf(renovation(), [{ revenue: 1 }, {}]))).toEqual({
      rows: [0, 1],
      isCertain: [0, 0],
      amounts: {
        low: [0, 0],
        high: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
        isUnknown: [1, 1],
      },
    })
  })

  test('has no amounts where the measure gives no money', () => {
    expect(plain(reachOf(measure('town/all'), [{}]))).toEqual({
      rows: [0],
      isCertain: [1],
      amounts: null,
    })
  })

  test.each([
    ['on its first day', '2025-07-01', '2025-07-31', 1],
    ['on its last day', '2025-06-01', '2025-07-01', 1],
    ['the day before it begins', '2025-07-02', '2025-07-31', 0],
    ['the day after it ended', '2025-06-01', '2025-06-30', 0],
  ])('%s is looked at by the day of submission', (_, from, to, count) => {
    const each = measure('town/dated', { inForce: { from: isoDate(from), to: isoDate(to) } })
    expect(reachOf(each, [{}]).rows.length).toBe(count)
  })
})

describe('the reach of random rows', () => {
  const measures = [
    researchAward(30, 5),
    renovation(),
    measure('town/mixed', {
      eligible: allAt(
        {
          kind: 'any',
          path: 'eligible.all[0]',
          provision: 'art-1',
          says: { zh: '', en: '' },
          parts: [
            leafAt('a', 'qualification.specialised_sme', { word: 'is', value: literal(true) }),
            leafAt('b', 'enterprise.employees', { word: 'more-than', value: literal(exact(30)) }),
          ],
        },
        leafAt('c', 'enterprise.is_sound', { word: 'is', value: literal(true) }),
      ),
      benefit: award({
        kind: 'first',
        bands: [
          {
            guards: [
              {
                reference: factReference('enterprise.employees'),
                tests: [{ word: 'at-least', value: literal(exact(40)) }],
              },
            ],
            amount: { kind: 'fixed', value: literal(wan(3)) },
          },
          { guards: [], amount: { kind: 'fixed', value: { kind: 'not-found' } } },
        ],
      }),
    }),
  ]

  test.each(measures)('of $id equals what the engine decides for each, both ways', (each) => {
    const table = randomTable({
      rulebook: RULEBOOK,
      rows: 400,
      year: 2025,
      missing: 0.3,
      random: createRandom(7),
    })
    const setting = { table, rulebook: RULEBOOK, clock: CLOCK }
    const reach = plainReach(setting)(each)
    expect(plain(populationReach(setting)(each))).toEqual(plain(reach))
    const places = new Map([...reach.rows].map((row, at) => [row, at]))
    for (let row = 0; row < table.rows; row += 1) {
      const situation = situationOfRow(table, row, { ...setting, about: each.about })
      const { outcome, amount } = decide(each, situation)
      const hasThing = each.about === 'enterprise' || situation.thing !== null
      const at = places.get(row)
      expect([row, at !== undefined]).toEqual([row, outcome !== 'unmet' && hasThing])
      if (at === undefined) continue
      expect([row, reach.isCertain[at]]).toEqual([row, outcome === 'met' ? 1 : 0])
      expect([row, reach.amounts?.low[at], reach.amounts?.high[at]]).toEqual([
        row,
        amount?.low,
        amount?.high ?? Number.POSITIVE_INFINITY,
      ])
    }
  })
})
