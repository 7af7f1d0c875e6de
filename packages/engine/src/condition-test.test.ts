import { describe, expect, test } from 'vitest'
import { applyTest } from './condition-test.ts'
import type { Test } from './model.ts'
import { NEVER, NOT_FOUND } from './model.ts'
import type { Possible, Resolved } from './resolved.ts'
import { known, open } from './resolved.ts'
import type { ScalarInput } from './testing/test-condition.ts'
import {
  compared,
  HOLE,
  is,
  noneOf,
  oneOf,
  parameterNamed,
  toScalar,
  yuan,
} from './testing/test-condition.ts'
import { rulebookWith, situationWith } from './testing/test-rulebook.ts'
import type { Truth } from './truth.ts'

const RULEBOOK = rulebookWith()

const outcome = (test: Test, resolved: Resolved, at: { on?: string; codes?: string } = {}) => {
  const index = RULEBOOK.codeLists.get(at.codes ?? '') ?? null
  const situation = situationWith({ rulebook: RULEBOOK, asOf: at.on ?? '2025-06-01' })
  return applyTest(situation, test, { resolved, index })
}

const value = (input: ScalarInput): Resolved => known(toScalar(input))

const unknown = (possible: Possible = null): Resolved =>
  open({ missing: [{ fact: 'x', year: null }] }, { possible })

const range = (low: number, high: number): Resolved =>
  unknown({ kind: 'range', low: yuan(low), high: yuan(high) })

describe('order words', () => {
  test.each<[Parameters<typeof compared>[0], Truth, Truth, Truth]>([
    ['at-least', 'false', 'true', 'true'],
    ['at-most', 'true', 'true', 'false'],
    ['more-than', 'false', 'false', 'true'],
    ['less-than', 'true', 'false', 'false'],
    ['is', 'false', 'true', 'false'],
    ['is-not', 'true', 'false', 'true'],
  ])('%s: one fen below %s, equal %s, one fen above %s', (word, below, equal, above) => {
    const truths = ['99.99', '100', '100.01'].map(
      (amount) => outcome(compared(word, yuan(100)), value(yuan(amount))).truth,
    )
    expect(truths).toEqual([below, equal, above])
  })

  test.each(['at-least', 'at-most', 'more-than', 'less-than', 'is', 'is-not'] as const)(
    '%s of an open value is open',
    (word) => {
      expect(outcome(compared(word, yuan(100)), unknown()).truth).toBe('open')
    },
  )

  test.each<[Parameters<typeof compared>[0], number, number, Truth]>([
    ['at-least', 100, 200, 'true'],
    ['at-least', 99, 200, 'open'],
    ['at-least', 50, 100, 'open'],
    ['at-least', 50, 99, 'false'],
    ['more-than', 101, 200, 'true'],
    ['more-than', 100, 200, 'open'],
    ['more-than', 50, 101, 'open'],
    ['more-than', 50, 100, 'false'],
    ['at-most', 50, 100, 'true'],
    ['at-most', 50, 101, 'open'],
    ['at-most', 100, 200, 'open'],
    ['at-most', 101, 200, 'false'],
    ['less-than', 50, 99, 'true'],
    ['less-than', 50, 100, 'open'],
    ['less-than', 99, 200, 'open'],
    ['less-than', 100, 200, 'false'],
    ['is', 50, 200, 'open'],
    ['is-not', 50, 200, 'open'],
  ])('%s 100 of something from %i to %i is %s', (word, low, high, truth) => {
    expect(outcome(compared(word, yuan(100)), range(low, high)).truth).toBe(truth)
  })

  test.each<[Parameters<typeof compared>[0], string]>([
    ['at-least', 'at-least needs a number'],
    ['less-than', 'less-than needs a number'],
  ])('%s against a date is a bug of the corpus', (word, message) => {
    expect(() => outcome(compared(word, '2025-01-01'), value(1))).toThrow(new TypeError(message))
  })
})

describe('date words', () => {
  test.each<[Parameters<typeof compared>[0], Truth, Truth, Truth, Truth]>([
    ['not-before', 'false', 'true', 'true', 'false'],
    ['not-after', 'true', 'true', 'false', 'false'],
    ['is', 'false', 'true', 'false', 'false'],
    ['is-not', 'true', 'false', 'true', 'true'],
  ])('%s: day before %s, same day %s, day after %s, never %s', (word, ...expected) => {
    const days = ['2023-05-16', '2023-05-17', '2023-05-18', NEVER]
    const truths = days.map((day) => outcome(compared(word, '2023-05-17'), value(day)).truth)
    expect(truths).toEqual(expected)
  })

  test.each(['not-before', 'not-after', 'is', 'is-not'] as const)(
    '%s of an open date is open',
    (word) => {
      expect(outcome(compared(word, '2023-05-17'), unknown()).truth).toBe('open')
    },
  )

  test.each<[string, Truth, Truth]>([
    [NEVER, 'true', 'false'],
    ['2023-05-17', 'false', 'true'],
  ])('a date %s is never: %s, is not never: %s', (day, isNever, isNotNever) => {
    const truths = [is(NEVER), compared('is-not', NEVER)].map(
      (test) => outcome(test, value(day)).truth,
    )
    expect(truths).toEqual([isNever, isNotNever])
  })
})

describe('truth words', () => {
  test.each<[boolean, boolean, Truth, Truth]>([
    [true, true, 'true', 'false'],
    [true, false, 'false', 'true'],
    [false, true, 'false', 'true'],
    [false, false, 'true', 'false'],
  ])('%s against %s: is %s, is-not %s', (found, bound, same, different) => {
    const truths = [is(bound), compared('is-not', bound)].map(
      (test) => outcome(test, value(found)).truth,
    )
    expect(truths).toEqual([same, different])
  })
})

describe('code words', () => {
  test.each<[string, Resolved, readonly string[], Truth, Truth]>([
    ['the listed code', value('40'), ['40'], 'true', 'false'],
    ['a code below a listed section', value('40'), ['C'], 'true', 'false'],
    ['a class below a listed section', value('4011'), ['C'], 'true', 'false'],
    ['a class below a listed group', value('4011'), ['401'], 'true', 'false'],
    ['a class beside a listed group', value('4021'), ['401'], 'false', 'true'],
    ['another section', value('40'), ['K'], 'false', 'true'],
    ['the last of several', value('70'), ['A', 'C', '70'], 'true', 'false'],
    ['an unknown industry', unknown(), ['K'], 'open', 'open'],
    ['an unknown industry and an empty list', unknown(), [], 'open', 'open'],
    [
      'an industry of which every possible code is listed',
      unknown({ kind: 'codes', codes: ['40', '4011'] }),
      ['C'],
      'true',
      'false',
    ],
    [
      'an industry of which some possible codes are listed',
      unknown({ kind: 'codes', codes: ['40', '70'] }),
      ['C'],
      'open',
      'open',
    ],
    [
      'an industry of which no possible code is listed',
      unknown({ kind: 'codes', codes: ['40', '70'] }),
      ['A'],
      'false',
      'true',
    ],
  ])('%s', (_, resolved, listed, inside, outside) => {
    const truths = [oneOf(...listed), noneOf(...listed)].map(
      (test) => outcome(test, resolved, { codes: 'industry' }).truth,
    )
    expect(truths).toEqual([inside, outside])
  })

  test('without a code list only the code itself belongs', () => {
    const truths = ['C', '40'].map((code) => outcome(oneOf('C'), value(code)).truth)
    expect(truths).toEqual(['true', 'false'])
  })

  test.each<[readonly string[], Truth, Truth]>([
    [['small', 'micro'], 'open', 'open'],
    [['large', 'medium'], 'false', 'true'],
  ])('one of %s is small: %s, is not small: %s', (codes, same, different) => {
    const truths = [is('small'), compared('is-not', 'small')].map(
      (test) => outcome(test, unknown({ kind: 'codes', codes })).truth,
    )
    expect(truths).toEqual([same, different])
  })
})

describe('right-hand sides', () => {
  test.each([
    ['2022-12-31', null, 'open', 'revenue_floor'],
    ['2023-01-01', yuan(100), 'true', null],
    ['2023-12-31', yuan(100), 'true', null],
    ['2024-01-01', null, 'open', 'revenue_floor'],
    ['2024-12-31', null, 'open', 'revenue_floor'],
    ['2025-01-01', yuan(200), 'false', null],
    ['2099-01-01', yuan(200), 'false', null],
  ])('the parameter on %s', (on, bound, truth, gap) => {
    const atLeastFloor = compared('at-least', parameterNamed('revenue_floor'))
    const found = outcome(atLeastFloor, value(yuan('199.99')), { on })
    expect(found).toEqual({ test: atLeastFloor, bound, truth, gap })
  })

  test('a hole in the text leaves any value open', () => {
    const atLeastHole = compared('at-least', HOLE)
    expect(outcome(atLeastHole, value(yuan(1)))).toEqual({
      test: atLeastHole,
      bound: null,
      truth: 'open',
      gap: NOT_FOUND,
    })
  })

  test('the parameter of the day of submission counts, not of the day of the facts', () => {
    const situation = situationWith({ asOf: '2025-06-01', submittedOn: '2023-06-01' })
    const atLeastFloor = compared('at-least', parameterNamed('revenue_floor'))
    const operand = { resolved: value(yuan(100)), index: null }
    expect(applyTest(situation, atLeastFloor, operand).truth).toBe('true')
  })

  test('a parameter that does not exist is a bug of the corpus', () => {
    expect(() => outcome(is(parameterNamed('none')), value(1))).toThrow(
      new RangeError('unknown parameter: none'),
    )
  })
})
