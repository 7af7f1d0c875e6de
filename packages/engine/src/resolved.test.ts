import type { Exact } from '@huiqi/domain'
import { exact, ZERO } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { Need, Openness, Resolved } from './resolved.ts'
import {
  asExact,
  atLeastZero,
  boundsOf,
  CLOSED,
  distinctUses,
  joinOpenness,
  known,
  needKey,
  open,
} from './resolved.ts'

const A = { fact: 'a', year: null }
const A_2024 = { fact: 'a', year: 2024 }
const B = { fact: 'b', year: null }

describe('joinOpenness', () => {
  test.each<[string, readonly Openness[], Openness]>([
    ['of nothing', [], CLOSED],
    [
      'of one',
      [{ missing: [A], reviews: [B], gaps: ['x'] }],
      { missing: [A], reviews: [B], gaps: ['x'] },
    ],
    [
      'names each need and gap once, in order',
      [
        { missing: [B, A], reviews: [A], gaps: ['y'] },
        { missing: [A, A_2024], reviews: [A], gaps: ['y', 'x'] },
      ],
      { missing: [B, A, A_2024], reviews: [A], gaps: ['y', 'x'] },
    ],
    [
      'of one that repeats itself',
      [{ missing: [A, A], reviews: [], gaps: ['x', 'x'] }],
      { missing: [A], reviews: [], gaps: ['x'] },
    ],
    [
      'of a whole value keeps only why it is open',
      [{ ...open({ missing: [A] }), ...CLOSED, missing: [A] }],
      { ...CLOSED, missing: [A] },
    ],
  ])('%s', (_, parts, expected) => {
    expect(joinOpenness(parts)).toEqual(expected)
  })
})

test.each<[Need, string]>([
  [A, 'a'],
  [A_2024, 'a@2024'],
])('the key of %o is %s', (need, key) => {
  expect(needKey(need)).toBe(key)
})

test('a fact of each year is used once', () => {
  const use = { ...A, value: true, source: null, grade: null }
  expect(distinctUses([use, { ...use, year: 2024 }, use])).toEqual([use, { ...use, year: 2024 }])
})

test.each<[string, Resolved, Exact | null, Exact | null]>([
  ['a known number', known(exact(3)), exact(3), exact(3)],
  [
    'a range',
    open({}, { possible: { kind: 'range', low: exact(1), high: exact(2) } }),
    exact(1),
    exact(2),
  ],
  ['something open', open({}), null, null],
  ['one of several codes', open({}, { possible: { kind: 'codes', codes: ['a'] } }), null, null],
])('the bounds of %s', (_, resolved, low, high) => {
  expect(boundsOf(resolved)).toMatchObject({ low, high })
})

test.each<[Exact | null, Exact]>([
  [null, ZERO],
  [exact(-1, 3), ZERO],
  [ZERO, ZERO],
  [exact(1, 3), exact(1, 3)],
])('%o is at least zero', (x, expected) => {
  expect(atLeastZero(x)).toEqual(expected)
})

test.each([
  ['text', 'a number was expected, found string'],
  [true, 'a number was expected, found boolean'],
])('%s is not a number', (value, message) => {
  expect(() => asExact(value)).toThrow(new TypeError(message))
})
