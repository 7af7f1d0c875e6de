import { expect, test } from 'vitest'
import { NOT_FOUND } from './model.ts'
import { gapOf, resolveOperand, typeOfReference } from './reference.ts'
import { yearMeant } from './situation.ts'
import {
  formulaOf,
  HOLE,
  literal,
  parameterNamed,
  reference,
  yuan,
} from './testing/test-condition.ts'
import { clockOn } from './testing/test-enterprise.ts'
import { rulebookWith, situationWith } from './testing/test-rulebook.ts'

test.each([
  ['a fact', reference('enterprise.revenue@last'), 'money'],
  ['a formula', formulaOf('true', 'boolean'), 'boolean'],
])('the type of %s', (_, left, expected) => {
  expect(typeOfReference(rulebookWith(), left)).toBe(expected)
})

test('a fact outside the vocabulary has no type', () => {
  expect(() => typeOfReference(rulebookWith(), reference('x.y'))).toThrow(
    new RangeError('unknown fact: x.y'),
  )
})

test.each([
  ['a literal', literal(true), true, NOT_FOUND],
  ['a hole', HOLE, null, NOT_FOUND],
  ['a parameter', parameterNamed('cap'), yuan(1000), 'cap'],
  ['a parameter that was not found', parameterNamed('award'), null, 'award'],
])('the right-hand side: %s', (_, right, value, gap) => {
  expect([resolveOperand(situationWith(), right), gapOf(right)]).toEqual([value, gap])
})

test.each([
  ['2025-01-01', [2025, 2024, 2023]],
  ['2025-12-31', [2025, 2024, 2023]],
  ['2026-01-01', [2026, 2025, 2024]],
])('years are counted from the day of submission %s', (day, expected) => {
  const clock = clockOn('2020-06-01', day)
  const years = (['this', 'last', 'before-last'] as const).map((year) => yearMeant(clock, year))
  expect(years).toEqual(expected)
})
