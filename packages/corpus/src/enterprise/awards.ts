import { type Fen, parseDate, parseMoney } from '@huiqi/domain'
import type { PastAward } from '@huiqi/engine'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Value } from '../reader/yaml-document.ts'
import type { Reading } from './reading.ts'
import { isMap, isUnknown } from './stated-values.ts'

const KEYS = ['measure', 'on', 'amount'] as const

const readAmount = (reading: Reading, value: Value, path: Path): Fen | null => {
  if (isUnknown(value)) return null
  const parsed = parseMoney(typeof value === 'number' ? value : String(value))
  if (parsed.ok) return parsed.fen
  const params = { fact: 'amount', found: String(value), reason: parsed.reason }
  reading.report({ code: 'value.money', path, params })
  return null
}

const readAward = (reading: Reading, value: Value, path: Path): PastAward | null => {
  const { report, vocabulary } = reading
  if (!isMap(value)) {
    report({ code: 'schema.type', path, params: { expected: 'map', found: 'text' } })
    return null
  }
  for (const key of Object.keys(value)) {
    if (KEYS.some((known) => known === key)) continue
    const params = { key, similar: nearest(key, KEYS) }
    report({ code: 'schema.unknown-key', path: [...path, key], params, target: 'key' })
  }
  const { measure, on, amount = null } = value
  if (typeof measure !== 'string') {
    report({ code: 'schema.missing-key', path, params: { key: 'measure' } })
  } else if (!vocabulary.measures.has(measure)) {
    const params = { id: measure, similar: nearest(measure, vocabulary.measures.keys()) }
    report({ code: 'enterprise.award-measure', path: [...path, 'measure'], params })
  }
  const day = on === undefined ? null : parseDate(String(on))
  if (on === undefined) report({ code: 'schema.missing-key', path, params: { key: 'on' } })
  else if (day === null) {
    report({ code: 'value.date', path: [...path, 'on'], params: { fact: 'on', found: String(on) } })
  }
  const fen = readAmount(reading, amount, [...path, 'amount'])
  return typeof measure === 'string' && day !== null ? { measure, on: day, amount: fen } : null
}

/** Benefits already received. */
export const readAwards = (reading: Reading, value: Value, path: Path): readonly PastAward[] => {
  if (isUnknown(value)) return []
  if (!Array.isArray(value)) {
    reading.report({ code: 'schema.type', path, params: { expected: 'list', found: 'text' } })
    return []
  }
  return value.flatMap((entry: Value, place) => readAward(reading, entry, [...path, place]) ?? [])
}
