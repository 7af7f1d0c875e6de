import { add, compare, exact, negate, parseExact } from '@huiqi/domain'
import {
  type FeelType,
  type FeelValue,
  type Known,
  knownNumber,
  knownText,
  knownTruth,
  parseFormula,
} from '@huiqi/engine'
import type { StatedValue } from './test-case.ts'

const XSI_TYPES: ReadonlyMap<string, FeelType> = new Map([
  ['decimal', 'number'],
  ['double', 'number'],
  ['integer', 'number'],
  ['string', 'text'],
  ['boolean', 'boolean'],
  ['date', 'date'],
])

const parseTemporal = (text: string): Known | null => {
  const parsed = parseFormula(`@"${text}"`)
  return parsed.ok && parsed.ast.kind === 'literal' ? parsed.ast.value : null
}

const parseNumber = (text: string): Known | null => {
  const value = parseExact(text)
  return value === null ? null : knownNumber(value)
}

/** The value that a text stands for, or null when it is none of the type. */
export const parseStated = (text: string, type: FeelType): Known | null => {
  const trimmed = text.trim()
  switch (type) {
    case 'number':
      return parseNumber(trimmed)
    case 'boolean':
      return trimmed === 'true' || trimmed === 'false' ? knownTruth(trimmed === 'true') : null
    case 'text':
      return knownText(text)
    case 'date':
    case 'days':
    case 'months': {
      const value = parseTemporal(trimmed)
      return value?.type === type ? value : null
    }
    case 'money':
      return null
  }
}

/** The type of a stated value for which the model names none; null when the profile has no such type. */
export const inferType = ({ text, xsiType }: StatedValue & { kind: 'value' }): FeelType | null => {
  if (xsiType === 'duration') return parseTemporal(text.trim())?.type ?? null
  if (xsiType !== null) return XSI_TYPES.get(xsiType) ?? null
  if (parseStated(text, 'number') !== null) return 'number'
  return parseStated(text, 'boolean') === null ? 'text' : 'boolean'
}

const FULL_PRECISION = 8

/** Equal, or equal up to the last decimal of a stated number that was cut off after many. */
const isSameNumber = (found: Known, stated: Known, text: string): boolean => {
  if (found.type !== 'number' || stated.type !== 'number') return false
  if (compare(found.value, stated.value) === 0) return true
  const decimals = text.trim().split('.')[1]?.length ?? 0
  if (decimals < FULL_PRECISION) return false
  const step = exact(1n, 10n ** BigInt(decimals))
  const isBelow = compare(found.value, add(stated.value, step)) < 0
  return isBelow && compare(found.value, add(stated.value, negate(step))) > 0
}

/** Whether a formula gave what a test states; where FEEL says null, no known value may come out. */
export const isAsStated = (found: FeelValue, stated: StatedValue): boolean => {
  if (stated.kind === 'null') return found.kind !== 'known'
  if (stated.kind !== 'value' || found.kind !== 'known') return false
  const expected = parseStated(stated.text, found.type)
  if (expected === null) return false
  if (found.type === 'number') return isSameNumber(found, expected, stated.text)
  return found.value === expected.value
}
