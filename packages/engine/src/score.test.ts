import type { Exact } from '@huiqi/domain'
import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { traceCondition } from './condition.ts'
import type { Guard, Indicator, ScoreTable } from './model.ts'
import type { Openness } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import { fillScoreSheet, scoreOf } from './score.ts'
import {
  atLeast,
  compared,
  guard,
  is,
  leaf,
  percent,
  reference,
  words,
  yuan,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { yearly } from './testing/test-enterprise.ts'
import { fact, rulebookWith, situationWith } from './testing/test-rulebook.ts'

type Item = Indicator['items'][number]

const points = (count: number, ...guards: readonly Guard[]): Item => ({
  guards,
  points: exact(count),
  per: null,
})

const perStep = (count: number, of: string, step: Exact): Item => ({
  guards: [],
  points: exact(count),
  per: { reference: reference(of), step },
})

const indicator = (mode: Indicator['mode'], max: number, ...items: readonly Item[]): Indicator => ({
  id: 'it',
  says: words('it'),
  max: exact(max),
  mode,
  items,
})

const table = (
  max: number,
  groups: Readonly<Record<string, readonly Indicator[]>>,
): ScoreTable => ({
  id: 'grades',
  name: words('grades'),
  provision: 'annex-1',
  max: exact(max),
  groups: Object.entries(groups).map(([id, indicators]) => ({ id, name: words(id), indicators })),
})

const situationOver = (score: ScoreTable, facts: FactInputs) =>
  situationWith({ facts, rulebook: rulebookWith({ scoreTables: [score] }) })

/** Low, high and the keys of what is missing or to be judged. */
const spanOf = (entry: Indicator, facts: FactInputs) => {
  const { total } = fillScoreSheet(situationOver(table(1000, { only: [entry] }), facts), 'grades')
  return [total.low, total.high, total.why]
}

const needs = (...facts: readonly string[]): Openness => ({
  ...CLOSED,
  missing: facts.map((name) => ({ fact: name, year: null })),
})

const exactly = (count: number) => [exact(count), exact(count), CLOSED]
const between = (low: number, high: number, why: Openness) => [exact(low), exact(high), why]

const STAFF = indicator(
  'first',
  20,
  points(20, guard('enterprise.employees', atLeast(100))),
  points(15, guard('enterprise.employees', atLeast(50))),
  points(5, guard('enterprise.has_brand', is(true))),
)

describe('the first item that holds', () => {
  test.each<[string, FactInputs, readonly unknown[]]>([
    ['the best item', { 'enterprise.employees': 100 }, exactly(20)],
    ['one below it', { 'enterprise.employees': 99 }, exactly(15)],
    ['the edge of the second', { 'enterprise.employees': 50 }, exactly(15)],
    ['the third', { 'enterprise.employees': 49, 'enterprise.has_brand': true }, exactly(5)],
    ['none', { 'enterprise.employees': 49, 'enterprise.has_brand': false }, exactly(0)],
    [
      'the third is open',
      { 'enterprise.employees': 49 },
      between(0, 5, needs('enterprise.has_brand')),
    ],
    [
      'the first two are open, the third holds',
      { 'enterprise.has_brand': true },
      between(5, 20, needs('enterprise.employees')),
    ],
    [
      'everything is open',
      {},
      between(0, 20, needs('enterprise.employees', 'enterprise.has_brand')),
    ],
  ])('%s', (_, facts, expected) => {
    expect(spanOf(STAFF, facts)).toEqual(expected)
  })

  test('open items that give the same as the one that holds decide nothing', () => {
    const entry = indicator(
      'first',
      20,
      points(5, guard('enterprise.has_brand', is(true))),
      points(5),
    )
    expect(spanOf(entry, {})).toEqual(exactly(5))
  })

  test('every guard of an item must hold', () => {
    const both = points(
      9,
      guard('enterprise.has_brand', is(true)),
      guard('enterprise.employees', atLeast(10)),
    )
    const entry = indicator('first', 9, both)
    const spans = [
      spanOf(entry, { 'enterprise.has_brand': true, 'enterprise.employees': 10 }),
      spanOf(entry, { 'enterprise.has_brand': true, 'enterprise.employees': 9 }),
      spanOf(entry, { 'enterprise.has_brand': true }),
      spanOf(entry, { 'enterprise.employees': 9 }),
    ]
    expect(spans).toEqual([
      exactly(9),
      exactly(0),
      between(0, 9, needs('enterprise.employees')),
      exactly(0),
    ])
  })

  test('a judgement that was not made is a review', () => {
    const entry = indicator('first', 9, points(9, guard('enterprise.is_advanced', is(true))))
    const reviews = [{ fact: 'enterprise.is_advanced', year: null }]
    expect(spanOf(entry, {})).toEqual(between(0, 9, { ...CLOSED, reviews }))
  })
})

const HONOURS = indicator(
  'sum',
  10,
  points(6, guard('enterprise.has_brand', is(true))),
  points(3, guard('enterprise.is_listed', is(true))),
  perStep(1, 'enterprise.patents', exact(2)),
)

const honours = (brand: boolean, listed: boolean, patents: number): FactInputs => ({
  'enterprise.has_brand': brand,
  'enterprise.is_listed': listed,
  'enterprise.patents': patents,
})

describe('the sum of all items that hold', () => {
  test.each<[string, FactInputs, readonly unknown[]]>([
    ['nothing', honours(false, false, 0), exactly(0)],
    ['two items', honours(true, true, 0), exactly(9)],
    ['one short of a step', honours(false, false, 1), exactly(0)],
    ['one step', honours(false, false, 2), exactly(1)],
    ['a step and a half', honours(false, false, 3), exactly(1)],
    ['exactly at the maximum', honours(true, true, 2), exactly(10)],
    ['above the maximum', honours(true, true, 4), exactly(10)],
    ['a negative count gives nothing', honours(false, false, -3), exactly(0)],
    [
      'one item open',
      { 'enterprise.has_brand': false, 'enterprise.patents': 4 },
      between(2, 5, needs('enterprise.is_listed')),
    ],
    [
      'the count open: up to the maximum',
      { 'enterprise.has_brand': true, 'enterprise.is_listed': false },
      between(6, 10, needs('enterprise.patents')),
    ],
    [
      'the maximum is reached without what is open',
      { 'enterprise.has_brand': true, 'enterprise.patents': 8 },
      exactly(10),
    ],
    [
      'everything open',
      {},
      between(0, 10, needs('enterprise.has_brand', 'enterprise.is_listed', 'enterprise.patents')),
    ],
  ])('%s', (_, facts, expected) => {
    expect(spanOf(HONOURS, facts)).toEqual(expected)
  })

  test.each([
    ['one fen short of two steps of money', yuan('1999999.99'), 2],
    ['exactly two steps of money', yuan(2_000_000), 4],
  ])('%s', (_, assets, expected) => {
    const entry = indicator('sum', 10, perStep(2, 'enterprise.assets', yuan(1_000_000)))
    expect(spanOf(entry, { 'enterprise.assets': assets })).toEqual(exactly(expected))
  })

  test('a step that is a fraction', () => {
    const entry = indicator('sum', 10, perStep(1, 'enterprise.rd_ratio@last', percent('0.5%')))
    const facts = {
      'enterprise.revenue': yearly({ 2024: yuan(1000) }),
      'enterprise.rd_spending': yearly({ 2024: yuan('14.99') }),
    }
    expect(spanOf(entry, facts)).toEqual(exactly(2))
  })
})

const SCORE = table(25, { staff: [STAFF], honours: [HONOURS] })

describe('the total', () => {
  test.each<[string, FactInputs, string | null, readonly unknown[]]>([
    [
      'adds the groups',
      { 'enterprise.employees': 50, ...honours(true, false, 2) },
      null,
      exactly(22),
    ],
    [
      'is cut at the maximum of the table',
      { 'enterprise.employees': 100, ...honours(true, true, 2) },
      null,
      exactly(25),
    ],
    [
      'is definite when the maximum is reached without what is open',
      { 'enterprise.employees': 100, 'enterprise.has_brand': true },
      null,
      exactly(25),
    ],
    [
      'of one group',
      { 'enterprise.employees': 50, ...honours(true, false, 2) },
      'honours',
      exactly(7),
    ],
    [
      'of one group does not wait for another',
      { 'enterprise.employees': 50 },
      'staff',
      exactly(15),
    ],
  ])('%s', (_, facts, group, [low]) => {
    const resolved = scoreOf(situationOver(SCORE, facts), 'grades', group)
    expect(resolved.kind === 'known' ? resolved.value : resolved).toEqual(low)
  })

  test('is a range while indicators are open', () => {
    const facts = {
      'enterprise.employees': 50,
      'enterprise.has_brand': true,
      'enterprise.patents': 0,
    }
    const resolved = scoreOf(situationOver(SCORE, facts), 'grades', null)
    expect({ ...resolved, uses: [] }).toEqual({
      kind: 'open',
      ...needs('enterprise.is_listed'),
      possible: { kind: 'range', low: exact(21), high: exact(24) },
      uses: [],
    })
  })

  test.each<[string, () => unknown, string]>([
    ['table', () => scoreOf(situationWith(), 'none', null), 'unknown score table: none'],
    [
      'group',
      () => scoreOf(situationOver(SCORE, {}), 'grades', 'none'),
      'grades has no group none',
    ],
  ])('a %s that does not exist is a bug of the corpus', (_, act, message) => {
    expect(act).toThrow(new RangeError(message))
  })
})

describe('a condition on a score', () => {
  const derivation = { kind: 'score', table: 'grades', group: null } as const
  const rulebook = rulebookWith({
    facts: [fact('score.grades', 'number', { derivation })],
    scoreTables: [SCORE],
  })
  test.each([
    ['reached by the low end', 21, 'true'],
    ['between the ends', 22, 'open'],
    ['at the high end', 24, 'open'],
    ['above the high end', 25, 'false'],
  ])('%s', (_, bound, truth) => {
    const facts = {
      'enterprise.employees': 50,
      'enterprise.has_brand': true,
      'enterprise.patents': 0,
    }
    const condition = leaf('score.grades', compared('at-least', bound))
    expect(traceCondition(situationWith({ rulebook, facts }), condition).truth).toBe(truth)
  })
})

test('a sheet shows each indicator with its points and facts', () => {
  const facts = { 'enterprise.employees': 50, ...honours(false, false, 5) }
  const { groups } = fillScoreSheet(situationOver(SCORE, facts), 'grades')
  expect(
    groups.map(({ id, span, indicators }) => [
      id,
      span.low,
      indicators.map((entry) => [entry.span.high, entry.span.uses.map((use) => use.fact)]),
    ]),
  ).toEqual([
    ['staff', exact(15), [[exact(15), ['enterprise.employees']]]],
    [
      'honours',
      exact(2),
      [[exact(2), ['enterprise.has_brand', 'enterprise.is_listed', 'enterprise.patents']]],
    ],
  ])
})
