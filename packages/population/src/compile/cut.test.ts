import { type Exact, exact } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AFTER_NEVER,
  above,
  below,
  type Cut,
  compareCuts,
  placeOfCut,
  stateOfNumber,
} from './cut.ts'

const FIGURE: fc.Arbitrary<Exact> = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 3 }))
  .map(([n, d]) => exact(n, d))

const CUT: fc.Arbitrary<Cut> = fc.oneof(
  FIGURE.map(below),
  FIGURE.map(above),
  fc.constant(AFTER_NEVER),
)

const ascending = (cuts: readonly Cut[]): readonly Cut[] => {
  const sorted = cuts.toSorted(compareCuts)
  return sorted.filter((cut, at) => {
    const before = sorted[at - 1]
    return before === undefined || compareCuts(before, cut) !== 0
  })
}

const isPassed = ({ value, side }: Cut, by: Exact): boolean => {
  if (value === null) return true
  const difference = by.n * value.d - value.n * by.d
  return side === 'below' ? difference >= 0n : difference > 0n
}

describe('the state of a number', () => {
  const cuts = [AFTER_NEVER, below(exact(3)), above(exact(3)), below(exact(7, 2))]
  test.each([
    [exact(-100), 1],
    [exact(29_999, 10_000), 1],
    [exact(3), 2],
    [exact(30_001, 10_000), 3],
    [exact(34_999, 10_000), 3],
    [exact(7, 2), 4],
    [exact(100), 4],
  ])('%o', (value, state) => {
    expect(stateOfNumber(cuts, value)).toBe(state)
  })

  test('is how many cuts lie below it', () => {
    fc.assert(
      fc.property(fc.array(CUT, { maxLength: 8 }), FIGURE, (some, value) => {
        const sorted = ascending(some)
        const passed = sorted.filter((cut) => isPassed(cut, value)).length
        expect(stateOfNumber(sorted, value)).toBe(passed)
      }),
    )
  })
})

describe('the place of a cut', () => {
  test('is found for each of many', () => {
    fc.assert(
      fc.property(fc.array(CUT, { maxLength: 8 }), (some) => {
        const sorted = ascending(some)
        expect(sorted.map((cut) => placeOfCut(sorted, cut))).toEqual([...sorted.keys()])
      }),
    )
  })

  test.each([
    ['below where only above is', above(exact(3)), below(exact(3))],
    ['between others', below(exact(3)), below(exact(2))],
  ])('%s is none', (_, there, wanted) => {
    expect(() => placeOfCut([there], wanted)).toThrow(RangeError)
  })
})
