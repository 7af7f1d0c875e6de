import { fen } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { benefit, excluding, group, pastAward } from './combination.fixture.ts'
import { type Candidate, type Combination, combine } from './combination.ts'
import type { StackingRule } from './combination-count.ts'

interface Summary {
  /** Key, low and high fen counted. */
  readonly chosen: readonly (readonly [string, number?, (number | null)?])[]
  readonly total: readonly [low: number, high: number | null]
  readonly leftOut: readonly (readonly [key: string, ...reasons: string[]])[]
}

const summary = ({ chosen, total, leftOut }: Combination): Summary => ({
  chosen: chosen.map(({ candidate: { key }, counted }) =>
    counted === null ? [key] : [key, counted.low, counted.high],
  ),
  total: [total.low, total.high],
  leftOut: leftOut.map(({ candidate, reasons }) => [
    candidate.key,
    ...reasons.map(({ kind }) => kind),
  ]),
})

describe('combine', () => {
  test.each<[string, readonly Candidate[], readonly StackingRule[], Summary]>([
    ['nothing to combine', [], [], { chosen: [], total: [0, 0], leftOut: [] }],
    [
      'no limits: everything, larger first',
      [benefit('a', 10), benefit('b', 30), benefit('c', 10)],
      [],
      {
        chosen: [
          ['b', 30, 30],
          ['a', 10, 10],
          ['c', 10, 10],
        ],
        total: [50, 50],
        leftOut: [],
      },
    ],
    [
      'two small ones beat the large one that excludes both',
      [benefit('a', 50, { excludes: excluding('b', 'c') }), benefit('b', 30), benefit('c', 21)],
      [],
      {
        chosen: [
          ['b', 30, 30],
          ['c', 21, 21],
        ],
        total: [51, 51],
        leftOut: [['a', 'excluded', 'excluded']],
      },
    ],
    [
      'an exclusion does not bar the same measures for two different things',
      [
        benefit('a', 20, { thing: 'contract-1', excludes: excluding('b') }),
        benefit('b', 10, { thing: 'contract-2' }),
      ],
      [],
      {
        chosen: [
          ['a', 20, 20],
          ['b', 10, 10],
        ],
        total: [30, 30],
        leftOut: [],
      },
    ],
    [
      'an exclusion bars the same thing',
      [
        benefit('a', 20, { thing: 'contract-1', excludes: excluding('b') }),
        benefit('b', 10, { thing: 'contract-1' }),
      ],
      [],
      { chosen: [['a', 20, 20]], total: [20, 20], leftOut: [['b', 'excluded']] },
    ],
    [
      'an exclusion works from the side that does not state it',
      [benefit('a', 20), benefit('b', 10, { excludes: excluding('a') })],
      [],
      { chosen: [['a', 20, 20]], total: [20, 20], leftOut: [['b', 'excluded']] },
    ],
    [
      'a used-up benefit is left out and blocks nothing',
      [benefit('a', 50, { usedUpBy: [pastAward], excludes: excluding('b') }), benefit('b', 1)],
      [],
      { chosen: [['b', 1, 1]], total: [1, 1], leftOut: [['a', 'used-up']] },
    ],
    [
      'a measure granted once goes to the larger of two projects',
      [
        benefit('p#1', 10, { measure: 'p', thing: '1' }),
        benefit('p#2', 12, { measure: 'p', thing: '2' }),
        benefit('q#1', 5, { measure: 'q', thing: '1', frequency: 'each' }),
        benefit('q#2', 5, { measure: 'q', thing: '2', frequency: 'each' }),
      ],
      [],
      {
        chosen: [
          ['p#2', 12, 12],
          ['q#1', 5, 5],
          ['q#2', 5, 5],
        ],
        total: [22, 22],
        leftOut: [['p#1', 'granted-once']],
      },
    ],
    [
      'at most two of a group',
      ['a', 'b', 'c'].map((key, index) => benefit(key, 10 + index, { stacking: ['g'] })),
      [group('g', 2, null)],
      {
        chosen: [
          ['c', 12, 12],
          ['b', 11, 11],
        ],
        total: [23, 23],
        leftOut: [['a', 'group-full']],
      },
    ],
    [
      'a group that is already full',
      [benefit('a', 10, { stacking: ['g'] })],
      [group('g', 0, null)],
      { chosen: [], total: [0, 0], leftOut: [['a', 'group-full']] },
    ],
    [
      'the sum of a group is cut to its cap and what adds nothing is left out',
      ['a', 'b', 'c'].map((key) => benefit(key, 10, { stacking: ['g'] })),
      [group('g', null, 15)],
      {
        chosen: [
          ['a', 10, 10],
          ['b', 5, 5],
        ],
        total: [15, 15],
        leftOut: [['c', 'group-cap']],
      },
    ],
    [
      'a cap turns an exclusion to the smaller benefit',
      [
        benefit('a', 80, { stacking: ['g'] }),
        benefit('b', 22, { stacking: ['g'], excludes: excluding('c') }),
        benefit('c', 21),
      ],
      [group('g', null, 100)],
      {
        chosen: [
          ['a', 80, 80],
          ['c', 21, 21],
        ],
        total: [101, 101],
        leftOut: [['b', 'excluded']],
      },
    ],
    [
      'a benefit under two caps comes after those under one',
      [
        benefit('a', 10, { stacking: ['g', 'h'] }),
        benefit('b', 9, { stacking: ['g'] }),
        benefit('c', 8, { stacking: ['h'] }),
      ],
      [group('g', null, 10), group('h', null, 10)],
      {
        chosen: [
          ['a', 1, 1],
          ['b', 9, 9],
          ['c', 8, 8],
        ],
        total: [18, 18],
        leftOut: [],
      },
    ],
    [
      'a sum exactly at the cap is not cut',
      ['a', 'b'].map((key) => benefit(key, 10, { stacking: ['g'] })),
      [group('g', null, 20)],
      {
        chosen: [
          ['a', 10, 10],
          ['b', 10, 10],
        ],
        total: [20, 20],
        leftOut: [],
      },
    ],
    [
      'an open benefit counts with its low end and leaves the total open',
      [benefit('a', null, { excludes: excluding('b') }), benefit('b', 1), benefit('c', null)],
      [],
      {
        chosen: [
          ['b', 1, 1],
          ['c', 0, null],
        ],
        total: [1, null],
        leftOut: [['a', 'excluded']],
      },
    ],
    [
      'a cap closes an open benefit',
      [benefit('a', null, { stacking: ['g'] }), benefit('b', 4, { stacking: ['g'] })],
      [group('g', null, 10)],
      {
        chosen: [
          ['b', 4, 4],
          ['a', 0, 6],
        ],
        total: [4, 10],
        leftOut: [],
      },
    ],
    [
      'equal high ends: the surer one',
      [
        benefit('a', 10, { amount: { low: fen(0), high: fen(10) }, excludes: excluding('b') }),
        benefit('b', 10),
      ],
      [],
      { chosen: [['b', 10, 10]], total: [10, 10], leftOut: [['a', 'excluded']] },
    ],
    [
      'a title adds nothing and is taken unless it stands in the way of money',
      [
        benefit('t', 0, { amount: null }),
        benefit('u', 0, { amount: null, excludes: excluding('a') }),
        benefit('a', 1),
      ],
      [],
      {
        chosen: [['a', 1, 1], ['t']],
        total: [1, 1],
        leftOut: [['u', 'excluded']],
      },
    ],
    [
      'a benefit of zero fen is left out',
      [benefit('a', 0)],
      [],
      { chosen: [], total: [0, 0], leftOut: [['a', 'adds-nothing']] },
    ],
  ])('%s', (_, candidates, rules, expected) => {
    expect(summary(combine(candidates, rules))).toEqual(expected)
  })

  test('an exclusion names the text that states it', () => {
    const stating = benefit('a', 5, { excludes: excluding('b') })
    expect(combine([stating, benefit('b', 9)], []).leftOut).toEqual([
      {
        candidate: stating,
        reasons: [{ kind: 'excluded', chosen: 'b', statedBy: 'a', exclusion: excluding('b')[0] }],
      },
    ])
  })

  test('the same key twice is refused', () => {
    expect(() => combine([benefit('a', 1), benefit('a', 2)], [])).toThrow(RangeError)
  })

  test.each([
    ['the enterprise', null, null, true],
    ['the same thing', 'p', 'p', true],
    ['two things', 'p', 'q', false],
    ['the enterprise and a thing', null, 'p', false],
  ])('a measure twice under two keys, for %s', (_, one, other, isRefused) => {
    const each = { measure: 'm', frequency: 'each' as const }
    const candidates = [
      benefit('a', 1, { ...each, thing: one }),
      benefit('b', 2, { ...each, thing: other }),
    ]
    if (isRefused) expect(() => combine(candidates, [])).toThrow(RangeError)
    else expect(combine(candidates, []).chosen.length).toBe(2)
  })
})

const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const elapsedMs = (run: () => void): number => {
  run()
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

const amountFrom = (random: () => number): number => Math.round(random() * 50) * 1_000_000

describe('combine on large inputs', () => {
  test('60 benefits with a dozen exclusions and six groups', () => {
    const random = seeded(7)
    const pick = (count: number): number => Math.floor(random() * count)
    const candidates = Array.from({ length: 60 }, (_, index) =>
      benefit(`m${index}`, amountFrom(random), {
        stacking: random() < 0.6 ? [`g${pick(6)}`] : [],
        excludes: random() < 0.2 ? excluding(`m${pick(60)}`) : [],
      }),
    )
    const rules = [
      group('g0', 1, null),
      group('g1', 2, null),
      group('g2', null, 120_000_000),
      group('g3', 3, 80_000_000),
      group('g4', null, 500_000_000),
      group('g5', 1, null),
    ]
    expect(elapsedMs(() => combine(candidates, rules))).toBeLessThan(50)
  })

  test.each([
    ['30 benefits that all exclude each other', 30, 1],
    ['30 benefits of which every second pair excludes', 30, 0.5],
    ['40 benefits of which every tenth pair excludes', 40, 0.1],
  ])('%s', (_, count, density) => {
    const random = seeded(count)
    const candidates = Array.from({ length: count }, (_, index) =>
      benefit(`m${index}`, amountFrom(random), {
        excludes: excluding(
          ...Array.from({ length: index }, (_, other) => `m${other}`).filter(
            () => random() < density,
          ),
        ),
      }),
    )
    expect(elapsedMs(() => combine(candidates, []))).toBeLessThan(500)
  })
})
