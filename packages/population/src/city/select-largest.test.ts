import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectLargest } from './select-largest.ts'

test.each([
  { keys: [3, 1, 2], count: 2, chosen: [0, 2] },
  { keys: [1, 1, 1], count: 2, chosen: [0, 1] },
  { keys: [Number.NaN, 5, Number.NaN], count: 2, chosen: [1] },
  { keys: [1, 2], count: 0, chosen: [] },
  { keys: [], count: 3, chosen: [] },
])('$count of $keys', ({ keys, count, chosen }) => {
  expect(selectLargest(Float64Array.from(keys), count)).toEqual(chosen)
})

test('it chooses what sorting would choose', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN))
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.nat(70), (keys, count) => {
      const sorted = keys
        .map((value, at) => ({ value, at }))
        .filter(({ value }) => !Number.isNaN(value))
        .toSorted((a, b) => b.value - a.value || a.at - b.at)
        .slice(0, count)
        .map(({ at }) => at)
      expect(selectLargest(Float64Array.from(keys), count)).toEqual(sorted)
    }),
  )
})
