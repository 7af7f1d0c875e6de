import type { NewStatement, ThingKind } from '@huiqi/contract'
import { parseStated } from '@huiqi/corpus'
import {
  addDays,
  addMonths,
  type IsoDate,
  type Issue,
  type IssueParams,
  parseDate,
  yearOf,
} from '@huiqi/domain'
import { type FactDefinition, NEVER, type Rulebook, type Scalar } from '@huiqi/engine'

/** A declared value that fits the vocabulary; null takes the own word back. */
export interface ReadStatementOf {
  readonly fact: string
  readonly year: number | null
  readonly thing: string | null
  readonly value: Scalar | null
}

/** What statements are read against. */
export interface StatementSight {
  readonly rulebook: Rulebook
  readonly day: IsoDate
  /** The kinds of the things that there are, by their ids. */
  readonly things: ReadonlyMap<string, ThingKind>
}

type Fault = readonly [code: string, params: IssueParams, part: keyof NewStatement]

const faultOfPlace = (
  { day, things }: StatementSight,
  definition: FactDefinition,
  { year, thing }: NewStatement,
): Fault | null => {
  const fact = definition.id
  if (definition.period === 'year' && year === null) {
    return ['enterprise.year-needed', { fact }, 'year']
  }
  if (definition.period === 'point' && year !== null) {
    return ['enterprise.year-unwanted', { fact }, 'year']
  }
  if (year !== null && year > yearOf(day)) return ['enterprise.future-year', { year }, 'year']
  const kind = thing === null ? 'enterprise' : things.get(thing)
  if (kind === undefined) return ['thing-unknown', { id: thing ?? '' }, 'thing']
  return kind === definition.subject
    ? null
    : ['thing-of-other-kind', { fact, kind, subject: definition.subject }, 'thing']
}

const readValue = (
  { rulebook }: StatementSight,
  definition: FactDefinition,
  { value, unit }: NewStatement,
): Scalar | null | Fault => {
  if (value === null) return null
  if (unit === 'fen' && definition.type !== 'money') {
    return ['enterprise.fen', { fact: definition.id }, 'unit']
  }
  const index =
    definition.codes === null ? null : (rulebook.codeLists.get(definition.codes) ?? null)
  const parsed = parseStated(value, definition, { index, unit })
  return parsed.ok
    ? parsed.value
    : [parsed.code, { fact: definition.id, ...parsed.params }, 'value']
}

const isFault = (read: Scalar | null | Fault): read is Fault => Array.isArray(read)

const readOne = (sight: StatementSight, stated: NewStatement): ReadStatementOf | Fault => {
  const definition = sight.rulebook.facts.get(stated.fact)
  if (definition === undefined) return ['fact.unknown', { fact: stated.fact }, 'fact']
  const fault = faultOfPlace(sight, definition, stated)
  if (fault !== null) return fault
  const value = readValue(sight, definition, stated)
  if (isFault(value)) return value
  return { fact: stated.fact, year: stated.year, thing: stated.thing, value }
}

const TITLE = /^(qualification\.[a-z0-9_]+)\.granted_on$/

/** The last days of titles whose first days are stated alone. */
export const lastDaysOf = (
  rulebook: Rulebook,
  statements: readonly ReadStatementOf[],
): readonly ReadStatementOf[] => {
  const stated = new Set(statements.map(({ fact }) => fact))
  return statements.flatMap(({ fact, value, thing, year }) => {
    const title = TITLE.exec(fact)?.[1]
    if (title === undefined || value === null || stated.has(`${title}.valid_until`)) return []
    const months = rulebook.qualifications.get(title.replace('qualification.', ''))?.validMonths
    const from = value === NEVER ? null : parseDate(String(value))
    const until = `${title}.valid_until`
    if (!rulebook.facts.has(until)) return []
    if (value === NEVER) return [{ fact: until, year, thing, value: NEVER }]
    if (from === null || months === null || months === undefined) return []
    return [{ fact: until, year, thing, value: addDays(addMonths(from, months), -1) }]
  })
}

const keyOf = ({ fact, year, thing }: ReadStatementOf): string => `${fact} ${year} ${thing}`

/**
 * Reads declared values; every problem is named with its place below `path`. The last day of a title is
 * worked out when only its first day is stated.
 */
export const readStatements = (
  sight: StatementSight,
  stated: readonly NewStatement[],
  path: string,
): { readonly statements: readonly ReadStatementOf[]; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = []
  const statements: ReadStatementOf[] = []
  const seen = new Set<string>()
  const report = ([code, params, part]: Fault, place: number): void => {
    issues.push({ code, severity: 'error', path: `${path}[${place}].${part}`, params })
  }
  for (const [place, one] of stated.entries()) {
    const read = readOne(sight, one)
    if (!('fact' in read)) {
      report(read, place)
      continue
    }
    const key = keyOf(read)
    if (seen.has(key)) report(['enterprise.fact-twice', { fact: one.fact }, 'fact'], place)
    seen.add(key)
    statements.push(read)
  }
  return { statements: [...statements, ...lastDaysOf(sight.rulebook, statements)], issues }
}
