import { addDays, addMonths, type IsoDate, parseDate } from '@huiqi/domain'
import {
  type FactDefinition,
  type Facts,
  NEVER,
  type Qualification,
  type Scalar,
  type StatedValue,
} from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { ParsedLiteral } from '../lower/literal.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Value, ValueMap } from '../reader/yaml-document.ts'

/** How the values of a file are read: against which vocabulary, in which notation. */
export interface ValueReader {
  readonly vocabulary: Vocabulary
  readonly qualifications: ReadonlyMap<string, Qualification>
  readonly report: Report
  readonly parse: (value: string | number | boolean, fact: FactDefinition) => ParsedLiteral
}

const isMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const YEAR = /^\d{4}$/

const parseOne = (
  reader: ValueReader,
  fact: FactDefinition,
  at: { readonly value: Value; readonly path: Path; readonly year: number | null },
): StatedValue | null => {
  const { path, year } = at
  const stated = isMap(at.value) ? at.value : { value: at.value }
  const literal = stated.value ?? null
  if (literal === null || typeof literal === 'object') {
    reader.report({ code: 'schema.type', path, params: { expected: fact.type, found: 'other' } })
    return null
  }
  const parsed = reader.parse(literal, fact)
  if (!parsed.ok) {
    reader.report({ code: parsed.code, path, params: parsed.params })
    return null
  }
  return { value: parsed.value, year, source: null, grade: null }
}

/** The values of one fact: a literal, or `{ 2024: … }` for a yearly fact. Faults are reported. */
export const readFactValues = (
  reader: ValueReader,
  fact: FactDefinition,
  at: { readonly value: Value; readonly path: Path },
): readonly StatedValue[] => {
  const { value, path } = at
  const isYearly = isMap(value) && Object.keys(value).every((key) => YEAR.test(key))
  if (fact.period === 'year' && !isYearly) {
    reader.report({ code: 'fact.year-missing', path, params: { fact: fact.id } })
    return []
  }
  const entries: readonly (readonly [number | null, Value, Path])[] =
    isYearly && fact.period === 'year'
      ? Object.entries(value).map(
          ([year, inner]) => [Number(year), inner, [...path, year]] as const,
        )
      : [[null, value, path]]
  return entries.flatMap(
    ([year, inner, place]) => parseOne(reader, fact, { value: inner, path: place, year }) ?? [],
  )
}

const stated = (value: Scalar): readonly StatedValue[] => [
  { value, year: null, source: null, grade: null },
]

const dateAt = (reader: ValueReader, map: ValueMap, at: { key: string; path: Path }) => {
  const text = map[at.key]
  if (text === undefined) return null
  const date = parseDate(String(text))
  if (date === null) {
    reader.report({
      code: 'literal.date',
      path: [...at.path, at.key],
      params: { found: String(text) },
    })
  }
  return date
}

const endOf = (granted: IsoDate, { validMonths }: Qualification): IsoDate | null =>
  validMonths === null ? null : addDays(addMonths(granted, validMonths), -1)

/** The facts of a title: `{ granted-on, valid-until }`, true, false or `none`. */
export const readQualification = (
  reader: ValueReader,
  qualification: Qualification,
  at: { readonly value: Value; readonly path: Path },
): Facts => {
  const { value, path } = at
  const id = `qualification.${qualification.id}`
  if (typeof value === 'boolean') return { [id]: stated(value) }
  if (value === 'none') {
    return { [`${id}.granted_on`]: stated(NEVER), [`${id}.valid_until`]: stated(NEVER) }
  }
  if (!isMap(value)) {
    const params = {
      expected: '{ granted-on, valid-until }, true, false, none',
      found: String(value),
    }
    reader.report({ code: 'schema.type', path, params })
    return {}
  }
  const granted = dateAt(reader, value, { key: 'granted-on', path })
  const until =
    dateAt(reader, value, { key: 'valid-until', path }) ??
    (granted === null ? null : endOf(granted, qualification))
  return {
    ...(granted === null ? {} : { [`${id}.granted_on`]: stated(granted) }),
    ...(until === null ? {} : { [`${id}.valid_until`]: stated(until) }),
  }
}

/** Values by fact id, titles included. Every fault is reported; what has one is left out. */
export const readFacts = (reader: ValueReader, values: ValueMap, path: Path): Facts => {
  const facts: Record<string, readonly StatedValue[]> = {}
  for (const [id, value] of Object.entries(values)) {
    const place = [...path, id]
    const qualification = reader.qualifications.get(id.replace(/^qualification\./, ''))
    if (id.startsWith('qualification.') && qualification !== undefined) {
      Object.assign(facts, readQualification(reader, qualification, { value, path: place }))
      continue
    }
    const fact = reader.vocabulary.facts.get(id)
    if (fact === undefined) {
      const params = { fact: id, similar: nearest(id, reader.vocabulary.facts.keys()) }
      reader.report({ code: 'fact.unknown', path: place, params, target: 'key' })
      continue
    }
    facts[id] = readFactValues(reader, fact, { value, path: place })
  }
  return facts
}
