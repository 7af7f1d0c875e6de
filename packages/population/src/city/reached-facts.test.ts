import { expect, test } from 'vitest'
import { findReachedFacts } from './reached-facts.ts'
import { all, fact, leafOn, measure, smallRulebook } from './testing/small-rulebook.ts'

const reachedBy = (id: string, year: 'this' | 'last' | 'before-last' | null) => {
  const leaf = leafOn(fact(id, 'number'))
  const eligible = all({ ...leaf, reference: { kind: 'fact', fact: id, year } })
  const rulebook = smallRulebook({ measures: [measure('test/one', { eligible })] })
  return [...findReachedFacts(rulebook)].map(([each, years]) => [each, [...years]])
}

test.each([
  {
    name: 'a fact without a period',
    id: 'enterprise.pets',
    year: null,
    reached: [['enterprise.pets', []]],
  },
  {
    name: 'a figure of this year',
    id: 'enterprise.revenue',
    year: 'this' as const,
    reached: [['enterprise.revenue', [0]]],
  },
  {
    name: 'growth before last reaches the year before that',
    id: 'enterprise.revenue_growth',
    year: 'before-last' as const,
    reached: [['enterprise.revenue', [2, 3]]],
  },
  {
    name: 'a class reaches the industry and the limits of every row',
    id: 'enterprise.size_class',
    year: null,
    reached: [
      ['enterprise.industry', []],
      ['enterprise.revenue', [1]],
      ['enterprise.employees', [1]],
    ],
  },
  {
    name: 'a title reaches those that imply it',
    id: 'qualification.specialised_sme',
    year: null,
    reached: [
      ['qualification.specialised_sme.granted_on', []],
      ['qualification.specialised_sme.valid_until', []],
      ['qualification.little_giant.granted_on', []],
      ['qualification.little_giant.valid_until', []],
    ],
  },
])('$name', ({ id, year, reached }) => {
  expect(reachedBy(id, year)).toEqual(reached)
})

test('a formula reaches the years it names', () => {
  const leaf = leafOn(fact('enterprise.revenue', 'number'))
  const formula = 'last(enterprise.revenue, 3) + this_year(enterprise.main_revenue)'
  const reference = { kind: 'formula', formula, type: 'money', unit: null } as const
  const rulebook = smallRulebook({
    measures: [measure('test/one', { eligible: all({ ...leaf, reference }) })],
  })
  expect([...findReachedFacts(rulebook)]).toEqual([
    ['enterprise.revenue', new Set([3])],
    ['enterprise.main_revenue', new Set([0])],
  ])
})

test('the base of an amount is reached', () => {
  expect([...findReachedFacts(smallRulebook()).keys()]).toContain('enterprise.rd_spending')
})

test('a fact that no rule asks for is not reached', () => {
  expect([...findReachedFacts(smallRulebook()).keys()]).not.toContain('enterprise.unused')
})
