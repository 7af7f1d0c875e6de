import { type IsoDate, parseDate } from '@huiqi/domain'
import { NOT_FOUND } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'

/** A day written YYYY-MM-DD; null with the fault reported. */
export const lowerDate = (report: Report, text: string, path: Path): IsoDate | null => {
  const date = parseDate(text)
  if (date !== null && date === text) return date
  report({ code: 'literal.date', path, params: { found: text } })
  return null
}

/** A day or `not-found`; null with the fault reported. */
export const lowerOpenDate = (
  report: Report,
  text: string,
  path: Path,
): IsoDate | typeof NOT_FOUND | null =>
  text === NOT_FOUND ? NOT_FOUND : lowerDate(report, text, path)
