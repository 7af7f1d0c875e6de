import { compare } from '@huiqi/domain'
import { NEVER, type OrderWord, type Scalar, type Test } from './model.ts'
import { gapOf, resolveOperand } from './reference.ts'
import { boundsOf, type Resolved } from './resolved.ts'
import { type CodeIndex, codeLineage } from './rulebook.ts'
import type { Situation } from './situation.ts'
import { negated, type Truth, truthOf } from './truth.ts'

/** How one comparison came out, with the right-hand side that was used; null where the text has a hole. */
export interface TestOutcome {
  readonly test: Test
  readonly bound: Scalar | null
  readonly truth: Truth
  readonly gap: string | null
}

const holdsInOrder = (word: OrderWord, sign: -1 | 0 | 1): boolean => {
  switch (word) {
    case 'at-least':
      return sign >= 0
    case 'at-most':
      return sign <= 0
    case 'more-than':
      return sign > 0
    case 'less-than':
      return sign < 0
  }
}

const inOrder = (word: OrderWord, resolved: Resolved, bound: Scalar): Truth => {
  if (typeof bound !== 'object') throw new TypeError(`${word} needs a number`)
  const { low, high } = boundsOf(resolved)
  const isRising = word === 'at-least' || word === 'more-than'
  const [worst, best] = isRising ? [low, high] : [high, low]
  if (worst !== null && holdsInOrder(word, compare(worst, bound))) return 'true'
  if (best !== null && !holdsInOrder(word, compare(best, bound))) return 'false'
  return 'open'
}

const onDate = (word: 'not-before' | 'not-after', resolved: Resolved, bound: Scalar): Truth => {
  if (resolved.kind === 'open') return 'open'
  const { value } = resolved
  if (value === NEVER) return 'false'
  return truthOf(word === 'not-before' ? value >= bound : value <= bound)
}

const sameScalar = (a: Scalar, b: Scalar): boolean =>
  typeof a === 'object' && typeof b === 'object' ? compare(a, b) === 0 : a === b

const equals = (resolved: Resolved, bound: Scalar): Truth => {
  if (resolved.kind === 'known') return truthOf(sameScalar(resolved.value, bound))
  if (resolved.possible?.kind === 'codes' && typeof bound === 'string') {
    const { codes } = resolved.possible
    if (codes.every((code) => code === bound)) return 'true'
    return codes.includes(bound) ? 'open' : 'false'
  }
  return 'open'
}

const isWithinCodes = (
  index: CodeIndex | null,
  code: string,
  listed: readonly string[],
): boolean =>
  index === null
    ? listed.includes(code)
    : codeLineage(index, code).some((ancestor) => listed.includes(ancestor))

const amongCodes = (
  resolved: Resolved,
  listed: readonly string[],
  index: CodeIndex | null,
): Truth => {
  const possible =
    resolved.kind === 'known'
      ? [String(resolved.value)]
      : resolved.possible?.kind === 'codes'
        ? resolved.possible.codes
        : null
  if (possible === null) return 'open'
  const inside = possible.filter((code) => isWithinCodes(index, code, listed)).length
  if (inside === possible.length) return 'true'
  return inside === 0 ? 'false' : 'open'
}

const compareWith = (
  test: Exclude<Test, { values: unknown }>,
  resolved: Resolved,
  bound: Scalar,
) => {
  switch (test.word) {
    case 'is':
      return equals(resolved, bound)
    case 'is-not':
      return negated(equals(resolved, bound))
    case 'not-before':
    case 'not-after':
      return onDate(test.word, resolved, bound)
    default:
      return inOrder(test.word, resolved, bound)
  }
}

/** Applies one comparison to a value; `index` is the code list of the value, if it has one. */
export const applyTest = (
  situation: Situation,
  test: Test,
  operand: { readonly resolved: Resolved; readonly index: CodeIndex | null },
): TestOutcome => {
  if ('values' in test) {
    const within = amongCodes(operand.resolved, test.values, operand.index)
    const truth = test.word === 'one-of' ? within : negated(within)
    return { test, bound: null, truth, gap: null }
  }
  const bound = resolveOperand(situation, test.value)
  if (bound === null) return { test, bound, truth: 'open', gap: gapOf(test.value) }
  return { test, bound, truth: compareWith(test, operand.resolved, bound), gap: null }
}
