import { isInteger } from '@huiqi/domain'
import type { Expression } from './feel-ast.ts'

/** The largest exponent, number of decimals and number of years back. */
export const MAXIMUM_CONSTANT = 99

/** The value of an integer constant such as `2` or `-5` within ± `MAXIMUM_CONSTANT`; null for anything else. */
export const constantInteger = (node: Expression): number | null => {
  if (node.kind === 'negation') {
    const positive = node.operand.kind === 'literal' ? constantInteger(node.operand) : null
    return positive === null ? null : 0 - positive
  }
  if (node.kind !== 'literal' || node.value.type !== 'number') return null
  const value = node.value.value
  return isInteger(value) && value.n <= BigInt(MAXIMUM_CONSTANT) ? Number(value.n) : null
}
