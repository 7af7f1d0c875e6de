import type { Arithmetic } from '../compile/arithmetic.ts'

/** How many vectors are needed at once to work out an expression. */
export const vectorsFor = (expression: Arithmetic): number => {
  if (expression.kind === 'constant') return 1
  if (expression.kind === 'fact') {
    return expression.otherwise === null ? 1 : 1 + vectorsFor(expression.otherwise)
  }
  return Math.max(vectorsFor(expression.left), 1 + vectorsFor(expression.right))
}
