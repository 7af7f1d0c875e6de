import type { Scale } from './bound-program.ts'

/** What a scale makes of a whole number; null when the product leaves the safe integers. */
export const figureOf = (
  base: number,
  { factor, divisor, step, floor, cap }: Scale,
): number | null => {
  const product = Math.max(0, base) * factor
  if (product > Number.MAX_SAFE_INTEGER - divisor) return null
  const whole = Math.floor(product / divisor)
  return Math.min(Math.max(whole - (whole % step), floor), cap)
}
