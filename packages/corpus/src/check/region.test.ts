import { compare, type Exact, exact } from '@huiqi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complement, EVERYTHING, isEmpty, isInside, meet, type Region } from './region.ts'

const bound = fc.record({
  value: fc.option(fc.integer({ min: -3, max: 3 }).map((n) => exact(n))),
  isIncluded: fc.boolean(),
})

const region: fc.Arbitrary<Region> = fc
  .array(fc.record({ low: bound, high: bound }), { minLength: 1, maxLength: 3 })
  .map((spans) =>
    spans.map(
      (span): Region => meet({ kind: 'spans', spans: [span], hasNever: false }, EVERYTHING),
    ),
  )
  .map(([first = EVERYTHING, ...rest]) =>
    rest.reduce(
      (a, b) => complement(meet(complement(a, EVERYTHING), complement(b, EVERYTHING)), EVERYTHING),
      first,
    ),
  )

const has = (of: Region, x: Exact): boolean =>
  of.kind === 'spans' &&
  of.spans.some(({ low, high }) => {
    const fromLow = low.value === null ? 1 : compare(x, low.value)
    const fromHigh = high.value === null ? -1 : compare(x, high.value)
    const isAbove = fromLow > 0 || (fromLow === 0 && low.isIncluded)
    return isAbove && (fromHigh < 0 || (fromHigh === 0 && high.isIncluded))
  })

/** Each whole number from -4 to 4 and each half between. */
const POINTS = Array.from({ length: 17 }, (_, place) => exact(place - 8, 2))

test('a point is in the common part exactly when it is in both', () => {
  fc.assert(
    fc.property(region, region, (a, b) => {
      const both = meet(a, b)
      expect(POINTS.map((x) => has(both, x))).toEqual(POINTS.map((x) => has(a, x) && has(b, x)))
    }),
  )
})

test('a point is in the complement exactly when it is not in the region', () => {
  fc.assert(
    fc.property(region, (a) => {
      const rest = complement(a, EVERYTHING)
      expect(POINTS.map((x) => has(rest, x))).toEqual(POINTS.map((x) => !has(a, x)))
    }),
  )
})

test('a region is empty exactly when it has no point', () => {
  fc.assert(
    fc.property(region, (a) => {
      expect(isEmpty(a)).toBe(!POINTS.some((x) => has(a, x)))
    }),
  )
})

test('a region is inside another exactly when all its points are', () => {
  fc.assert(
    fc.property(region, region, (a, b) => {
      const expected = POINTS.every((x) => !has(a, x) || has(b, x))
      expect(isInside(a, b, EVERYTHING)).toBe(expected)
    }),
  )
})
