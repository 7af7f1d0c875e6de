import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from './exact.ts'
import { formatRate, parseRate } from './rate.ts'

describe('parseRate', () => {
  test.each([
    ['5%', exact(1, 20)],
    ['3.5%', exact(7, 200)],
    ['3.5 %', exact(7, 200)],
    [' ５％ ', exact(1, 20)],
    ['-3%', exact(-3, 100)],
    ['100%', exact(1)],
    ['0.05', exact(1, 20)],
    ['1/3', exact(1, 3)],
    [0.05, exact(1, 20)],
    [1, exact(1)],
  ])('%j', (input, expected) => expect(parseRate(input)).toEqual(expected))

  test.each([
    '',
    '%',
    '千分之三',
    '3‰',
    '5%%',
    '% 5',
    '1,000%',
    '5 percent',
    '1e-3',
    1e-7,
    Number.NaN,
  ])('refuses %j', (input) => expect(parseRate(input)).toBeNull())
})

describe('formatRate', () => {
  test.each([
    ['5%', exact(1, 20)],
    ['3.5%', exact(7, 200)],
    ['33.3%', exact(333, 1000)],
    ['100%', exact(1)],
    ['0%', exact(0)],
    ['-3%', exact(-3, 100)],
    ['0.0001%', exact(1, 1_000_000)],
    ['≈0.00%', exact(1, 10_000_000)],
    ['≈33.33%', exact(1, 3)],
    ['≈66.67%', exact(2, 3)],
    ['≈-33.33%', exact(-1, 3)],
    ['≈10.00%', exact(99_999_999, 1_000_000_000)],
    ['0.125%', exact(1, 800)],
  ])('%s', (expected, rate) => expect(formatRate(rate)).toBe(expected))

  test('parse reads back every rate that is not marked approximate', () => {
    fc.assert(
      fc.property(fc.integer(), (count) => {
        const rate = exact(count, 1_000_000)
        expect(parseRate(formatRate(rate))).toEqual(rate)
      }),
    )
  })
})
