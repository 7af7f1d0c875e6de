import { expect, test } from 'vitest'
import { secondsToWait, waitAfter } from './lockout.ts'

test.each([
  [0, 0],
  [4, 0],
  [5, 30_000],
  [6, 60_000],
  [7, 120_000],
  [9, 480_000],
  [10, 900_000],
  [11, 900_000],
  [1_000_000, 900_000],
])('after %i failures of which 5 are free the wait is %i ms', (count, wait) => {
  expect(waitAfter(count, 5)).toBe(wait)
})

const AT = new Date('2025-09-15T04:00:00Z')

test.each([
  ['at once', 0, 30],
  ['a millisecond later', 1, 30],
  ['a second later', 1000, 29],
  ['a millisecond before the end', 29_999, 1],
  ['at the end', 30_000, 0],
  ['long after', 3_600_000, 0],
])('five failures, %s', (_, passed, seconds) => {
  const now = new Date(AT.getTime() + passed)
  expect(secondsToWait({ count: 5, lastAt: AT }, 5, now)).toBe(seconds)
})

test('nobody who never failed waits', () => {
  expect(secondsToWait({ count: 0, lastAt: null }, 5, AT)).toBe(0)
})
