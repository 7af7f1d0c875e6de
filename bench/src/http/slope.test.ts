import { expect, test } from 'vitest'
import { slopeOf } from './slope.ts'

test.each([
  ['none', [], 0],
  ['one', [{ minute: 3, value: 7 }], 0],
  [
    'twice at the same time',
    [
      { minute: 1, value: 1 },
      { minute: 1, value: 5 },
    ],
    0,
  ],
  ['on a line', [0, 1, 2, 3].map((minute) => ({ minute, value: 5 + 2 * minute })), 2],
  [
    'flat with noise',
    [1, -1, 1, -1, 0].map((noise, minute) => ({ minute, value: 10 + noise })),
    -0.2,
  ],
])('%s', (_, readings, slope) => {
  expect(slopeOf(readings)).toBe(slope)
})
