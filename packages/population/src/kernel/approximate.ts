import { type Exact, toApproximateNumber } from '@huiqi/domain'
import type { Arithmetic } from '../compile/arithmetic.ts'
import { passed } from './passed.ts'
import { f64At } from './read-array.ts'

/** A double with how far it may be off; NaN for an open value. Safe whole numbers have no error. */
export interface Approximate {
  readonly value: number
  readonly error: number
}

/** A little more than one unit in the last place, relative. */
export const ULP = 2 ** -52

/** No value. */
export const NO_VALUE: Approximate = { value: Number.NaN, error: 0 }

/** What only exact arithmetic can tell. */
const UNSURE: Approximate = { value: 0, error: Number.POSITIVE_INFINITY }

/** The error of a result: none for safe whole numbers that come from such. */
export const errorOf = (value: number, carried: number): number =>
  carried === 0 && Number.isSafeInteger(value) ? 0 : carried + Math.abs(value) * ULP

/** An exact number as a double. */
export const approximateOf = (exact: Exact): Approximate => {
  const value = toApproximateNumber(exact)
  const isWhole = exact.d === 1n && Number.isSafeInteger(value)
  return { value, error: isWhole ? 0 : Math.abs(value) * 2 * ULP }
}

/** An operation of arithmetic. */
export type Operation = Extract<Arithmetic, { left: Arithmetic }>['kind']

const quotient = (a: Approximate, b: Approximate): Approximate => {
  if (b.value === 0 && b.error === 0) return NO_VALUE
  const least = Math.abs(b.value) - b.error
  if (least <= 0) return UNSURE
  const value = a.value / b.value
  const error = (a.error + Math.abs(value) * b.error) / least + Math.abs(value) * ULP
  return { value, error }
}

const result = (operation: Operation, a: Approximate, b: Approximate): Approximate => {
  switch (operation) {
    case 'sum':
      return { value: a.value + b.value, error: errorOf(a.value + b.value, a.error + b.error) }
    case 'difference':
      return { value: a.value - b.value, error: errorOf(a.value - b.value, a.error + b.error) }
    case 'product': {
      const value = a.value * b.value
      const carried = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error
      return { value, error: errorOf(value, carried) }
    }
    case 'quotient':
      return quotient(a, b)
  }
}

/** The result of an operation; open when an operand is or when the divisor is zero. */
export const combineApproximate = (
  operation: Operation,
  a: Approximate,
  b: Approximate,
): Approximate => {
  if (Number.isNaN(a.value) || Number.isNaN(b.value)) return NO_VALUE
  const found = result(operation, a, b)
  if (found === NO_VALUE) return found
  return Number.isFinite(found.value) && Number.isFinite(found.error) ? found : UNSURE
}

/** Doubles that are so near to a bound that only exact arithmetic can tell. */
const BOUND_ERROR = 2 * ULP

const isNear = (bounds: Float64Array, at: number, { value, error }: Approximate): boolean => {
  if (at < 0 || at >= bounds.length) return false
  const bound = f64At(bounds, at)
  return Math.abs(bound - value) <= error + Math.abs(bound) * BOUND_ERROR
}

/** How many ascending bounds a value has passed; null when it lies too near to one of them. */
export const passedSurely = (bounds: Float64Array, near: Approximate): number | null => {
  const at = passed(bounds, near.value)
  return isNear(bounds, at - 1, near) || isNear(bounds, at, near) ? null : at
}
