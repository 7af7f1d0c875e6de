import { exact } from '@huiqi/domain'
import { expect, test } from 'vitest'
import {
  type Answers,
  type FactAnswer,
  isEmpty,
  NO_ANSWERS,
  toEnterprise,
  withFact,
  withLater,
  withNone,
  withoutFact,
  withoutThing,
  withThing,
  withUnknown,
} from './answers.ts'

const revenue = (value: number, year = 2024): FactAnswer => ({
  fact: 'enterprise.revenue',
  year,
  thing: null,
  value: exact(value),
})

const named = (answers: Answers): Answers => withThing(answers, 'project', (at) => `P${at}`)

test('a second value for the same fact and year takes the place of the first', () => {
  const answers = withFact(withFact(withFact(NO_ANSWERS, revenue(1)), revenue(5, 2023)), revenue(2))
  expect(answers.facts).toEqual([revenue(2), revenue(5, 2023)])
})

test('a value can be taken back', () => {
  const answers = withoutFact(withFact(NO_ANSWERS, revenue(1)), 'enterprise.revenue@2024#')
  expect(answers).toEqual(NO_ANSWERS)
})

test('an answer ends "not known" and "later"', () => {
  const key = 'enterprise.revenue@2024#'
  const answers = withFact(withLater(withUnknown(NO_ANSWERS, key), key), revenue(1))
  expect([answers.unknown, answers.later]).toEqual([[], []])
})

test('what is put off again goes to the end', () => {
  const answers = withLater(withLater(withLater(NO_ANSWERS, 'a'), 'b'), 'a')
  expect(answers.later).toEqual(['b', 'a'])
})

test('a number is not given twice, also after a thing was taken away', () => {
  const two = named(named(NO_ANSWERS))
  const answers = named(withoutThing(two, 'project-1'))
  expect(answers.things.map(({ id, name }) => [id, name])).toEqual([
    ['project-2', 'P2'],
    ['project-3', 'P3'],
  ])
})

test('with a thing goes all that was said of it', () => {
  const about = { fact: 'project.kind', year: null, thing: 'project-1', value: 'x' }
  expect(withoutThing(withFact(named(NO_ANSWERS), about), 'project-1')).toEqual(NO_ANSWERS)
})

test('to have none takes away those that were named, and the other way round', () => {
  const none = withNone(named(NO_ANSWERS), 'project')
  expect([none.things, none.without]).toEqual([[], ['project']])
  expect(named(none).without).toEqual([])
})

test('skipping is no answer, not knowing is one', () => {
  expect(isEmpty(withLater(NO_ANSWERS, 'a'))).toBe(true)
  expect(isEmpty(withUnknown(NO_ANSWERS, 'a'))).toBe(false)
})

test('the enterprise has what was said, self-declared, and knows of what it has none', () => {
  const about = { fact: 'project.kind', year: null, thing: 'project-1', value: 'x' }
  const answers = withNone(withFact(withFact(named(NO_ANSWERS), revenue(7)), about), 'loan')
  const self = { source: 'self', grade: 'D' }
  expect(toEnterprise(answers)).toEqual({
    uscc: null,
    name: '',
    facts: { 'enterprise.revenue': [{ value: exact(7), year: 2024, ...self }] },
    things: {
      project: [
        {
          id: 'project-1',
          name: 'P1',
          facts: { 'project.kind': [{ value: 'x', year: null, ...self }] },
        },
      ],
      loan: [],
    },
    awards: [],
  })
})
