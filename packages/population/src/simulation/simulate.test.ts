import { exact, fen, hasCode, isoDate } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { measure } from '../city/testing/small-rulebook.ts'
import { createRandom } from '../testing/random.ts'
import { randomTable } from '../testing/random-table.ts'
import { applyChanges, parseChange } from './change.ts'
import type { Comparison } from './compare-reach.ts'
import { type SimulationOptions, simulate } from './simulate.ts'
import type { SimulationReport } from './simulation-report.ts'
import { parseSweep, planSweep } from './sweep.ts'
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

const WAN = 1_000_000

const OTHER = measure('town/other', {
  eligible: allAt(
    leafAt('eligible.all[0]', 'enterprise.employees', {
      word: 'at-least',
      value: literal(exact(10)),
    }),
  ),
})

const run = (
  rows: readonly TownRow[],
  versions: { readonly before: Measure; readonly after: Measure },
  options: Partial<SimulationOptions> = {},
): SimulationReport =>
  simulate({
    table: townTable(rows),
    rulebook: townRulebook([versions.before, OTHER]),
    ...versions,
    options: { clock: CLOCK, ...options },
  })

const ROWS: readonly TownRow[] = [
  {
    district: '310101',
    industry: '34',
    size: 'medium',
    revenue: 2500,
    research: 100,
    employees: 20,
  },
  { district: '310101', industry: '34', size: 'small', revenue: 1500, research: 60, employees: 5 },
  { district: '310115', industry: '34', size: 'small', revenue: 1000, employees: 12 },
  { district: '310115', industry: '65', size: 'small', revenue: 9000, research: 60 },
  { industry: '34', research: 10, titled: ['2024-01-01', '2027-01-01'] },
]

const LOWERED = { before: researchAward(2000, 40), after: researchAward(1000, 40) }

const NOTHING = { count: 0, low: 0, high: 0, unbounded: 0, unknown: 0 }

describe('a threshold lowered from 2000 to 1000', () => {
  const report = run(ROWS, LOWERED, { takeUp: exact(3, 5), budget: fen(30 * WAN) })

  test('reaches two more, of whom one amount is unknown and not zero', () => {
    const { before, after, gained, lost } = report.comparison
    expect(before.certain).toEqual({ ...NOTHING, count: 1, low: 40 * WAN, high: 40 * WAN })
    expect(gained).toEqual({ ...NOTHING, count: 2, low: 30 * WAN, high: 70 * WAN, unknown: 1 })
    expect(after.certain).toEqual({
      ...NOTHING,
      count: 3,
      low: 70 * WAN,
      high: 110 * WAN,
      unknown: 1,
    })
    expect(after.open).toEqual({ ...NOTHING, count: 1, low: 5 * WAN, high: 5 * WAN })
    expect(lost).toEqual(NOTHING)
  })

  test('is broken down by what the vocabulary can tell', () => {
    const shown = report.breakdowns.map(({ grouping, groups }) => [
      grouping.kind === 'ladder' ? grouping.ladder : grouping.fact,
      groups.map(({ label, comparison: { before, after } }) => [
        label,
        before.certain.count,
        after.certain.count,
        after.open.count,
      ]),
    ])
    expect(shown).toEqual([
      [
        'enterprise.district',
        [
          ['310101', 1, 2, 0],
          ['310115', 0, 1, 0],
          [null, 0, 0, 1],
        ],
      ],
      [
        'enterprise.size_class',
        [
          ['medium', 1, 1, 0],
          ['small', 0, 2, 0],
          [null, 0, 0, 1],
        ],
      ],
      ['enterprise.industry', [['C', 1, 3, 1]]],
      [
        'tier',
        [
          ['none', 1, 3, 0],
          ['specialised', 0, 0, 1],
        ],
      ],
    ])
  })

  test('is spent over the months in force at the take-up assumed', () => {
    const { horizon, spending } = report
    expect(horizon).toEqual({ from: '2025-07-01', to: '2026-06-30' })
    expect([spending.before.low, spending.after.low, spending.after.high]).toEqual([
      24 * WAN,
      42 * WAN,
      66 * WAN,
    ])
    expect(spending.after.months.length).toBe(12)
    expect(spending.after.months.reduce((sum, { high }) => sum + high, 0)).toBe(66 * WAN)
  })

  test('makes a budget run out that was enough', () => {
    expect(report.budget).toEqual({
      size: 30 * WAN,
      before: {
        low: { kind: 'lasts', left: 6 * WAN },
        high: { kind: 'lasts', left: 6 * WAN },
        withOpen: { kind: 'lasts', left: 3 * WAN },
      },
      after: {
        low: { kind: 'runs-out', on: '2026-03-18', short: 12 * WAN },
        high: { kind: 'runs-out', on: '2025-12-13', short: 36 * WAN },
        withOpen: { kind: 'runs-out', on: '2025-12-06', short: 39 * WAN },
      },
    })
  })

  test('shows who gains and what else they meet', () => {
    expect(report.samples.gained.map(({ row }) => row)).toEqual([1, 2])
    expect(report.overlap).toEqual({
      who: 'gained',
      looked: 2,
      of: 2,
      without: 1,
      measures: [{ measure: 'town/other', count: 1, isExcluded: false }],
    })
  })

  test('could not be automatic for want of an authority’s figure', () => {
    expect(report.automatic).toEqual({
      isTextSure: true,
      certain: {
        looked: 3,
        of: 3,
        automatic: 0,
        amountOpen: 1,
        blockedBy: [{ source: 'self', facts: ['enterprise.rd_spending'], rows: 3, alone: 3 }],
      },
      open: {
        looked: 1,
        of: 1,
        other: 0,
        waitingFor: [{ source: 'tax', facts: ['enterprise.revenue'], rows: 1, alone: 1 }],
      },
    })
  })
})

test('facts of grade A and a fixed amount could be automatic', () => {
  const { automatic } = run(ROWS, { before: OTHER, after: OTHER })
  expect(automatic.certain).toEqual({
    looked: 2,
    of: 2,
    automatic: 2,
    amountOpen: 0,
    blockedBy: [],
  })
})

test('an amount that an officer decides is never automatic, and no source alone blocks it', () => {
  const rows: readonly TownRow[] = [
    { kind: 'technical_renovation', investment: 1000, approved: 900 },
    { kind: 'technical_renovation', investment: 1000 },
  ]
  const { automatic } = run(rows, { before: renovation(), after: renovation() })
  expect(automatic.certain).toEqual({
    looked: 2,
    of: 2,
    automatic: 0,
    amountOpen: 2,
    blockedBy: [
      { source: 'self', facts: ['project.kind', 'project.total_investment'], rows: 2, alone: 0 },
      { source: 'officer', facts: ['project.approved_investment'], rows: 1, alone: 0 },
    ],
  })
})

describe('without a change', () => {
  const same = researchAward(1000, 40)
  const report = run(ROWS, { before: same, after: same })

  test('nothing differs', () => {
    const { before, after, gained, lost, kept } = report.comparison
    expect(after).toEqual(before)
    expect([gained, lost, kept.raised, kept.lowered]).toEqual([NOTHING, NOTHING, 0, 0])
    expect([report.isChanged, report.budget, report.sweep]).toEqual([false, null, null])
    expect(report.spending.after).toEqual(report.spending.before)
  })

  test('the overlap is of those who are reached', () => {
    expect([report.overlap.who, report.overlap.of]).toEqual(['reached', 3])
  })
})

test('a change back to the same value is a change that changes nothing', () => {
  const { before, after } = applyChanges(townRulebook(), researchAward(1000, 40), [
    parseChange('enterprise.revenue.at-least=1000万元'),
  ])
  const { comparison, isChanged } = run(ROWS, { before, after })
  expect([isChanged, comparison.gained, comparison.lost]).toEqual([true, NOTHING, NOTHING])
  expect(comparison.after).toEqual(comparison.before)
})

test('projects of which the table says nothing leave everyone open, and say so', () => {
  const report = run(ROWS, { before: renovation(), after: renovation() })
  expect(report.lacksThings).toBe(true)
  expect(report.comparison.after.certain.count).toBe(0)
  expect(report.comparison.after.open).toEqual({ ...NOTHING, count: 5, unbounded: 5, unknown: 5 })
})

test('a measure without conditions is refused', () => {
  const bare = measure('town/bare', { eligible: null })
  try {
    run(ROWS, { before: bare, after: bare })
    expect.unreachable()
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    expect(error.params.issues.map(({ code }) => code)).toEqual(['simulate.no-rule'])
  }
})

test('two measures that may not be held together are marked', () => {
  const exclusive = {
    ...researchAward(1000, 40),
    excludes: [{ measure: 'town/other', provision: 'art-2', says: { zh: '', en: '' } }],
  }
  const { overlap } = run(ROWS, { before: exclusive, after: exclusive })
  expect(overlap.measures).toEqual([{ measure: 'town/other', count: 2, isExcluded: true }])
})

const RANDOM = randomTable({
  rulebook: townRulebook(),
  rows: 1500,
  year: 2025,
  missing: 0.15,
  random: createRandom(3),
})

const tallyKeys = ['count', 'low', 'high', 'unbounded', 'unknown'] as const

const balance = ({ before, after, gained, lost, kept }: Comparison): readonly number[] =>
  tallyKeys.map(
    (key) =>
      gained[key] -
      lost[key] +
      kept.after[key] -
      kept.before[key] -
      (after.certain[key] - before.certain[key]),
  )

describe('over random rows', () => {
  const before = measure('town/staff', {
    eligible: allAt(
      leafAt('eligible.all[0]', 'enterprise.employees', {
        word: 'at-least',
        value: literal(exact(30)),
      }),
      leafAt('eligible.all[1]', 'enterprise.revenue', {
        word: 'at-most',
        value: literal(wan(500)),
      }),
    ),
    benefit: award({
      kind: 'limited',
      amount: {
        kind: 'rate',
        rate: literal(exact(1, 10)),
        of: factReference('enterprise.rd_spending'),
      },
      cap: literal(wan(20)),
      floor: null,
      round: null,
    }),
  })
  const rulebook = townRulebook([before, OTHER])
  const simulateWith = (...texts: readonly string[]): SimulationReport => {
    const versions = applyChanges(rulebook, before, texts.map(parseChange))
    const text = parseSweep('enterprise.employees.at-least=45..5/5')
    const sweep = planSweep(rulebook, versions.after, text)
    return simulate({ table: RANDOM, rulebook, ...versions, options: { clock: CLOCK, sweep } })
  }

  test('gains less losses are the difference, in the whole and in every group', () => {
    const report = simulateWith(
      'enterprise.employees.at-least=20',
      'enterprise.revenue.at-most=300万元',
      'cap=30万元',
    )
    const { comparison, breakdowns } = report
    expect(comparison.gained.count).toBeGreaterThan(0)
    expect(comparison.lost.count).toBeGreaterThan(0)
    const all = [
      comparison,
      ...breakdowns.flatMap(({ groups }) => groups.map((each) => each.comparison)),
    ]
    for (const each of all) expect(balance(each)).toEqual([0, 0, 0, 0, 0])
    for (const { groups } of breakdowns) {
      const sum = (pick: (each: Comparison) => number): number =>
        groups.reduce((total, each) => total + pick(each.comparison), 0)
      expect(sum((each) => each.gained.count)).toBe(comparison.gained.count)
      expect(sum((each) => each.lost.high)).toBe(comparison.lost.high)
      expect(sum((each) => each.after.open.count)).toBe(comparison.after.open.count)
    }
  })

  test('a falling threshold never reaches fewer, nor costs less', () => {
    const points = simulateWith().sweep?.points ?? []
    expect(points.length).toBe(9)
    for (const [at, point] of points.entries()) {
      const next = points[at + 1]
      if (next === undefined) continue
      expect(next.side.certain.count).toBeGreaterThanOrEqual(point.side.certain.count)
      expect(next.side.certain.high).toBeGreaterThanOrEqual(point.side.certain.high)
    }
    const counts = points.map(({ side }) => side.certain.count)
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0)
  })

  test('a step of a sweep is the simulation of its value', () => {
    const swept = simulateWith().sweep?.points.find(({ value }) =>
      value.kind === 'figure' && value.operand.kind === 'literal'
        ? typeof value.operand.value === 'object' && value.operand.value.n === 20n
        : false,
    )
    const { comparison } = simulateWith('enterprise.employees.at-least=20')
    expect([swept?.side, swept?.gained, swept?.lost]).toEqual([
      comparison.after,
      comparison.gained,
      comparison.lost,
    ])
  })

  test('progress is told by stage', () => {
    const stages = new Set<string>()
    const { after } = applyChanges(rulebook, before, [parseChange('cap=none')])
    simulate({
      table: RANDOM,
      rulebook,
      before,
      after,
      options: {
        clock: { asOf: isoDate('2025-07-01'), submittedOn: isoDate('2025-07-01') },
        onProgress: (stage) => stages.add(stage),
      },
    })
    expect([...stages]).toEqual(['before', 'after', 'groups', 'overlap', 'automatic'])
  })
})
