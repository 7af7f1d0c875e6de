import { isoDate, toDayNumber } from '@huiqi/domain'
import { expect, test } from 'vitest'
import { smallRulebook } from '../city/testing/small-rulebook.ts'
import { NEVER_DAY } from './cell.ts'
import { createTitleCheck, missingLastDays } from './complete-titles.ts'

const day = (text: string): number => toDayNumber(isoDate(text))
const NAMES = ['high_tech', 'quality_medal'] as const
const FACTS = NAMES.flatMap((id) => [
  `qualification.${id}.granted_on`,
  `qualification.${id}.valid_until`,
])
const check = createTitleCheck(smallRulebook(), new Map(FACTS.map((each, place) => [each, place])))

const NONE = Number.NaN

test.each([
  {
    name: 'the last day is worked out',
    from: day('2024-02-29'),
    to: NONE,
    until: day('2027-02-27'),
  },
  { name: 'a last day that is given stays', from: 10, to: 20, until: 20 },
  { name: 'one day is long enough', from: 10, to: 10, until: 10 },
  { name: 'never granted says nothing of the last day', from: NEVER_DAY, to: NONE, until: NONE },
  { name: 'nothing known stays unknown', from: NONE, to: NONE, until: NONE },
  { name: 'a last day alone stays', from: NONE, to: 20, until: 20 },
])('$name', ({ from, to, until }) => {
  const values = Float64Array.of(from, to, NONE, NONE)
  expect(check(values)).toBeNull()
  expect(values[1]).toBe(until)
})

test('a title without a known period stays open', () => {
  const values = Float64Array.of(NONE, NONE, 10, NONE)
  expect(check(values)).toBeNull()
  expect(values[3]).toBeNaN()
})

test.each([
  { from: 10, to: 9 },
  { from: 10, to: NEVER_DAY },
])('a last day of $to after a first day of $from is refused', ({ from, to }) => {
  expect(check(Float64Array.of(from, to, NONE, NONE))?.code).toBe('enterprise.title-order')
})

test('last days are added where only first days are given', () => {
  const facts = new Set(FACTS.slice(0, 3))
  expect(missingLastDays(smallRulebook(), facts)).toEqual([
    'qualification.quality_medal.valid_until',
  ])
})
