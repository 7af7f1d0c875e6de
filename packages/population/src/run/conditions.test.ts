import { isoDate } from '@huiqi/domain'
import type { Clock } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { compilePopulation } from '../compile/program.ts'
import { CLASS_CASES, CODE_CASES, SCORE_CASES } from '../testing/cases-of-codes.ts'
import { DATE_CASES, TITLE_CASES } from '../testing/cases-of-dates.ts'
import { LOGIC_CASES, THING_CASES } from '../testing/cases-of-logic.ts'
import { FORMULA_CASES, NUMBER_CASES } from '../testing/cases-of-values.ts'
import type { ConditionCase } from '../testing/condition-cases.ts'
import { signOf, signsOfBits, verdictsOf } from '../testing/row-answers.ts'
import {
  atLeast,
  CLOCK,
  group,
  leaf,
  measureWith,
  parameterNamed,
  rulesWith,
} from '../testing/test-rules.ts'
import { tableOf } from '../testing/test-table.ts'
import { matchRows } from './match-rows.ts'
import { openPopulation } from './open-population.ts'

const count = (text: string, signs: string): number =>
  [...text].filter((sign) => signs.includes(sign)).length

const checkCase = ({ name, eligible, columns, signs, about = 'enterprise' }: ConditionCase) => {
  const measure = { ...measureWith(name, eligible), about }
  const rulebook = rulesWith(measure)
  const table = tableOf(rulebook, columns)
  const asked = { table, rulebook, clock: CLOCK }
  const plain = verdictsOf(asked, measure).map(signOf).join('')
  const bits = openPopulation(table, asked, []).matchOne(measure)
  const [counts] = matchRows(table, compilePopulation([measure], asked)).measures
  return {
    plain,
    bits: signsOfBits(bits, table.rows),
    certain: counts?.certain,
    possible: counts?.possible,
    expected: {
      plain: signs,
      bits: signs,
      certain: count(signs, '+'),
      possible: count(signs, '+?'),
    },
  }
}

describe.each([
  ['numbers', NUMBER_CASES],
  ['formulas and years', FORMULA_CASES],
  ['groups', LOGIC_CASES],
  ['things', THING_CASES],
  ['codes', CODE_CASES],
  ['class tables', CLASS_CASES],
  ['scores', SCORE_CASES],
  ['dates', DATE_CASES],
  ['titles', TITLE_CASES],
])('%s', (_, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const { expected, ...found } = checkCase(each)
    expect(found).toEqual(expected)
  })
})

describe('the day', () => {
  const floor = leaf('enterprise.revenue@last', atLeast(parameterNamed('revenue_floor')))
  const clockOn = (day: string): Clock => ({ asOf: isoDate(day), submittedOn: isoDate(day) })
  const columns = {
    'enterprise.revenue@2024': [99, 100, 199, 200],
    'enterprise.revenue@2023': [99, 100, 199, 200],
    'enterprise.revenue@2022': [99, 100, 199, 200],
  }

  test.each([
    ['2023-12-31', 3, 3],
    ['2024-01-01', 0, 4],
    ['2024-12-31', 0, 4],
    ['2025-01-01', 1, 1],
  ])('on %s a dated parameter lets %i pass and leaves %i possible', (day, certain, possible) => {
    const measure = measureWith('floor', floor)
    const rulebook = rulesWith(measure)
    const program = compilePopulation([measure], { rulebook, clock: clockOn(day) })
    const [found] = matchRows(tableOf(rulebook, columns), program).measures
    expect(found).toEqual({ measure, status: 'rule', certain, possible, money: null })
  })

  test.each([
    ['2024-12-31', 'not-in-force', 0],
    ['2025-01-01', 'rule', 4],
    ['2025-12-31', 'rule', 4],
    ['2026-01-01', 'not-in-force', 0],
  ])('on %s a measure of one year is %s', (day, status, certain) => {
    const inForce = { from: isoDate('2025-01-01'), to: isoDate('2025-12-31') }
    const measure = { ...measureWith('year', group('all')), inForce }
    const rulebook = rulesWith(measure)
    const program = compilePopulation([measure], { rulebook, clock: clockOn(day) })
    const [found] = matchRows(tableOf(rulebook, columns), program).measures
    expect(found).toEqual({ measure, status, certain, possible: certain, money: null })
  })

  test('a measure without a rule is possible for everyone', () => {
    const measure = measureWith('no rule', null)
    const rulebook = rulesWith(measure)
    const program = compilePopulation([measure], { rulebook, clock: CLOCK })
    const [found] = matchRows(tableOf(rulebook, columns), program).measures
    expect(found).toEqual({
      measure,
      status: 'without-rule',
      certain: 0,
      possible: 4,
      money: null,
    })
  })
})
