import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, exact, multiply, negate, subtract, ZERO } from './exact.ts'
import { fen, fenToExact, sumFen } from './money.ts'
import { shareFen } from './share.ts'

const parts = (...texts: readonly (readonly [n: number, d: number])[]) =>
  texts.map(([n, d]) => exact(n, d))

describe('shareFen', () => {
  test.each([
    ['two halves of an even amount', 100, parts([1, 2], [1, 2]), [50, 50]],
    ['two halves of an odd amount: the earlier part', 101, parts([1, 2], [1, 2]), [51, 50]],
    ['three thirds', 100, parts([1, 3], [1, 3], [1, 3]), [34, 33, 33]],
    ['the largest remainder, not the largest part', 10, parts([61, 100], [39, 100]), [6, 4]],
    ['weights that do not sum to one', 100, parts([3, 1], [1, 1]), [75, 25]],
    ['a part of zero gets nothing', 1, parts([0, 1], [1, 3]), [0, 1]],
    ['one part', 7, parts([2, 5]), [7]],
    ['nothing to share', 0, parts([1, 2], [1, 2]), [0, 0]],
    ['an amount taken back', -101, parts([1, 2], [1, 2]), [-51, -50]],
    ['the largest amount', Number.MAX_SAFE_INTEGER, parts([1, 1]), [Number.MAX_SAFE_INTEGER]],
  ])('%s', (_name, total, weights, expected) => {
    expect(shareFen(fen(total), weights)).toEqual(expected)
  })

  test.each([
    ['no parts', []],
    ['all zero', parts([0, 1], [0, 1])],
    ['a negative part', parts([2, 1], [-1, 1])],
  ])('refuses %s', (_name, weights) => {
    expect(() => shareFen(fen(100), weights)).toThrow(RangeError)
  })

  test('conserves the total and stays within one fen of the exact share', () => {
    const weight = fc
      .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000 }))
      .map(([n, d]) => exact(n, d))
    const weights = fc
      .array(weight, { minLength: 1, maxLength: 8 })
      .filter((list) => list.some((x) => x.n > 0n))
    fc.assert(
      fc.property(fc.maxSafeInteger().map(fen), weights, (total, list) => {
        const shares = shareFen(total, list)
        expect(sumFen(shares)).toBe(total)
        const whole = list.reduce(add, ZERO)
        shares.forEach((share, place) => {
          const part = list[place] ?? ZERO
          const error = subtract(
            multiply(fenToExact(share), whole),
            multiply(fenToExact(total), part),
          )
          expect(compare(error.n < 0n ? negate(error) : error, whole)).toBe(-1)
        })
      }),
    )
  })
})
