import { exact, isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { FormulaPlace } from './formula.ts'
import { evaluateFormula, feelEnvironmentOf, feelTypeOf } from './formula.ts'
import type { FactType, Scalar } from './model.ts'
import { NEVER } from './model.ts'
import type { Openness } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import { percent, yuan } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { yearly } from './testing/test-enterprise.ts'
import { rulebookWith, situationWith } from './testing/test-rulebook.ts'

const POINT: FormulaPlace = { context: 'point', year: null, need: null }

const inYear = (year: number): FormulaPlace => ({
  context: 'year',
  year,
  need: { fact: 'enterprise.rd_ratio', year },
})

const run = (source: string, facts: FactInputs, place: FormulaPlace = POINT) =>
  evaluateFormula(situationWith({ facts }), source, place)

const REVENUE = {
  'enterprise.revenue': yearly({ 2023: yuan(100), 2024: yuan(150), 2025: yuan(7) }),
}

describe('a formula that has a value', () => {
  test.each<[string, string, FactInputs, Scalar]>([
    ['a number', '1 + 2 * 3', {}, exact(7)],
    ['money', 'enterprise.assets / 3', { 'enterprise.assets': yuan(1) }, exact(100, 3)],
    ['a truth', 'enterprise.patents > 3', { 'enterprise.patents': 4 }, true],
    ['a code', 'enterprise.district', { 'enterprise.district': '310115' }, '310115'],
    ['a date', 'enterprise.founded_on', { 'enterprise.founded_on': '2020-02-29' }, '2020-02-29'],
    ['days', 'as_of - enterprise.founded_on', { 'enterprise.founded_on': '2025-05-31' }, exact(1)],
    ['the day of the facts', 'as_of', {}, '2025-06-01'],
    ['the day of submission', 'submitted_on', {}, '2025-06-01'],
    [
      'whole years, the day before',
      'full_years_between(enterprise.founded_on, as_of)',
      { 'enterprise.founded_on': '2020-06-02' },
      exact(4),
    ],
    [
      'whole years, the day itself',
      'full_years_between(enterprise.founded_on, as_of)',
      { 'enterprise.founded_on': '2020-06-01' },
      exact(5),
    ],
    ['the last year', 'last(enterprise.revenue)', REVENUE, yuan(150)],
    ['the year before it', 'last(enterprise.revenue, 2)', REVENUE, yuan(100)],
    ['the year of submission', 'this_year(enterprise.revenue)', REVENUE, yuan(7)],
    ['a derived fact of the last year', 'last(enterprise.growth)', REVENUE, exact(1, 2)],
    ['one truth decides beside an unknown', 'true or enterprise.is_listed', {}, true],
    ['one falsehood decides beside an unknown', 'enterprise.is_listed and false', {}, false],
  ])('%s', (_, source, facts, value) => {
    const resolved = run(source, facts)
    expect(resolved.kind === 'known' ? resolved.value : resolved).toEqual(value)
  })

  test.each<[number, Scalar]>([
    [2025, exact(7, 150)],
    [2024, exact(3, 2)],
  ])('of the year %i reads that year and the year before it', (year, value) => {
    const source = 'enterprise.revenue / previous(enterprise.revenue)'
    const resolved = run(source, REVENUE, inYear(year))
    expect(resolved.kind === 'known' && resolved.value).toEqual(value)
  })

  test('rests on each fact once', () => {
    const stated = { source: null, grade: null }
    const source = 'enterprise.patents + enterprise.patents + last(enterprise.growth)'
    expect(run(source, { ...REVENUE, 'enterprise.patents': 2 }).uses).toEqual([
      { ...stated, fact: 'enterprise.patents', year: null, value: exact(2) },
      { ...stated, fact: 'enterprise.revenue', year: 2024, value: yuan(150) },
      { ...stated, fact: 'enterprise.revenue', year: 2023, value: yuan(100) },
    ])
  })
})

const ASSETS = { fact: 'enterprise.assets', year: null }

test('the clock has two days', () => {
  const situation = situationWith({ asOf: '2025-06-01', submittedOn: '2024-02-01' })
  const days = ['as_of', 'submitted_on'].map((name) => evaluateFormula(situation, name, POINT))
  expect(days).toMatchObject([{ value: '2025-06-01' }, { value: '2024-02-01' }])
})

describe('a formula that has none', () => {
  test.each<[string, string, FactInputs, FormulaPlace, Openness]>([
    [
      'waits for what is missing',
      'enterprise.assets * enterprise.patents',
      { 'enterprise.patents': 1 },
      POINT,
      { ...CLOSED, missing: [ASSETS] },
    ],
    [
      'waits for the year that is missing',
      'last(enterprise.revenue, 2) / last(enterprise.revenue)',
      { 'enterprise.revenue': yearly({ 2024: yuan(1) }) },
      POINT,
      { ...CLOSED, missing: [{ fact: 'enterprise.revenue', year: 2023 }] },
    ],
    [
      'waits for the facts behind a derived one',
      'last(enterprise.rd_ratio)',
      { 'enterprise.revenue': yearly({ 2024: yuan(1) }) },
      POINT,
      { ...CLOSED, missing: [{ fact: 'enterprise.rd_spending', year: 2024 }] },
    ],
    [
      'waits for the year before the one it is asked for',
      'enterprise.revenue / previous(enterprise.revenue)',
      REVENUE,
      inYear(2023),
      { ...CLOSED, missing: [{ fact: 'enterprise.revenue', year: 2022 }] },
    ],
    [
      'waits for a judgement',
      'if enterprise.is_advanced then 1 else 2',
      {},
      POINT,
      { ...CLOSED, reviews: [{ fact: 'enterprise.is_advanced', year: null }] },
    ],
    [
      'divides by zero: the fact it defines is reviewed',
      'enterprise.rd_spending / enterprise.revenue',
      {
        'enterprise.revenue': yearly({ 2024: yuan(0) }),
        'enterprise.rd_spending': yearly({ 2024: yuan(1) }),
      },
      inYear(2024),
      { ...CLOSED, reviews: [{ fact: 'enterprise.rd_ratio', year: 2024 }] },
    ],
    [
      'divides by zero: nothing else would help',
      'enterprise.patents / (enterprise.patents - enterprise.patents) + enterprise.employees',
      { 'enterprise.patents': 1 },
      { ...POINT, need: { fact: 'enterprise.employees', year: null } },
      { ...CLOSED, reviews: [{ fact: 'enterprise.employees', year: null }] },
    ],
    [
      'divides by zero in a condition: what it reads is reviewed',
      'enterprise.assets / enterprise.assets * enterprise.patents',
      { 'enterprise.assets': 0, 'enterprise.patents': 1 },
      POINT,
      {
        ...CLOSED,
        reviews: [ASSETS, { fact: 'enterprise.patents', year: null }],
      },
    ],
    [
      'counts from a day that never came',
      'full_years_between(enterprise.entered_on, as_of)',
      { 'enterprise.entered_on': NEVER },
      POINT,
      { ...CLOSED, reviews: [{ fact: 'enterprise.entered_on', year: null }] },
    ],
    ['divides by zero whatever the facts', '1 / 0', {}, POINT, { ...CLOSED, gaps: ['not-found'] }],
  ])('%s', (_, source, facts, place, why) => {
    const { uses: _uses, ...resolved } = run(source, facts, place)
    expect(resolved).toEqual({ kind: 'open', possible: null, ...why })
  })

  test.each([
    ['does not parse', '1 +', 'formula does not parse: 1 +'],
    ['does not check', 'enterprise.nothing', 'formula does not check: enterprise.nothing'],
    [
      'mixes money and numbers',
      'enterprise.assets + 1',
      'formula does not check: enterprise.assets + 1',
    ],
    ['lacks a year', 'enterprise.revenue', 'formula does not check: enterprise.revenue'],
    [
      'compares with a code that does not exist',
      'enterprise.district = "999999"',
      'formula does not check: enterprise.district = "999999"',
    ],
  ])('a formula that %s is a bug of the corpus', (_, source, message) => {
    expect(() => run(source, {})).toThrow(new SyntaxError(message))
  })
})

test('a formula compiles once for each context', () => {
  const rulebook = rulebookWith()
  const situation = situationWith({ rulebook })
  for (const place of [POINT, POINT, { ...POINT, context: 'year', year: 2024 } as const]) {
    evaluateFormula(situation, 'enterprise.patents', place)
  }
  expect([...rulebook.formulas.keys()]).toEqual([
    'point:enterprise.patents',
    'year:enterprise.patents',
  ])
})

test.each<[FactType, ReturnType<typeof feelTypeOf>]>([
  ['money', 'money'],
  ['rate', 'number'],
  ['count', 'number'],
  ['number', 'number'],
  ['date', 'date'],
  ['boolean', 'boolean'],
  ['code', 'text'],
])('formulas see %s as %s', (type, expected) => {
  expect(feelTypeOf(type)).toBe(expected)
})

test('the environment names facts, their codes and the clock', () => {
  const { facts } = rulebookWith()
  const hasCode = (list: string, code: string) => list === 'district' && code === '310115'
  const { names } = feelEnvironmentOf({ facts, hasCode }, 'point')
  const district = names.get('enterprise.district')
  expect([
    names.get('enterprise.revenue'),
    names.get('as_of'),
    names.get('submitted_on'),
    names.get('today'),
    district?.values?.has('310115'),
    district?.values?.has('310116'),
  ]).toEqual([
    { type: 'money', period: 'year' },
    { type: 'date', period: 'point' },
    { type: 'date', period: 'point' },
    undefined,
    true,
    false,
  ])
})

test('a stated derived fact wins over its formula', () => {
  const facts = { ...REVENUE, 'enterprise.rd_ratio': yearly({ 2024: percent('5%') }) }
  expect(run('last(enterprise.rd_ratio)', facts)).toMatchObject({ value: percent('5%') })
})

test('days that never came are never before or after a day', () => {
  const source = `enterprise.entered_on <= date("${isoDate('2025-01-01')}")`
  const resolved = run(source, { 'enterprise.entered_on': NEVER })
  expect(resolved.kind).toBe('open')
})
