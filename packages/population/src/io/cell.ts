import {
  type Exact,
  exact,
  formatExact,
  isInteger,
  multiply,
  parseDate,
  parseExact,
  parseMoney,
  toDayNumber,
  toHalfWidth,
} from '@huiqi/domain'
import { type FactDefinition, isNeverText, parseNumberText, parseShareText } from '@huiqi/engine'
import type { CodeReader } from './code-reader.ts'

/** A value as a file or a database gives it. */
export type Cell = string | number | bigint | boolean | Date | null | undefined

/** Why a cell cannot be taken; `found` is added by whoever reports it. */
export interface CellFault {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>
}

/** What a column of cells holds. */
export interface CellKind {
  readonly fact: FactDefinition
  /** Whether amounts are whole numbers of fen instead of yuan. */
  readonly unit: 'fen' | 'plain'
  /** For facts of type `code`. */
  readonly codes: CodeReader | null
  /** Numbers count this unit: days since 1970 for dates, units of 10^-scale for decimals. */
  readonly physical: 'plain' | 'days' | { readonly scale: number }
  /** What texts were read as before. */
  readonly memory: Map<string, number | CellFault>
}

/** A kind of cells that has read nothing yet. */
export const cellKind = (
  fact: FactDefinition,
  given: Partial<Omit<CellKind, 'fact' | 'memory'>> = {},
): CellKind => ({
  fact,
  unit: given.unit ?? 'plain',
  codes: given.codes ?? null,
  physical: given.physical ?? 'plain',
  memory: new Map(),
})

/** One is this many units of a rate or number that is read. */
export const FINENESS = 1_000_000_000

/** Decimals that are read of an amount in yuan, a count, and any other number. */
const DECIMALS = { money: 2, count: 0, rate: 9, number: 9 } as const

/** What stands for a date that never came, in read values. */
export const NEVER_DAY = Number.NEGATIVE_INFINITY
/** What stands for a value that is not known. */
export const UNKNOWN = Number.NaN

const UNKNOWN_WORDS = new Set(['', 'unknown', '未知', '不详', '不清楚'])
const TRUE = new Set(['true', 't', 'yes', 'y', '1', '是', '有', '对'])
const FALSE = new Set(['false', 'f', 'no', 'n', '0', '否', '无', '没有', '不是', 'none'])

const MOST_DIGITS = 15
const ZERO = 48
const POINT = 46
const MINUS = 45
const DAY_MS = 86_400_000

const NONE = -1

/** The value of a digit, or `NONE`. */
const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - ZERO
  return digit >= 0 && digit <= 9 ? digit : NONE
}

/** Where the digits end that begin at `from`. */
const endOfDigits = (text: string, from: number): number => {
  let at = from
  while (at < text.length && digitAt(text, at) !== NONE) at += 1
  return at
}

const numberIn = (text: string, from: number, end: number): number => {
  let value = 0
  for (let at = from; at < end; at += 1) value = value * 10 + digitAt(text, at)
  return value
}

/** The digits of a plain decimal as a whole number of 10^-decimals; NaN for anything else. */
export const plainDecimal = (text: string, decimals: number): number => {
  const isNegative = text.charCodeAt(0) === MINUS
  const from = isNegative ? 1 : 0
  const point = endOfDigits(text, from)
  const hasPoint = text.charCodeAt(point) === POINT
  const end = hasPoint ? endOfDigits(text, point + 1) : point
  const places = hasPoint ? end - point - 1 : 0
  const isPlain = point > from && end === text.length && places > 0 === hasPoint
  if (!isPlain || places > decimals || point - from + decimals > MOST_DIGITS) return Number.NaN
  const scaled = numberIn(text, from, point) * 10 ** places + numberIn(text, end - places, end)
  return (isNegative ? -scaled : scaled) * 10 ** (decimals - places) + 0
}

const fault = (code: string, params: CellFault['params'] = {}): CellFault => ({ code, params })

const toUnits = (value: Exact, perOne: number, code: string): number | CellFault => {
  const units = multiply(value, exact(perOne))
  if (!isInteger(units)) return fault('value.too-fine', { value: formatExact(value) })
  const number = Number(units.n)
  return Number.isSafeInteger(number) ? number + 0 : fault(code)
}

const readYuan = (text: string): number | CellFault => {
  const parsed = parseMoney(text)
  return parsed.ok ? parsed.fen : fault('value.money', { reason: parsed.reason })
}

const readFen = (text: string): number | CellFault => {
  const fen = parseExact(text.replaceAll(',', ''))
  return fen === null ? fault('value.fen') : toUnits(fen, 1, 'value.fen')
}

const readRate = (text: string): number | CellFault => {
  const share = parseShareText(text)
  return typeof share === 'string'
    ? fault(`value.${share}`)
    : toUnits(share, FINENESS, 'value.rate')
}

const readNumber = (text: string, fact: FactDefinition): number | CellFault => {
  const number = parseNumberText(text, fact)
  if (number === null) return fault('value.number')
  if (fact.type !== 'count') return toUnits(number, FINENESS, 'value.number')
  return isInteger(number) && number.n >= 0n
    ? toUnits(number, 1, 'value.count')
    : fault('value.count')
}

/** The beginning of a day, as databases write it behind the day. */
const MIDNIGHT = /[ T]00:00(?::00(?:\.0+)?)?(?:Z|\+00(?::?00)?)?$/

const readDay = (text: string): number | CellFault => {
  if (isNeverText(text)) return NEVER_DAY
  const date = parseDate(text.replace(MIDNIGHT, ''))
  return date === null ? fault('value.date') : toDayNumber(date)
}

const readTruth = (text: string): number | CellFault => {
  const word = text.toLowerCase()
  if (TRUE.has(word)) return 1
  return FALSE.has(word) ? 0 : fault('value.boolean')
}

const readCode = (text: string, { codes }: CellKind): number | CellFault => {
  const position = codes?.positionOf(text) ?? -1
  return position === -1
    ? fault('value.code', { list: codes?.list ?? '', similar: codes?.similarTo(text) ?? [] })
    : position
}

const readWords = (text: string, kind: CellKind): number | CellFault => {
  const { fact, unit } = kind
  switch (fact.type) {
    case 'money':
      return unit === 'fen' ? readFen(text) : readYuan(text)
    case 'rate':
      return readRate(text)
    case 'count':
    case 'number':
      return readNumber(text, fact)
    case 'date':
      return readDay(text)
    case 'boolean':
      return readTruth(text)
    case 'code':
      return readCode(text, kind)
  }
}

/** Digits only, as most cells are; NaN sends the text to `readWords`. */
const readDigits = (text: string, { fact, unit }: CellKind): number => {
  switch (fact.type) {
    case 'money':
      return plainDecimal(text, unit === 'fen' ? 0 : DECIMALS.money)
    case 'count': {
      const value = plainDecimal(text, DECIMALS.count)
      return value < 0 ? Number.NaN : value
    }
    case 'number':
      return plainDecimal(text, DECIMALS.number)
    case 'rate': {
      const value = plainDecimal(text, DECIMALS.rate)
      return Math.abs(value) > FINENESS ? Number.NaN : value
    }
    default:
      return Number.NaN
  }
}

const MOST_REMEMBERED = 20_000

/** Texts of days, truths and codes repeat: each is read once. */
const remembered = (cell: string, kind: CellKind): number | CellFault => {
  const known = kind.memory.get(cell)
  if (known !== undefined) return known
  const text = toHalfWidth(cell).trim()
  const read = UNKNOWN_WORDS.has(text.toLowerCase()) ? UNKNOWN : readWords(text, kind)
  if (kind.memory.size < MOST_REMEMBERED) kind.memory.set(cell, read)
  return read
}

const readText = (cell: string, kind: CellKind): number | CellFault => {
  if (cell === '') return UNKNOWN
  const digits = readDigits(cell, kind)
  return Number.isNaN(digits) ? remembered(cell, kind) : digits
}

/** A decimal given as a floating number that stands for a whole number of 10^-scale. */
const readDecimal = (cell: number, scale: number, kind: CellKind): number | CellFault =>
  readText(cell.toFixed(scale), kind)

const readNumeric = (cell: number | bigint, kind: CellKind): number | CellFault => {
  const { physical } = kind
  const number = Number(cell)
  if (physical === 'days') return Number.isInteger(number) ? number : fault('value.date')
  if (!Number.isFinite(number)) return Number.isNaN(number) ? UNKNOWN : fault('value.number')
  if (physical !== 'plain') return readDecimal(number, physical.scale, kind)
  return readText(String(cell), kind)
}

const readInstant = (cell: Date, kind: CellKind): number | CellFault => {
  const day = cell.getTime() / DAY_MS
  return kind.fact.type === 'date' && Number.isInteger(day) ? day : fault('value.date')
}

/**
 * Reads a cell: fen for money, units of 1/`FINENESS` for rates and numbers, days since 1970 or
 * `NEVER_DAY`, 0 or 1, the position of a code, whole counts; `UNKNOWN` for what is empty.
 */
export const readCell = (cell: Cell, kind: CellKind): number | CellFault => {
  if (typeof cell === 'string') return readText(cell, kind)
  if (cell === null || cell === undefined) return UNKNOWN
  if (typeof cell === 'boolean') {
    return kind.fact.type === 'boolean' ? Number(cell) : fault(`value.${kind.fact.type}`)
  }
  return cell instanceof Date ? readInstant(cell, kind) : readNumeric(cell, kind)
}

const limitOf = (limit: Exact | undefined, type: FactDefinition['type']): Exact | null => {
  if (limit === undefined) return null
  return type === 'rate' || type === 'number' ? multiply(limit, exact(FINENESS)) : limit
}

const asNumber = (value: Exact): number => Number(value.n) / Number(value.d)

/** Refuses read values outside the bounds of the fact; null when there are none or the value is within. */
export const boundsCheck = (fact: FactDefinition): ((value: number) => CellFault | null) => {
  const least = limitOf(fact.min, fact.type)
  const most = limitOf(fact.max, fact.type)
  const low = least === null ? Number.NEGATIVE_INFINITY : asNumber(least)
  const high = most === null ? Number.POSITIVE_INFINITY : asNumber(most)
  const isNumeric = ['money', 'rate', 'count', 'number'].includes(fact.type)
  if (!isNumeric || (least === null && most === null)) return () => null
  return (value) => {
    if (value < low) return fault('value.below-min', { limit: formatExact(fact.min ?? exact(0)) })
    return value > high
      ? fault('value.above-max', { limit: formatExact(fact.max ?? exact(0)) })
      : null
  }
}
