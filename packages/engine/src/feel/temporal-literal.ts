import { parseDate } from '@huiqi/domain'
import type { Known } from './feel-value.ts'
import { knownDate, knownDays, knownMonths } from './feel-value.ts'

const DURATION = /^(-?)P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})D)?$/

/** Reads `2025-03-01` as a date; null for any other text. */
export const parseDateLiteral = (text: string): Known | null => {
  const date = parseDate(text)
  return date === text ? knownDate(date) : null
}

/**
 * Reads `P10D` as days, `P1Y`, `P3M` or `P1Y6M` as months, each with `-` in front or not (ISO 8601);
 * null for any other text, for a mixture of days with months, and for times of day.
 */
export const parseDurationLiteral = (text: string): Known | null => {
  const match = DURATION.exec(text)
  if (match === null) return null
  const [, sign, years, months, days] = match
  const signed = (count: number) => (sign === '-' ? 0 - count : count)
  if (days === undefined) return knownMonths(signed(Number(years ?? 0) * 12 + Number(months ?? 0)))
  return years === undefined && months === undefined ? knownDays(signed(Number(days))) : null
}

/** The ISO 8601 text of whole days: `P10D`, `-P1D`. */
export const formatDays = (days: number): string => `${days < 0 ? '-' : ''}P${Math.abs(days)}D`

/** The ISO 8601 text of whole months: `P1Y6M`, `-P3M`, `P0M`. */
export const formatMonths = (months: number): string => {
  const total = Math.abs(months)
  const years = total >= 12 ? `${Math.floor(total / 12)}Y` : ''
  const rest = total % 12 !== 0 || total === 0 ? `${total % 12}M` : ''
  return `${months < 0 ? '-' : ''}P${years}${rest}`
}
