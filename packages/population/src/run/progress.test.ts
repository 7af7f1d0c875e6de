import { expect, test } from 'vitest'
import { progressOf } from './progress.ts'

test.each([
  ['nothing done', 0, 1000, { rowsPerSecond: 0, secondsLeft: null }],
  ['no time gone', 500, 0, { rowsPerSecond: 0, secondsLeft: null }],
  ['half', 500, 2000, { rowsPerSecond: 250, secondsLeft: 2 }],
  ['all', 1000, 500, { rowsPerSecond: 2000, secondsLeft: 0 }],
])('%s', (_, rows, elapsed, rate) => {
  expect(progressOf({ rows, rowsInAll: 1000 }, elapsed)).toEqual({ rows, rowsInAll: 1000, ...rate })
})
