import { compare } from '@huiqi/domain'
import type { ComparisonOperator } from './feel-ast.ts'
import type { FeelType, OrderedType } from './feel-type.ts'
import { isOrdered } from './feel-type.ts'
import type { Known } from './feel-value.ts'
import { dateOf, exactOf, wholeOf } from './feel-value.ts'

/** Negative, zero or positive as the left value is below, equal to or above the right one of the same type. */
export type Order = (left: Known, right: Known) => number

const byAmount: Order = (left, right) => compare(exactOf(left), exactOf(right))
const byLength: Order = (left, right) => wholeOf(left) - wholeOf(right)
const byDay: Order = (left, right) => {
  const [a, b] = [dateOf(left), dateOf(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** The order of each type that has one. */
export const ORDERS: Readonly<Record<OrderedType, Order>> = {
  number: byAmount,
  money: byAmount,
  date: byDay,
  days: byLength,
  months: byLength,
}

type Holds = (left: Known, right: Known) => boolean

const ORDER_TESTS: Readonly<Record<ComparisonOperator, (sign: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
}

/** How two values of a type are compared; null when the type has no order for the operator. */
export const findComparison = (operator: ComparisonOperator, type: FeelType): Holds | null => {
  if (isOrdered(type)) {
    const order = ORDERS[type]
    const test = ORDER_TESTS[operator]
    return (left, right) => test(order(left, right))
  }
  if (operator === '=') return (left, right) => left.value === right.value
  return operator === '!=' ? (left, right) => left.value !== right.value : null
}
