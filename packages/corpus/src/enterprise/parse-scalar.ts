import {
  compare,
  type Exact,
  exact,
  exactToFen,
  formatExact,
  formatMoney,
  formatRate,
  type IssueParams,
  isInteger,
  parseDate,
  parseExact,
  parseMoney,
  parseRate,
  toHalfWidth,
} from '@huiqi/domain'
import { type CodeIndex, type FactDefinition, NEVER, type Scalar } from '@huiqi/engine'
import type { IssueCode } from '../issue-messages.ts'
import { normalizeCode } from '../lower/vocabulary.ts'
import { nearest } from '../nearest.ts'

/** A value as people write it, or what is wrong with it. */
export type ParsedScalar =
  | { readonly ok: true; readonly value: Scalar }
  | { readonly ok: false; readonly code: IssueCode; readonly params: IssueParams }

/** How a value is written: `fen` is a whole number of fen. */
export interface ScalarForm {
  readonly index: CodeIndex | null
  readonly unit: 'fen' | 'plain'
}

const TRUE = new Set(['true', 'yes', 'y', '1', '是', '有', '对'])
const FALSE = new Set(['false', 'no', 'n', '0', '否', '无', '没有', '不是'])
const NEVER_WORDS = new Set([NEVER, '从未', '未曾', '没有', '无'])

const accept = (value: Scalar): ParsedScalar => ({ ok: true, value })

const refuse = (code: IssueCode, found: string, more: IssueParams = {}): ParsedScalar => ({
  ok: false,
  code,
  params: { found, ...more },
})

const parseYuan = (text: string): ParsedScalar => {
  const parsed = parseMoney(text)
  return parsed.ok
    ? accept(exact(parsed.fen))
    : refuse('value.money', text, { reason: parsed.reason })
}

const parseFen = (text: string): ParsedScalar => {
  const fen = parseExact(text.replaceAll(',', ''))
  return fen !== null && isInteger(fen) ? accept(fen) : refuse('value.fen', text)
}

const isAboveOne = (x: Exact): boolean => (x.n < 0n ? -x.n : x.n) > x.d

const parseShare = (text: string): ParsedScalar => {
  const rate = parseRate(text)
  if (rate === null) return refuse('value.rate', text)
  return isAboveOne(rate) && !text.endsWith('%') ? refuse('value.rate-plain', text) : accept(rate)
}

const parseCount = (text: string, fact: FactDefinition): ParsedScalar => {
  const units = fact.unit === null ? [] : [fact.unit.zh, fact.unit.en]
  const unit = units.find((word) => text.endsWith(word)) ?? ''
  const bare = text.slice(0, text.length - unit.length).trim()
  const isGrouped = bare.includes(',') && !/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
  const number = isGrouped ? null : parseExact(bare.replaceAll(',', ''))
  if (number === null) return refuse('value.number', text)
  const isCount = isInteger(number) && number.n >= 0n
  return fact.type === 'count' && !isCount ? refuse('value.count', text) : accept(number)
}

const parseDay = (text: string): ParsedScalar => {
  if (NEVER_WORDS.has(text)) return accept(NEVER)
  const date = parseDate(text)
  return date === null ? refuse('value.date', text) : accept(date)
}

const parseTruth = (text: string): ParsedScalar => {
  const word = text.toLowerCase()
  if (TRUE.has(word)) return accept(true)
  return FALSE.has(word) ? accept(false) : refuse('value.boolean', text)
}

const parseCode = (text: string, index: CodeIndex | null): ParsedScalar => {
  if (index === null) return accept(text)
  const word = text.toLowerCase()
  const named = index.list.codes.find(
    ({ name }) => name.zh === text || name.en.toLowerCase() === word,
  )
  const code = named?.code ?? normalizeCode(index, text)
  if (code !== null) return accept(code)
  const known = index.list.codes.flatMap((entry) => [entry.code, entry.name.zh, entry.name.en])
  return refuse('value.code', text, { list: index.list.id, similar: nearest(text, known) })
}

const parseText = (text: string, fact: FactDefinition, form: ScalarForm): ParsedScalar => {
  switch (fact.type) {
    case 'money':
      return form.unit === 'fen' ? parseFen(text) : parseYuan(text)
    case 'rate':
      return parseShare(text)
    case 'count':
    case 'number':
      return parseCount(text, fact)
    case 'date':
      return parseDay(text)
    case 'boolean':
      return parseTruth(text)
    case 'code':
      return parseCode(text, form.index)
  }
}

const showLimit = (limit: Exact, fact: FactDefinition): string => {
  if (fact.type === 'money') return formatMoney(exactToFen(limit, 'half-even'), 'zh')
  return fact.type === 'rate' ? formatRate(limit) : formatExact(limit)
}

const inRange = (parsed: ParsedScalar, fact: FactDefinition, text: string): ParsedScalar => {
  if (!parsed.ok || typeof parsed.value !== 'object') return parsed
  const { min, max } = fact
  if (min !== undefined && compare(parsed.value, min) < 0) {
    return refuse('value.below-min', text, { limit: showLimit(min, fact) })
  }
  if (max !== undefined && compare(parsed.value, max) > 0) {
    return refuse('value.above-max', text, { limit: showLimit(max, fact) })
  }
  return parsed
}

/** Reads a value as people write it: `8,600万元` or plain yuan, `5%` or `0.05`, days in several spellings, yes/no/是/否, a code or its name. */
export const parseStated = (
  written: string | number | boolean,
  fact: FactDefinition,
  form: ScalarForm,
): ParsedScalar => {
  const text = toHalfWidth(String(written)).trim()
  return inRange(parseText(text, fact, form), fact, text)
}

/** The value of a typed answer; null when it cannot be read. Codes are taken as they are. */
export const parseScalar = (fact: FactDefinition, text: string): Scalar | null => {
  const parsed = parseStated(text, fact, { index: null, unit: 'plain' })
  return parsed.ok ? parsed.value : null
}
