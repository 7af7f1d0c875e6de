import { exact, ONE, roundTo } from '@huiqi/domain'
import type { Cut } from '../compile/cut.ts'

/** The least whole number of units that lies above a cut; minus infinity above `never`. */
export const wholeBound = (
  { value, side }: Cut,
  unit: { readonly n: number; readonly d: number },
): number => {
  if (value === null) return Number.NEGATIVE_INFINITY
  const count = exact(value.n * BigInt(unit.d), value.d * BigInt(unit.n))
  if (side === 'below') return Number(roundTo(count, ONE, 'up').n)
  return Number(roundTo(count, ONE, 'down').n + 1n)
}
