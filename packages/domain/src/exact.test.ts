import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exact, RoundingMode } from './exact.ts'
import {
  add,
  compare,
  divide,
  exact,
  formatExact,
  isInteger,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  parseExact,
  roundTo,
  subtract,
  toApproximateNumber,
  ZERO,
} from './exact.ts'

const modes: readonly RoundingMode[] = ['down', 'up', 'half-up', 'half-even']

const anyExact = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
  )
  .map(([n, d]) => exact(n, d))
const positiveExact = anyExact.filter((x) => x.n > 0n)
const anyMode = fc.constantFrom(...modes)

describe('exact', () => {
  test.each([
    ['lowest terms', exact(50, 100), { n: 1n, d: 2n }],
    ['sign moves to the numerator', exact(3, -6), { n: -1n, d: 2n }],
    ['two minus signs', exact(-3, -6), { n: 1n, d: 2n }],
    ['zero', exact(0, -7), { n: 0n, d: 1n }],
    ['whole number', exact(-4), { n: -4n, d: 1n }],
    ['beyond the safe integers as bigint', exact(10n ** 30n, 10n ** 29n), { n: 10n, d: 1n }],
  ])('%s', (_name, actual, expected) => expect(actual).toEqual(expected))

  test.each([
    ['zero denominator', 1, 0],
    ['fraction', 0.5, 1],
    ['unsafe numerator', 2 ** 53, 1],
    ['fractional denominator', 1, 1.5],
    ['not a number', Number.NaN, 1],
  ])('refuses %s', (_name, n, d) => expect(() => exact(n, d)).toThrow(RangeError))
})

describe('parseExact', () => {
  test.each([
    ['-12', exact(-12)],
    ['+12', exact(12)],
    ['0.035', exact(7, 200)],
    ['-0.5', exact(-1, 2)],
    ['3/100', exact(3, 100)],
    ['1.5/3', exact(1, 2)],
    ['-0', ZERO],
    ['007', exact(7)],
  ])('%s', (text, expected) => expect(parseExact(text)).toEqual(expected))

  test.each(['', ' 1', '1.', '.5', '1/0', '1/0.5', '1e3', '1,000', '５', '--1', '1/-2', 'NaN'])(
    'refuses "%s"',
    (text) => expect(parseExact(text)).toBeNull(),
  )
})

describe('formatExact', () => {
  test.each([
    ['-12', exact(-12)],
    ['0.035', exact(7, 200)],
    ['-0.5', exact(-1, 2)],
    ['1/3', exact(1, 3)],
    ['-22/7', exact(-22, 7)],
    ['0.0009765625', exact(1, 1024)],
    ['123.45', exact(12_345, 100)],
    ['0', ZERO],
  ])('%s', (expected, x) => expect(formatExact(x)).toBe(expected))

  test('parse reads back what format writes', () => {
    fc.assert(
      fc.property(anyExact, (x) => {
        expect(parseExact(formatExact(x))).toEqual(x)
      }),
    )
  })
})

describe('arithmetic', () => {
  test.each([
    ['a tenth plus two tenths', add(exact(1, 10), exact(2, 10)), exact(3, 10)],
    ['subtract', subtract(exact(1, 3), exact(1, 2)), exact(-1, 6)],
    ['multiply', multiply(exact(2, 3), exact(3, 4)), exact(1, 2)],
    ['divide', divide(exact(2, 3), exact(-4, 3)), exact(-1, 2)],
    ['divide by zero', divide(ONE, ZERO), null],
    ['minimum', minimum(exact(1, 3), exact(1, 2)), exact(1, 3)],
    ['maximum', maximum(exact(1, 3), exact(1, 2)), exact(1, 2)],
    ['maximum of negatives', maximum(exact(-1, 3), exact(-1, 2)), exact(-1, 3)],
  ])('%s', (_name, actual, expected) => expect(actual).toEqual(expected))

  test.each([
    ['6/3', exact(6, 3), true],
    ['7/3', exact(7, 3), false],
    ['0', ZERO, true],
  ])('isInteger of %s', (_name, x, expected) => expect(isInteger(x)).toBe(expected))

  test('addition and multiplication are commutative and associative', () => {
    fc.assert(
      fc.property(anyExact, anyExact, anyExact, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(multiply(a, b)).toEqual(multiply(b, a))
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)))
      }),
    )
  })

  test('multiplication distributes over addition', () => {
    fc.assert(
      fc.property(anyExact, anyExact, anyExact, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      }),
    )
  })

  test('zero, one and inverses', () => {
    fc.assert(
      fc.property(anyExact, anyExact, (a, b) => {
        expect(add(a, ZERO)).toEqual(a)
        expect(multiply(a, ONE)).toEqual(a)
        expect(add(a, negate(a))).toEqual(ZERO)
        expect(subtract(a, b)).toEqual(add(a, negate(b)))
        expect(divide(multiply(a, b), b)).toEqual(b.n === 0n ? null : a)
      }),
    )
  })
})

describe('compare', () => {
  test.each([
    ['one unit in the last place below', exact(999_999_999, 1_000_000_000), ONE, -1],
    ['equal by value', exact(2, 4), exact(1, 2), 0],
    ['above', exact(1, 2), exact(1, 3), 1],
    ['negatives', exact(-1, 2), exact(-1, 3), -1],
  ])('%s', (_name, a, b, expected) => expect(compare(a, b)).toBe(expected))

  test('is the cross-multiplied comparison and the sign of the difference', () => {
    fc.assert(
      fc.property(anyExact, anyExact, (a, b) => {
        const [left, right] = [a.n * b.d, b.n * a.d]
        const expected = left < right ? -1 : left > right ? 1 : 0
        expect(compare(a, b)).toBe(expected)
        expect(compare(subtract(a, b), ZERO)).toBe(expected)
        expect(compare(b, a)).toBe(0 - expected)
      }),
    )
  })
})

describe('roundTo', () => {
  const table: readonly (readonly [
    text: string,
    down: number,
    up: number,
    halfUp: number,
    halfEven: number,
  ])[] = [
    ['2', 2, 2, 2, 2],
    ['2.4', 2, 3, 2, 2],
    ['2.5', 2, 3, 3, 2],
    ['2.6', 2, 3, 3, 3],
    ['3.5', 3, 4, 4, 4],
    ['0.5', 0, 1, 1, 0],
    ['-0.5', -1, 0, 0, 0],
    ['-2.4', -3, -2, -2, -2],
    ['-2.5', -3, -2, -2, -2],
    ['-2.6', -3, -2, -3, -3],
    ['-3.5', -4, -3, -3, -4],
    ['-2', -2, -2, -2, -2],
  ]
  test.each(table)('%s to whole numbers', (text, ...expected) => {
    const x = parseExact(text) ?? ZERO
    expect(modes.map((mode) => roundTo(x, ONE, mode))).toEqual(expected.map((n) => exact(n)))
  })

  test.each([
    ['to a step of 10,000', exact(123_456_789), exact(10_000), 'down', exact(123_450_000)],
    ['to a fraction of one', exact(1, 3), exact(1, 100), 'half-up', exact(33, 100)],
    ['a tie at a step of a quarter', exact(3, 8), exact(1, 4), 'half-even', exact(1, 2)],
  ] as const)('%s', (_name, x, step, mode, expected) => {
    expect(roundTo(x, step, mode)).toEqual(expected)
  })

  test.each([
    ['zero', ZERO],
    ['minus one', exact(-1)],
  ])('refuses the step %s', (_name, step) => {
    expect(() => roundTo(ONE, step, 'down')).toThrow(RangeError)
  })

  test('gives a multiple less than one step away, on the side the mode names', () => {
    fc.assert(
      fc.property(anyExact, positiveExact, anyMode, (x, step, mode) => {
        const rounded = roundTo(x, step, mode)
        const error = subtract(rounded, x)
        const size = error.n < 0n ? negate(error) : error
        expect(divide(rounded, step)?.d).toBe(1n)
        expect(compare(size, step)).toBe(-1)
        if (mode === 'down') expect(error.n <= 0n).toBe(true)
        else if (mode === 'up') expect(error.n >= 0n).toBe(true)
        else expect(compare(add(size, size), step)).not.toBe(1)
      }),
    )
  })

  test('leaves a multiple of the step alone', () => {
    fc.assert(
      fc.property(fc.bigInt(), positiveExact, anyMode, (count, step, mode) => {
        const x = multiply(exact(count), step)
        expect(roundTo(x, step, mode)).toEqual(x)
      }),
    )
  })
})

describe('toApproximateNumber', () => {
  test.each<[string, Exact, number]>([
    ['a quarter', exact(1, 4), 0.25],
    ['a third', exact(-1, 3), -1 / 3],
    ['huge numerator and denominator', exact(10n ** 400n + 1n, 10n ** 400n), 1],
    ['beyond the doubles', exact(10n ** 400n), Number.POSITIVE_INFINITY],
    ['too small for a double', exact(1n, 10n ** 400n), 0],
  ])('%s', (_name, x, expected) => expect(toApproximateNumber(x)).toBe(expected))
})
