import { expect, test } from 'vitest'
import { fenOf } from './award-amount.ts'

test.each([
  [null, null],
  ['', null],
  ['20万元', 20_000_000],
  ['0元', 0],
  ['1,234.56元', 123_456],
  ['-1元', 'unreadable'],
  ['viel万元', 'unreadable'],
  ['0.001元', 'unreadable'],
] as const)('%j is %j', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})
