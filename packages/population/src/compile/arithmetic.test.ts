import { type Exact, exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { CLOCK, rulesWith } from '../testing/test-rules.ts'
import { arithmeticOf, evaluateArithmetic } from './arithmetic.ts'
import { compileContext } from './compile-context.ts'

const CONTEXT = compileContext(rulesWith(), CLOCK)
const POINT = { context: 'point', year: null } as const

const resultOf = (formula: string, facts: Readonly<Record<string, number>>): Exact | null => {
  const expression = arithmeticOf(CONTEXT, formula, POINT)
  if (expression === null) throw new RangeError(`no arithmetic: ${formula}`)
  return evaluateArithmetic(expression, ({ fact, year }) => {
    const found = facts[year === null ? fact : `${fact}@${year}`]
    return found === undefined ? null : exact(found)
  })
}

const REVENUES = { 'enterprise.revenue@2024': 300, 'enterprise.revenue@2023': 200 }

describe('a formula as arithmetic', () => {
  test.each([
    ['a sum', 'last(enterprise.revenue) + yuan(2)', REVENUES, exact(500)],
    [
      'a difference',
      'last(enterprise.revenue) - last(enterprise.revenue, 2)',
      REVENUES,
      exact(100),
    ],
    ['a quotient', 'last(enterprise.revenue) / last(enterprise.revenue, 2)', REVENUES, exact(3, 2)],
    ['a negation', '-last(enterprise.revenue)', REVENUES, exact(-300)],
    ['a formula inside', 'last(enterprise.growth)', REVENUES, exact(1, 2)],
    [
      'a stated value inside',
      'last(enterprise.growth)',
      { ...REVENUES, 'enterprise.growth@2024': 9 },
      exact(9),
    ],
    ['a missing fact', 'last(enterprise.revenue) + enterprise.assets', REVENUES, null],
    ['a product of nothing', '0 * enterprise.assets', REVENUES, null],
    ['a division by zero', '1 / enterprise.employees', { 'enterprise.employees': 0 }, null],
    [
      'days',
      '(as_of - enterprise.founded_on) / @"P1D"',
      { 'enterprise.founded_on': 20_000 },
      exact(270),
    ],
  ])('%s', (_, formula, facts, expected) => {
    expect(resultOf(formula, facts)).toEqual(expected)
  })

  test.each([
    ['a power', 'enterprise.assets ** 2'],
    ['a call', 'floor(enterprise.assets / 2)'],
    ['a choice', 'if enterprise.is_listed then 1 else 2'],
    ['a truth', 'enterprise.is_listed'],
    ['no formula', 'enterprise.assets +'],
  ])('%s is none', (_, formula) => {
    expect(arithmeticOf(CONTEXT, formula, POINT)).toBe(null)
  })
})
