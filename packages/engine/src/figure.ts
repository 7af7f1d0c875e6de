import {
  compare,
  type Exact,
  exact,
  isInteger,
  parseDate,
  parseExact,
  parseMoney,
  parseRate,
} from '@huiqi/domain'
import { type FactDefinition, NEVER, type Scalar } from './vocabulary.ts'

/** Why a text is no figure of a fact; `rate-plain` is a part above one without its sign. */
export type FigureFault =
  | 'money'
  | 'rate'
  | 'rate-plain'
  | 'number'
  | 'count'
  | 'date'
  | 'below'
  | 'above'

/** A figure as the fact has it, or why the text is none; `reason` is parseMoney's word on an amount. */
export type ReadFigure =
  | { readonly ok: true; readonly value: Scalar }
  | { readonly ok: false; readonly fault: FigureFault; readonly reason?: string }

const NEVER_WORDS: ReadonlySet<string> = new Set([NEVER, 'none', '从未', '未曾', '没有', '无'])
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

const refuse = (fault: FigureFault): ReadFigure => ({ ok: false, fault })

/** Whether a text says that a date never came. */
export const isNeverText = (text: string): boolean => NEVER_WORDS.has(text.toLowerCase())

/** A number with or without the unit of the fact; null when commas do not group thousands, or it is none. */
export const parseNumberText = (
  text: string,
  { unit }: Pick<FactDefinition, 'unit'>,
): Exact | null => {
  const word = [unit?.zh, unit?.en].find((each) => each !== undefined && text.endsWith(each)) ?? ''
  const bare = text.slice(0, text.length - word.length).trim()
  if (bare.includes(',') && !GROUPED.test(bare)) return null
  return parseExact(bare.replaceAll(',', ''))
}

/** A part of one; more than the whole must be written with its sign. */
export const parseShareText = (text: string): Exact | 'rate' | 'rate-plain' => {
  const rate = parseRate(text)
  if (rate === null) return 'rate'
  const isAboveOne = (rate.n < 0n ? -rate.n : rate.n) > rate.d
  return isAboveOne && !text.endsWith('%') ? 'rate-plain' : rate
}

/** Whether a figure is outside the least and greatest value of its fact; null when it is within. */
export const faultOfLimits = (
  value: Exact,
  { min, max }: FactDefinition,
): 'below' | 'above' | null => {
  if (min !== undefined && compare(value, min) < 0) return 'below'
  return max !== undefined && compare(value, max) > 0 ? 'above' : null
}

const inRange = (value: Exact, fact: FactDefinition): ReadFigure => {
  const fault = faultOfLimits(value, fact)
  return fault === null ? { ok: true, value } : refuse(fault)
}

const readAmount = (fact: FactDefinition, text: string): ReadFigure => {
  const parsed = parseMoney(text)
  if (parsed.ok) return inRange(exact(parsed.fen), fact)
  return { ok: false, fault: 'money', reason: parsed.reason }
}

const readNumber = (fact: FactDefinition, text: string): ReadFigure => {
  const value = parseNumberText(text, fact)
  if (value === null) return refuse('number')
  const isCount = isInteger(value) && value.n >= 0n
  return fact.type === 'count' && !isCount ? refuse('count') : inRange(value, fact)
}

/** Facts whose values are figures or days. */
export type FigureFact = FactDefinition & {
  readonly type: 'money' | 'rate' | 'count' | 'number' | 'date'
}

/** Whether the values of a fact are figures or days. */
export const isFigureFact = (fact: FactDefinition): fact is FigureFact =>
  fact.type !== 'boolean' && fact.type !== 'code'

/** Reads a figure or a day as people write it, in half-width characters without spaces around. */
export const readFigure = (fact: FigureFact, text: string): ReadFigure => {
  switch (fact.type) {
    case 'money':
      return readAmount(fact, text)
    case 'rate': {
      const share = parseShareText(text)
      return typeof share === 'string' ? refuse(share) : inRange(share, fact)
    }
    case 'count':
    case 'number':
      return readNumber(fact, text)
    case 'date': {
      const day = isNeverText(text) ? NEVER : parseDate(text)
      return day === null ? refuse('date') : { ok: true, value: day }
    }
  }
}
