import { describe, expect, test } from 'vitest'
import { CITY_GROUPINGS, type Grouping } from '../compile/grouping.ts'
import { compilePopulation } from '../compile/program.ts'
import { createPlainPrimitives } from '../kernel/plain-primitives.ts'
import { createWasmPrimitives } from '../kernel/wasm-primitives.ts'
import { tallyOf, verdictsOf } from '../testing/row-answers.ts'
import { SAMPLE_RULES, sampleTable } from '../testing/sample-run.ts'
import { group, measureWith, rulesWith } from '../testing/test-rules.ts'
import { type Columns, tableOf } from '../testing/test-table.ts'
import { matchRows } from './match-rows.ts'
import type { PopulationMatch } from './population-match.ts'

const { rulebook, clock } = SAMPLE_RULES
const { measures } = rulebook.corpus
const PROGRAM = compilePopulation(measures, SAMPLE_RULES, CITY_GROUPINGS)

/** A match without its functions: the groups with the counts of each measure. */
const plainOf = ({ rows, measures: found, groups }: PopulationMatch) => ({
  rows,
  measures: found,
  groups: groups.map(({ grouping, labels, rows: each, countsOf }) => ({
    grouping,
    labels,
    rows: each,
    counts: found.map((_, place) => countsOf(place)),
  })),
})

const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0)

describe('certain, possible and money are what the plain evaluator finds row by row, 30 % missing', () => {
  test.each([1, 2, 3])('over random rows, seed %i', (seed) => {
    const table = sampleTable(200, seed)
    const asked = { table, rulebook, clock }
    const found = matchRows(table, PROGRAM).measures.map(
      ({ measure, certain, possible, money }) => [measure.id, { certain, possible, money }],
    )
    const expected = measures.map((measure) => [
      measure.id,
      tallyOf(measure, verdictsOf(asked, measure), clock),
    ])
    expect(found).toEqual(expected)
  })
})

test.each([0, 1, 31, 32, 33, 255, 256, 257, 511, 513])(
  '%i rows in blocks of 256 come out as the plain evaluator says',
  (rows) => {
    const table = sampleTable(rows)
    const asked = { table, rulebook, clock }
    const some = measures.filter((_, place) => place % 5 === 0)
    const program = compilePopulation(some, SAMPLE_RULES, CITY_GROUPINGS)
    const match = matchRows(table, program, { blockRows: 256 })
    expect(match.rows).toBe(rows)
    expect(match.groups.map((group) => sum(group.rows))).toEqual(CITY_GROUPINGS.map(() => rows))
    expect(
      match.measures.map(({ certain, possible, money }) => ({ certain, possible, money })),
    ).toEqual(some.map((measure) => tallyOf(measure, verdictsOf(asked, measure), clock)))
  },
)

describe('nothing depends on', () => {
  const table = sampleTable(1100)
  const expected = plainOf(matchRows(table, PROGRAM))

  test.each([256, 512, 1280, 16_384])('blocks of %i rows', (blockRows) => {
    expect(plainOf(matchRows(table, PROGRAM, { blockRows }))).toEqual(expected)
  })

  test.each([
    ['plain', createPlainPrimitives],
    ['WebAssembly', createWasmPrimitives],
  ])('%s primitives', (_, makePrimitives) => {
    expect(plainOf(matchRows(table, PROGRAM, { makePrimitives, blockRows: 512 }))).toEqual(expected)
  })

  test('the other measures of a program', () => {
    const alone = measures.map((measure) => {
      const [found] = matchRows(table, compilePopulation([measure], SAMPLE_RULES)).measures
      return found
    })
    expect(alone).toEqual(expected.measures)
  })

  test('the order of the measures', () => {
    const backwards = compilePopulation(measures.toReversed(), SAMPLE_RULES)
    expect(matchRows(table, backwards).measures.toReversed()).toEqual(expected.measures)
  })

  test('money when only counts are asked for', () => {
    const counts = plainOf(matchRows(table, PROGRAM, { counted: 'counts' }))
    const withoutMoney = expected.measures.map((each) => ({ ...each, money: null }))
    expect(counts).toEqual({ ...expected, measures: withoutMoney })
  })
})

describe('groups', () => {
  const table = sampleTable(1000, 5)
  const match = matchRows(table, PROGRAM, { blockRows: 256 })
  const NAMED: readonly (readonly [string, number])[] = CITY_GROUPINGS.map(
    (grouping: Grouping, place) => ['fact' in grouping ? grouping.fact : grouping.ladder, place],
  )

  test.each(NAMED)('by %s add up to the totals of every measure', (_, place) => {
    const group = match.groups[place]
    expect(sum(group?.rows ?? [])).toBe(1000)
    const totals = match.measures.map((_measure, at) => {
      const counts = group?.countsOf(at)
      return [sum(counts?.certain ?? []), sum(counts?.possible ?? [])]
    })
    expect(totals).toEqual(match.measures.map(({ certain, possible }) => [certain, possible]))
  })

  test('each label counts the rows that have it', () => {
    const column = table.columns.find(({ fact }) => fact === 'enterprise.district')
    const [group] = match.groups
    const place = measures.findIndex(({ id }) => id === 'fixed for all')
    const rowsWith = (label: string | null): number =>
      [...(column?.values ?? [])].filter((stored) => (column?.codes?.[stored] ?? null) === label)
        .length
    const expected = [null, '310101', '310115'].map(rowsWith)
    expect(group?.labels).toEqual([null, '310101', '310115'])
    expect(group?.rows).toEqual(expected)
    expect(group?.countsOf(place)).toEqual({ certain: expected, possible: expected })
  })

  test.each<[string, Columns, readonly [string | null, number][]]>([
    [
      'a section, told by its divisions or by itself',
      { 'enterprise.industry': ['C', '40', '4011', 'K', 'X', null] },
      [
        [null, 2],
        ['A', 0],
        ['C', 3],
        ['K', 1],
      ],
    ],
    [
      'a class that the table of classes leaves open',
      {
        'enterprise.industry': ['40', '40', '40', 'X'],
        'enterprise.employees': [1000, null, null, 5],
        'enterprise.revenue@2024': [400_000, 2999, 400_000, 5],
      },
      [
        [null, 2],
        ['large', 1],
        ['medium', 0],
        ['small', 0],
        ['micro', 1],
      ],
    ],
    [
      'the highest rung that is certainly held',
      {
        'qualification.innovative': [true, true, false, null, true],
        'qualification.specialised': [true, false, false, false, null],
        'qualification.giant': [false, false, false, null, false],
      },
      [
        [null, 1],
        ['none', 1],
        ['innovative', 2],
        ['specialised', 1],
        ['giant', 0],
      ],
    ],
  ])('%s', (_, columns, expected) => {
    const everyone = measureWith('everyone', group('all'))
    const rules = { rulebook: rulesWith(everyone), clock }
    const program = compilePopulation([everyone], rules, CITY_GROUPINGS)
    const { groups } = matchRows(tableOf(rules.rulebook, columns), program)
    const labelled = groups.map(({ labels, rows }) =>
      labels.map((label, place) => [label, rows[place]]),
    )
    expect(labelled).toContainEqual(expected)
  })
})
