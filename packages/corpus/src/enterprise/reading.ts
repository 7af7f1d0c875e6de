import { type IsoDate, yearOf } from '@huiqi/domain'
import type { Grade, Rulebook, StatedValue } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'

/** The part of a rulebook that enterprise files are read against. */
export type EnterpriseVocabulary = Pick<
  Rulebook,
  'facts' | 'codeLists' | 'qualifications' | 'measures'
>

/** What a file is read against, and where its problems go. */
export interface Reading {
  readonly vocabulary: EnterpriseVocabulary
  /** Years after the year of this day cannot have values; null allows any. */
  readonly today: IsoDate | null
  readonly report: Report
}

/** Stated values by fact id, in the making. */
export type FactSheet = Map<string, StatedValue[]>

/** Where the values come from when nothing else is said. */
export const SELF_DECLARED: { readonly source: string; readonly grade: Grade } = {
  source: 'self',
  grade: 'D',
}

const YEAR = /^(?:FY)?((?:19|20)\d{2})(?:年度?)?$/i

/** The year that a text such as `2024`, `2024年` or `FY2024` names; null with the fault reported. */
export const readYear = (reading: Reading, text: string, path: Path): number | null => {
  const digits = YEAR.exec(text.trim())?.[1]
  if (digits === undefined) {
    reading.report({ code: 'enterprise.year', path, params: { found: text }, target: 'key' })
    return null
  }
  const year = Number(digits)
  const { today } = reading
  if (today === null || year <= yearOf(today)) return year
  reading.report({ code: 'enterprise.future-year', path, params: { year }, target: 'key' })
  return null
}

/** Whether a text looks like a year. */
export const isYearText = (text: string): boolean => YEAR.test(text.trim())

/** Adds a stated value; a second one for the same fact and year is reported. */
export const state = (
  reading: Reading,
  sheet: FactSheet,
  stated: { readonly fact: string; readonly value: StatedValue; readonly path: Path },
): void => {
  const { fact, value, path } = stated
  const values = sheet.get(fact) ?? []
  if (values.some(({ year }) => year === value.year)) {
    reading.report({ code: 'enterprise.fact-twice', path, params: { fact }, target: 'key' })
    return
  }
  sheet.set(fact, [...values, value])
}
