import type { Exact } from '@huiqi/domain'
import { add, negate } from '@huiqi/domain'
import type { FeelType } from './feel-type.ts'
import type { Known } from './feel-value.ts'
import { exactOf, wholeOf } from './feel-value.ts'

/** Whether values of the type can be added and have a sign: numbers, money and durations. */
export const isQuantity = (type: FeelType): boolean =>
  type === 'number' || type === 'money' || type === 'days' || type === 'months'

interface QuantityMap {
  readonly amount: (value: Exact) => Exact
  readonly whole: (value: number) => number
}

const mapQuantity = (value: Known, { amount, whole }: QuantityMap): Known => {
  switch (value.type) {
    case 'number':
    case 'money':
      return { kind: 'known', type: value.type, value: amount(value.value) }
    case 'days':
    case 'months':
      return { kind: 'known', type: value.type, value: whole(value.value) }
    case 'date':
    case 'boolean':
    case 'text':
      throw new TypeError(`${value.type} is not a quantity`)
  }
}

/** `-x` of a quantity. */
export const negateQuantity = (value: Known): Known =>
  mapQuantity(value, { amount: negate, whole: (whole) => 0 - whole })

/** `abs(x)` of a quantity. */
export const absoluteQuantity = (value: Known): Known =>
  mapQuantity(value, {
    amount: (amount) => (amount.n < 0n ? negate(amount) : amount),
    whole: Math.abs,
  })

/** The sum of two quantities of one type. */
export const addQuantities = (left: Known, right: Known): Known =>
  mapQuantity(left, {
    amount: (amount) => add(amount, exactOf(right)),
    whole: (whole) => whole + wholeOf(right),
  })
