import type { Exact } from './exact.ts'
import { exact, formatExact, isInteger, multiply, parseExact, roundTo } from './exact.ts'
import { toHalfWidth } from './text.ts'

const HUNDRED = exact(100)
const PERCENT = exact(1, 100)

/**
 * Reads `5%`, `3.5 %`, `0.05` or `1/3` as a part of one (5% = 1/20); a number counts by its
 * shortest decimal text; null when it is none of these.
 */
export const parseRate = (input: string | number): Exact | null => {
  const text = toHalfWidth(String(input)).trim()
  if (!text.endsWith('%')) return parseExact(text)
  const percent = parseExact(text.slice(0, -1).trimEnd())
  return percent === null ? null : multiply(percent, PERCENT)
}

/** `5%` or `33.3%` when at most four decimals of a percent say it exactly, else `≈33.33%`. */
export const formatRate = (rate: Exact): string => {
  const percent = multiply(rate, HUNDRED)
  if (isInteger(multiply(percent, exact(10_000)))) return `${formatExact(percent)}%`
  const hundredths = roundTo(multiply(percent, HUNDRED), exact(1), 'half-up').n
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0')
  return `≈${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}%`
}
