import type { DateWord, Leaf, OrderWord, Scalar, Test } from '../model.ts'
import { resolveOperand } from '../reference.ts'
import type { Situation } from '../situation.ts'

/** A test with its right-hand side as it stands on the day of submission. */
export type BoundTest =
  | { readonly kind: 'order'; readonly word: OrderWord | DateWord; readonly bound: Scalar }
  | {
      readonly kind: 'membership'
      readonly values: readonly Scalar[]
      readonly isNegated: boolean
      /** Whether codes that belong to a listed code count as listed. */
      readonly hasDescendants: boolean
    }
  /** The text or the parameter has a hole. */
  | { readonly kind: 'gap' }

const bindTest = (situation: Situation, test: Test): BoundTest => {
  if ('values' in test) {
    const isNegated = test.word === 'none-of'
    return { kind: 'membership', values: test.values, isNegated, hasDescendants: true }
  }
  const bound = resolveOperand(situation, test.value)
  if (bound === null) return { kind: 'gap' }
  if (test.word === 'is' || test.word === 'is-not') {
    const isNegated = test.word === 'is-not'
    return { kind: 'membership', values: [bound], isNegated, hasDescendants: false }
  }
  return { kind: 'order', word: test.word, bound }
}

/** The tests of a leaf on the day of the situation. */
export const bindTests = (situation: Situation, leaf: Leaf): readonly BoundTest[] =>
  leaf.tests.map((test) => bindTest(situation, test))
