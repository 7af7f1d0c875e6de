import { exact, isInteger, parseDate, parseExact, parseMoney, parseRate } from '@huiqi/domain'
import {
  type CodeIndex,
  codeLineage,
  type FactType,
  NEVER,
  NOT_FOUND,
  type Scalar,
} from '@huiqi/engine'
import type { Expected, PlaceValue } from './place.ts'
import { simulationError } from './simulation-error.ts'

const NOTHING: readonly string[] = ['none', '无']
const HOLES: readonly string[] = [NOT_FOUND, '未见']
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['是', true],
  ['false', false],
  ['no', false],
  ['否', false],
])

const SHORT_UNITS: readonly (readonly [RegExp, string])[] = [
  [/^([\d.,]+)\s*k$/i, '$1 thousand'],
  [/^([\d.,]+)\s*m$/i, '$1 million'],
  [/^([\d.,]+)\s*bn$/i, '$1 billion'],
]

const BARE_NUMBER = /^[-\d.,\s]*$/

/** An amount with its unit, in fen: `1000万元`, `20M`; null for anything else, a bare number too. */
export const parseAmountText = (text: string): Scalar | null => {
  if (BARE_NUMBER.test(text)) return null
  const long = SHORT_UNITS.reduce((said, [short, unit]) => said.replace(short, unit), text)
  const parsed = parseMoney(long)
  return parsed.ok && parsed.fen >= 0 ? exact(parsed.fen) : null
}

/** A rate with `%`, as a decimal or a fraction; null for anything else, a bare whole number too. */
export const parseRateText = (text: string): Scalar | null => {
  const rate = /[%./]/.test(text) ? parseRate(text) : null
  return rate !== null && rate.n >= 0n ? rate : null
}

const parseNumber = (text: string, type: FactType): Scalar | null => {
  const number = parseExact(text.replaceAll(',', ''))
  if (number === null) return null
  return type !== 'count' || (isInteger(number) && number.n >= 0n) ? number : null
}

const LETTER_FIRST = /^[A-Z](\d{2,4})$/

/** The code as its list writes it; null when the list has no such code. */
const parseCode = (text: string, index: CodeIndex | null): string | null => {
  if (index === null) return text
  const [, digits = text] = LETTER_FIRST.exec(text) ?? []
  const lineage = codeLineage(index, digits)
  const isListed = lineage.some((code) => index.ancestors.has(code))
  const letter = digits === text ? null : text.slice(0, 1)
  return isListed && (letter === null || lineage.includes(letter)) ? digits : null
}

/** A value of a type as people write it; null when the text is none. */
export const parseScalar = (
  text: string,
  type: FactType,
  index: CodeIndex | null,
): Scalar | null => {
  switch (type) {
    case 'money':
      return parseAmountText(text)
    case 'rate':
      return parseRateText(text)
    case 'count':
    case 'number':
      return parseNumber(text, type)
    case 'boolean':
      return TRUTHS.get(text.toLowerCase()) ?? null
    case 'date':
      return text === NEVER ? NEVER : parseDate(text)
    case 'code':
      return parseCode(text, index)
  }
}

const refuse = (path: string, text: string, expected: Expected): Error => {
  const index = 'index' in expected ? expected.index : null
  const kind = expected.kind === 'figure' ? expected.type : expected.kind
  const allowed = index === null ? [] : index.list.codes.map(({ code }) => code)
  return simulationError('simulate.value', path, {
    text,
    expected: kind,
    ...(allowed.length === 0 ? {} : { allowed }),
  })
}

const mayBeLeftOut = (expected: Expected): boolean =>
  expected.kind === 'condition' || ('isOptional' in expected && expected.isOptional)

const parseCodes = (text: string, index: CodeIndex | null): readonly string[] | null => {
  const parts = text.replace(/^\[|\]$/g, '').split(/[,，、]/)
  const codes = parts.map((part) => parseCode(part.trim(), index))
  const listed = codes.filter((code) => code !== null)
  return listed.length === parts.length ? [...new Set(listed)] : null
}

const parsePresent = (text: string, expected: Expected): PlaceValue | null => {
  switch (expected.kind) {
    case 'condition':
      return null
    case 'day': {
      if (expected.mayBeHole && HOLES.includes(text)) return { kind: 'day', day: NOT_FOUND }
      const day = parseDate(text)
      return day && { kind: 'day', day }
    }
    case 'codes': {
      const codes = parseCodes(text, expected.index)
      return codes && { kind: 'codes', codes }
    }
    case 'figure': {
      if (HOLES.includes(text)) return { kind: 'figure', operand: { kind: 'not-found' } }
      const value = parseScalar(text, expected.type, expected.index)
      return value === null ? null : { kind: 'figure', operand: { kind: 'literal', value } }
    }
  }
}

/**
 * What a person writes for a place: a value of its type, `not-found` for a hole, `none` to leave it
 * out. Throws AppError `invalid-input` (`simulate.value`).
 */
export const parsePlaceValue = (
  { path, expected }: { readonly path: string; readonly expected: Expected },
  written: string,
): PlaceValue => {
  const text = written.trim()
  if (mayBeLeftOut(expected) && NOTHING.includes(text)) return { kind: 'none' }
  const value = parsePresent(text, expected)
  if (value === null) throw refuse(path, text, expected)
  return value
}
