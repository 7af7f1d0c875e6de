import { type Approximate, ULP } from '../kernel/approximate.ts'
import { passed } from '../kernel/passed.ts'
import { f64At } from '../kernel/read-array.ts'

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
