import { exact } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arithmetic, evaluateArithmetic } from '../compile/arithmetic.ts'
import { above, below, compareCuts, stateOfNumber } from '../compile/cut.ts'
import { evaluateSmall, type SmallRatio, stateOfSmall, TOO_LARGE } from './small-ratio.ts'

const constant = (n: number, d = 1): Arithmetic => ({ kind: 'constant', value: exact(n, d) })
const of = (
  kind: 'sum' | 'difference' | 'product' | 'quotient',
  left: Arithmetic,
  right: Arithmetic,
) => ({ kind, left, right }) as const
const fact = (otherwise: Arithmetic | null = null): Arithmetic => ({
  kind: 'fact',
  fact: 'enterprise.revenue',
  year: 2024,
  otherwise,
})
const openFact = () => null
const MOST = Number.MAX_SAFE_INTEGER

describe('evaluateSmall', () => {
  test.each<[string, Arithmetic, SmallRatio | null]>([
    ['the largest sum', of('sum', constant(MOST - 1), constant(1)), { n: MOST, d: 1 }],
    ['one more', of('sum', constant(MOST), constant(1)), TOO_LARGE],
    ['a difference of fractions', of('difference', constant(1, 2), constant(1, 3)), { n: 1, d: 6 }],
    [
      'a difference that rounding would make small',
      of('difference', constant(MOST, 2), constant(MOST, 3)),
      TOO_LARGE,
    ],
    ['a quotient by a negative number', of('quotient', constant(3), constant(-2)), { n: -3, d: 2 }],
    ['a quotient by zero', of('quotient', constant(3), constant(0)), null],
    [
      'too large divided by itself',
      of('quotient', constant(MOST, 2), constant(MOST, 2)),
      TOO_LARGE,
    ],
    ['a fact that is open', of('product', fact(), constant(2)), null],
    ['what stands in for it', fact(constant(5)), { n: 5, d: 1 }],
  ])('%s', (_, expression, expected) => {
    expect(evaluateSmall(expression, openFact)).toEqual(expected)
  })
})

const numbers = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  fc.maxSafeInteger(),
)
const { expressions } = fc.letrec<{ expressions: Arithmetic }>((tie) => ({
  expressions: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(numbers, fc.integer({ min: 1, max: 100 })).map(([n, d]) => constant(n, d)),
    fc
      .tuple(
        fc.constantFrom('sum', 'difference', 'product', 'quotient'),
        tie('expressions'),
        tie('expressions'),
      )
      .map(([kind, left, right]) => of(kind, left, right)),
  ),
}))

test('a state by small numbers is the state by exact ones', () => {
  const cuts = fc.array(
    fc
      .tuple(
        fc.constantFrom(below, above),
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(1, 7),
      )
      .map(([side, n, d]) => side(exact(n, d))),
  )
  fc.assert(
    fc.property(expressions, cuts, (expression, unsorted) => {
      const sorted = unsorted.toSorted(compareCuts)
      const exactly = evaluateArithmetic(expression, openFact)
      const ratio = evaluateSmall(expression, openFact)
      if (ratio === TOO_LARGE) return
      expect(ratio === null).toBe(exactly === null)
      if (ratio === null || exactly === null) return
      expect([null, stateOfNumber(sorted, exactly)]).toContain(stateOfSmall(sorted, ratio))
    }),
    { numRuns: 1000 },
  )
})

test('a state that takes larger numbers is left to others', () => {
  const cuts = [below(exact(1, 3))]
  expect(stateOfSmall(cuts, { n: MOST, d: 7 })).toBeNull()
  expect(stateOfSmall(cuts, TOO_LARGE)).toBeNull()
  expect(stateOfSmall(cuts, { n: 1, d: 3 })).toBe(1)
  expect(stateOfSmall(cuts, { n: 333, d: 1000 })).toBe(0)
})
