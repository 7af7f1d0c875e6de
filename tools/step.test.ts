import { expect, test } from 'vitest'
import { oneResult, verdictOf } from './step.ts'

test.each([
  [{ passed: 3, failed: 0, skipped: 0 }, 'ok'],
  [{ passed: 3, failed: 0, skipped: 2 }, 'ok'],
  [{ passed: 3, failed: 1, skipped: 0 }, 'FAILED'],
  [{ passed: 0, failed: 1, skipped: 2 }, 'FAILED'],
  [{ passed: 0, failed: 0, skipped: 2 }, 'left out'],
] as const)('%j is %s', (tally, word) => {
  expect(verdictOf(tally)).toBe(word)
})

test.each([
  [true, { passed: 1, failed: 0, skipped: 0, note: 'n', output: 'o' }],
  [false, { passed: 0, failed: 1, skipped: 0, note: 'n', output: 'o' }],
])('one thing that is right: %j', (isRight, result) => {
  expect(oneResult(isRight, 'o', 'n')).toEqual(result)
})
