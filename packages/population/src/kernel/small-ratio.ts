import type { Exact } from '@huiqi/domain'
import { type Arithmetic, type ArithmeticFact, evaluateArithmetic } from '../compile/arithmetic.ts'
import { type Cut, countPassed, stateOfNumber } from '../compile/cut.ts'

/** A ratio of whole numbers that doubles hold exactly; `d` is positive. */
export interface SmallRatio {
  readonly n: number
  readonly d: number
}

/** Stands for every ratio that takes larger numbers; what is worked out from it is too large as well. */
export const TOO_LARGE: SmallRatio = { n: Number.NaN, d: 1 }

/** The ratio of two products, sums or quotients: a true result beyond the safe numbers never rounds into them. */
const small = (n: number, d: number): SmallRatio =>
  Number.isSafeInteger(n) && Number.isSafeInteger(d) ? { n, d } : TOO_LARGE

/** An exact number as a small ratio. */
export const smallOf = ({ n, d }: Exact): SmallRatio => small(Number(n), Number(d))

const sum = (a: SmallRatio, b: SmallRatio): SmallRatio => {
  if (a.d === b.d) return small(a.n + b.n, a.d)
  const [left, right] = [a.n * b.d, b.n * a.d]
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return TOO_LARGE
  return small(left + right, a.d * b.d)
}

const quotient = (a: SmallRatio, b: SmallRatio): SmallRatio | null => {
  if (b.n === 0) return null
  return small(a.n * b.d * Math.sign(b.n), a.d * Math.abs(b.n))
}

const combine = (
  kind: 'sum' | 'difference' | 'product' | 'quotient',
  a: SmallRatio,
  b: SmallRatio,
): SmallRatio | null => {
  switch (kind) {
    case 'sum':
      return sum(a, b)
    case 'difference':
      return sum(a, { n: -b.n, d: b.d })
    case 'product':
      return small(a.n * b.n, a.d * b.d)
    case 'quotient':
      return quotient(a, b)
  }
}

/** The value of an expression whose facts `lookup` gives; null when it is open. */
export const evaluateSmall = (
  expression: Arithmetic,
  lookup: (fact: ArithmeticFact) => SmallRatio | null,
): SmallRatio | null => {
  if (expression.kind === 'constant') return smallOf(expression.value)
  if (expression.kind === 'fact') {
    const stated = lookup(expression)
    if (stated !== null || expression.otherwise === null) return stated
    return evaluateSmall(expression.otherwise, lookup)
  }
  const left = evaluateSmall(expression.left, lookup)
  const right = evaluateSmall(expression.right, lookup)
  return left === null || right === null ? null : combine(expression.kind, left, right)
}

/** How many of the ascending cuts lie below the value; null when that takes larger numbers. */
export const stateOfSmall = (cuts: readonly Cut[], { n, d }: SmallRatio): number | null => {
  let isTooLarge = false
  const state = countPassed(cuts, (value) => {
    const [own, other] = [n * Number(value.d), Number(value.n) * d]
    isTooLarge ||= !Number.isSafeInteger(own) || !Number.isSafeInteger(other)
    return own - other
  })
  return isTooLarge ? null : state
}

/** What is stated for the facts of an expression, as small ratios and as any numbers; null for nothing. */
export interface StatedNumbers {
  readonly small: (fact: ArithmeticFact) => SmallRatio | null
  readonly exact: (fact: ArithmeticFact) => Exact | null
}

/** The state of an expression's value: by small numbers where they do, else by any; null when it is open. */
export const exactState = (
  expression: Arithmetic,
  cuts: readonly Cut[],
  { small: ofSmall, exact }: StatedNumbers,
): number | null => {
  const ratio = evaluateSmall(expression, ofSmall)
  if (ratio === null) return null
  const state = stateOfSmall(cuts, ratio)
  if (state !== null) return state
  const value = evaluateArithmetic(expression, exact)
  return value === null ? null : stateOfNumber(cuts, value)
}
