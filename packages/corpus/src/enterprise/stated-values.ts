import type { Grade, StatedValue } from '@huiqi/engine'
import type { Path } from '../place.ts'
import type { Value, ValueMap } from '../reader/yaml-document.ts'
import type { FactKey } from './fact-key.ts'
import { parseStated } from './parse-scalar.ts'
import {
  type FactSheet,
  isYearText,
  type Reading,
  readYear,
  SELF_DECLARED,
  state,
} from './reading.ts'

interface Provenance {
  readonly source: string
  readonly grade: Grade
}

const UNKNOWN = new Set(['', 'unknown', '未知', '不详', '不清楚'])

/** Whether the value says that nothing is known. */
export const isUnknown = (value: Value): boolean =>
  value === null || (typeof value === 'string' && UNKNOWN.has(value.trim().toLowerCase()))

/** Whether the value is a map of keys. */
export const isMap = (value: Value): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D']

const readProvenance = (
  reading: Reading,
  map: ValueMap,
  at: { readonly path: Path; readonly inherited: Provenance },
): Provenance => {
  const { source, grade } = map
  const known = GRADES.find((each) => each === grade)
  if (grade !== undefined && known === undefined) {
    const params = { found: String(grade), allowed: GRADES }
    reading.report({ code: 'schema.value', path: [...at.path, 'grade'], params })
  }
  return {
    source: typeof source === 'string' ? source : at.inherited.source,
    grade: known ?? at.inherited.grade,
  }
}

interface Slot {
  readonly sheet: FactSheet
  readonly key: FactKey
  readonly path: Path
  readonly provenance: Provenance
}

const stateScalar = (reading: Reading, value: string | number | boolean, slot: Slot): void => {
  const { key, path, provenance, sheet } = slot
  const { fact, year } = key
  if (fact.period === 'year' && year === null) {
    reading.report({ code: 'enterprise.year-needed', path, params: { fact: fact.id } })
    return
  }
  if (fact.period === 'point' && year !== null) {
    reading.report({
      code: 'enterprise.year-unwanted',
      path,
      params: { fact: fact.id },
      target: 'key',
    })
    return
  }
  const codes = reading.vocabulary.codeLists
  const index = fact.codes === null ? null : (codes.get(fact.codes) ?? null)
  const parsed = parseStated(value, fact, { index, unit: key.unit })
  if (parsed.ok) {
    const stated: StatedValue = { value: parsed.value, year, ...provenance }
    state(reading, sheet, { fact: fact.id, value: stated, path })
  } else {
    reading.report({ code: parsed.code, path, params: { fact: fact.id, ...parsed.params } })
  }
}

const ANNOTATION_KEYS = new Set(['value', 'source', 'grade'])

const stateAnnotated = (reading: Reading, map: ValueMap, slot: Slot): void => {
  const { path, provenance: inherited } = slot
  for (const key of Object.keys(map)) {
    if (ANNOTATION_KEYS.has(key)) continue
    const params = { key, similar: [...ANNOTATION_KEYS] }
    reading.report({ code: 'schema.unknown-key', path: [...path, key], params, target: 'key' })
  }
  const provenance = readProvenance(reading, map, { path, inherited })
  readStatedValues(reading, map.value ?? null, { ...slot, path: [...path, 'value'], provenance })
}

const stateYears = (reading: Reading, map: ValueMap, slot: Slot): void => {
  for (const [text, value] of Object.entries(map)) {
    const path = [...slot.path, text]
    const year = readYear(reading, text, path)
    if (year !== null)
      readStatedValues(reading, value, { ...slot, path, key: { ...slot.key, year } })
  }
}

/** Adds what a value states: a literal, `{ value, source, grade }`, or a map of years to either. */
export const readStatedValues = (reading: Reading, value: Value, slot: Slot): void => {
  if (isUnknown(value)) return
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    stateScalar(reading, value, slot)
  } else if (!isMap(value)) {
    reading.report({
      code: 'schema.type',
      path: slot.path,
      params: { expected: 'text', found: 'list' },
    })
  } else if (slot.key.year === null && Object.keys(value).some(isYearText)) {
    stateYears(reading, value, slot)
  } else if ('value' in value || slot.key.year !== null || slot.key.fact.period === 'point') {
    stateAnnotated(reading, value, slot)
  } else {
    stateYears(reading, value, slot)
  }
}

/** Adds what a value states as the enterprise's own word. */
export const readOwnValues = (
  reading: Reading,
  value: Value,
  slot: Omit<Slot, 'provenance'>,
): void => readStatedValues(reading, value, { ...slot, provenance: SELF_DECLARED })
