import type { Cut } from '../compile/cut.ts'
import { type Approximate, approximateOf, ULP } from './approximate.ts'

/** The least double that is larger. */
const nextUp = (value: number): number => {
  if (value === 0) return Number.MIN_VALUE
  const double = new Float64Array([value])
  const bits = new BigInt64Array(double.buffer)
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n)
  return double[0] ?? value
}

const boundOf = ({ value, side }: Cut): Approximate => {
  if (value === null) return { value: Number.NEGATIVE_INFINITY, error: 0 }
  const near = approximateOf(value)
  return side === 'above' && near.error === 0 ? { ...near, value: nextUp(near.value) } : near
}

const inexactBoundOf = ({ value }: Cut): Approximate => {
  if (value === null) return { value: Number.NEGATIVE_INFINITY, error: 0 }
  const near = approximateOf(value)
  return { ...near, error: Math.abs(near.value) * 2 * ULP + Number.MIN_VALUE }
}

/** Whether bounds keep clear of each other however far each may be off. */
const isParted = (bounds: readonly Approximate[]): boolean =>
  bounds.every(({ value, error }, at) => {
    const before = bounds[at - 1]
    if (before === undefined || (before.error > 0 && error > 0)) return true
    return before.value + 2 * before.error < value - 2 * error || before.error + error === 0
  })

/**
 * Cuts as doubles, with how far each may be off: a double without an error of its own has passed a cut
 * without slack when it is at least its bound.
 */
export const approximateBounds = (
  cuts: readonly Cut[],
): { readonly bounds: Float64Array; readonly slacks: Float64Array } => {
  const exact = cuts.map(boundOf)
  const found = isParted(exact) ? exact : cuts.map(inexactBoundOf)
  return {
    bounds: Float64Array.from(found, ({ value }) => value),
    slacks: Float64Array.from(found, ({ error }) => error),
  }
}
