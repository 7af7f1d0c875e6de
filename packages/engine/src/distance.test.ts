import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { Distance } from './distance.ts'
import { distanceOf } from './distance.ts'
import { applyGuard } from './guard.ts'
import type { Guard } from './model.ts'
import { NEVER } from './model.ts'
import {
  atLeast,
  compared,
  formulaOf,
  guard,
  HOLE,
  is,
  lessThan,
  noneOf,
  oneOf,
  percent,
  yuan,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { yearly } from './testing/test-enterprise.ts'
import { situationWith } from './testing/test-rulebook.ts'

const distance = (tested: Guard, facts: FactInputs): Distance | null => {
  const situation = situationWith({ facts })
  return distanceOf(situation.rulebook, tested, applyGuard(situation, tested))
}

const money = (by: string, direction: 'short' | 'over'): Distance => ({
  kind: 'number',
  type: 'money',
  direction,
  by: yuan(by),
  bound: yuan(20_000_000),
})

const BOUND = yuan(20_000_000)

describe('numbers', () => {
  test.each([
    ['one fen short of at-least', atLeast(BOUND), '19999999.99', money('0.01', 'short')],
    ['far short of at-least', atLeast(BOUND), '18600000', money('1400000', 'short')],
    ['below zero', atLeast(BOUND), '-1', money('20000001', 'short')],
    ['the bound of more-than', compared('more-than', BOUND), '20000000', money('0', 'short')],
    ['short of more-than', compared('more-than', BOUND), '19999999.99', money('0.01', 'short')],
    ['one fen over at-most', compared('at-most', BOUND), '20000000.01', money('0.01', 'over')],
    ['the bound of less-than', lessThan(BOUND), '20000000', money('0', 'over')],
    ['over less-than', lessThan(BOUND), '20000000.01', money('0.01', 'over')],
  ])('%s', (_, tested, amount, expected) => {
    const facts = { 'enterprise.assets': yuan(amount) }
    expect(distance(guard('enterprise.assets', tested), facts)).toEqual(expected)
  })

  test('a rate is off by a part of one', () => {
    const facts = { 'enterprise.rd_ratio': yearly({ 2024: percent('2.99%') }) }
    expect(distance(guard('enterprise.rd_ratio@last', atLeast(percent('3%'))), facts)).toEqual({
      kind: 'number',
      type: 'rate',
      direction: 'short',
      by: percent('0.01%'),
      bound: percent('3%'),
    })
  })

  test('a formula has the type that its leaf says', () => {
    const facts = { 'enterprise.patents': 2 }
    const doubled = formulaOf('enterprise.patents * 2', 'count')
    expect(distance(guard(doubled, atLeast(5)), facts)).toEqual({
      kind: 'number',
      type: 'count',
      direction: 'short',
      by: exact(1),
      bound: exact(5),
    })
  })

  test('the first comparison that fails counts', () => {
    const tests = [atLeast(10), atLeast(HOLE), lessThan(5), lessThan(4)]
    expect(distance(guard('enterprise.patents', ...tests), { 'enterprise.patents': 12 })).toEqual({
      kind: 'number',
      type: 'count',
      direction: 'over',
      by: exact(7),
      bound: exact(5),
    })
  })

  test('another number than the one that is asked for has no distance to tell', () => {
    expect(distance(guard('enterprise.patents', is(5)), { 'enterprise.patents': 4 })).toEqual({
      kind: 'other',
      expected: [],
    })
  })
})

describe('dates', () => {
  test.each<[string, 'not-before' | 'not-after', string, Distance]>([
    [
      'a day early',
      'not-before',
      '2023-05-16',
      { kind: 'date', direction: 'early', days: 1, bound: '2023-05-17' },
    ],
    [
      'a leap year early',
      'not-before',
      '2020-02-28',
      { kind: 'date', direction: 'early', days: 1174, bound: '2023-05-17' },
    ],
    [
      'a day late',
      'not-after',
      '2023-05-18',
      { kind: 'date', direction: 'late', days: 1, bound: '2023-05-17' },
    ],
    ['never before', 'not-before', NEVER, { kind: 'other', expected: ['2023-05-17'] }],
    ['never after', 'not-after', NEVER, { kind: 'other', expected: ['2023-05-17'] }],
  ])('%s', (_, word, day, expected) => {
    const tested = guard('enterprise.entered_on', compared(word, '2023-05-17'))
    expect(distance(tested, { 'enterprise.entered_on': day })).toEqual(expected)
  })
})

describe('codes and truths', () => {
  test.each<[string, Guard, FactInputs, readonly string[]]>([
    [
      'one of these',
      guard('enterprise.industry', oneOf('C', 'K')),
      { 'enterprise.industry': 'A' },
      ['C', 'K'],
    ],
    [
      'none of these',
      guard('enterprise.industry', noneOf('A')),
      { 'enterprise.industry': 'A' },
      [],
    ],
    [
      'this code',
      guard('enterprise.district', is('310115')),
      { 'enterprise.district': '310101' },
      ['310115'],
    ],
    [
      'not this code',
      guard('enterprise.district', compared('is-not', '310101')),
      { 'enterprise.district': '310101' },
      [],
    ],
    ['yes', guard('enterprise.is_listed', is(true)), { 'enterprise.is_listed': false }, ['true']],
    ['no', guard('enterprise.is_listed', is(false)), { 'enterprise.is_listed': true }, ['false']],
    [
      'never',
      guard('enterprise.entered_on', is(NEVER)),
      { 'enterprise.entered_on': '2023-05-17' },
      [NEVER],
    ],
  ])('%s', (_, tested, facts, expected) => {
    expect(distance(tested, facts)).toEqual({ kind: 'other', expected })
  })
})

describe('nothing to tell', () => {
  test.each<[string, Guard, FactInputs]>([
    ['the condition holds', guard('enterprise.patents', atLeast(1)), { 'enterprise.patents': 1 }],
    ['the value is open', guard('enterprise.patents', atLeast(1)), {}],
    [
      'the value is open, yet fails',
      guard('enterprise.size_class', is('large')),
      { 'enterprise.industry': 'C', 'enterprise.employees': 20 },
    ],
    [
      'the text has a hole',
      guard('enterprise.patents', atLeast(HOLE)),
      { 'enterprise.patents': 1 },
    ],
  ])('%s', (_, tested, facts) => {
    expect(distance(tested, facts)).toBeNull()
  })
})
