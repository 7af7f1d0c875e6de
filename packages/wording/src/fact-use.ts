import { type FactUse, NEVER, type Need } from '@huiqi/engine'
import type { Reader } from './reader.ts'
import { showScalar } from './value.ts'
import { words } from './words.ts'

/** The name of a fact with its year: `Operating revenue 2025`. */
export const showNeed = ({ rulebook, language }: Reader, need: Need): string => {
  const name = rulebook.facts.get(need.fact)?.name[language] ?? need.fact
  return need.year === null ? name : `${name} ${need.year}`
}

const LISTED_AT_MOST = 8

/** The names of all the facts. */
export const showAllNeeds = (reader: Reader, needs: readonly Need[]): string =>
  words[reader.language].punctuation.list(needs.map((need) => showNeed(reader, need)))

/** The names of several facts, `and 4 more` behind the first few. */
export const showNeeds = (reader: Reader, needs: readonly Need[]): string => {
  const { punctuation, more } = words[reader.language]
  const names = needs.slice(0, LISTED_AT_MOST).map((need) => showNeed(reader, need))
  const hidden = needs.length - LISTED_AT_MOST
  return punctuation.list(hidden > 0 ? [...names, more(hidden)] : names)
}

/** Where a value comes from: `tax office, A`; empty when nothing is said of it. */
const showOrigin = ({ language }: Reader, { source, grade }: FactUse): string => {
  const named = source === null ? null : (words[language].source[source] ?? source)
  const parts = [named, grade === null ? null : words[language].grade(grade)]
  const known = parts.filter((part) => part !== null)
  const { inBrackets, phrase } = words[language].punctuation
  return known.length === 0 ? '' : inBrackets(phrase(known))
}

const showValue = (reader: Reader, use: FactUse): string => {
  const definition = reader.rulebook.facts.get(use.fact)
  const { language } = reader
  return definition
    ? showScalar(reader.rulebook, definition, { value: use.value, language })
    : String(use.value)
}

/** `Operating revenue 2025 = CNY 86,000,000 (tax office A)` */
export const showUse = (reader: Reader, use: FactUse): string =>
  `${showNeed(reader, use)} = ${showValue(reader, use)}${showOrigin(reader, use)}`

/** How a title stands on the day: `expired on 2026-07-13`; null when its dates are not known. */
export const showTitleState = (
  { language, asOf }: Reader,
  title: string,
  uses: readonly FactUse[],
): string | null => {
  const dateOf = (part: string): string | null =>
    String(uses.find(({ fact }) => fact === `${title}.${part}`)?.value ?? '') || null
  const { title: said } = words[language]
  const granted = dateOf('granted_on')
  const until = dateOf('valid_until')
  if (granted === NEVER) return said.never
  if (granted !== null && granted > asOf) return said.later(granted)
  if (until === null || until === NEVER) return null
  return until < asOf ? said.expired(until) : said.until(until)
}

const TITLE_DATE = /^(qualification\.[a-z0-9_]+)\.(?:granted_on|valid_until)$/

/** The titles that an answer rests on, each with how it stands; null when it rests on none. */
export const showTitlesUsed = (reader: Reader, uses: readonly FactUse[]): string | null => {
  const { rulebook, language } = reader
  const { label, clauses } = words[language].punctuation
  const titles = new Set(uses.flatMap(({ fact }) => TITLE_DATE.exec(fact)?.[1] ?? []))
  const lines = [...titles].flatMap((title) => {
    const state = showTitleState(reader, title, uses)
    const name = rulebook.qualifications.get(title.replace('qualification.', ''))?.name[language]
    const origin = uses.find(({ fact }) => fact.startsWith(`${title}.`))
    if (state === null || name === undefined || origin === undefined) return []
    return [label(name, `${state}${showOrigin(reader, origin)}`)]
  })
  return lines.length === 0 ? null : clauses(lines)
}
