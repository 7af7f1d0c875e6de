import {
  compare,
  type Exact,
  exact,
  isInteger,
  parseDate,
  parseExact,
  parseMoney,
  parseRate,
  toHalfWidth,
} from '@huiqi/domain'
import { type FactDefinition, NEVER, type Scalar } from '@huiqi/engine'

/** What is wrong with a typed value. */
export type ValueFault =
  | 'empty'
  | 'money'
  | 'rate'
  | 'number'
  | 'count'
  | 'date'
  | 'below'
  | 'above'

/** A typed value, or what is wrong with it. */
export type ReadValue =
  | { readonly ok: true; readonly value: Scalar }
  | { readonly ok: false; readonly fault: ValueFault }

const refuse = (fault: ValueFault): ReadValue => ({ ok: false, fault })

const NEVER_WORDS: ReadonlySet<string> = new Set([NEVER, '从未'])

const moneyOf = (text: string): Exact | null => {
  const parsed = parseMoney(text)
  return parsed.ok ? exact(parsed.fen) : null
}

/** A rate with or without its sign: `5`, `5%` and `5 %` are five hundredths. */
const percentOf = (text: string): Exact | null => parseRate(text.endsWith('%') ? text : `${text}%`)

const numberOf = (text: string, { unit }: FactDefinition): Exact | null => {
  const units = unit === null ? [] : [unit.zh, unit.en]
  const said = units.find((each) => text.endsWith(each)) ?? ''
  return parseExact(
    text
      .slice(0, text.length - said.length)
      .trim()
      .replaceAll(',', ''),
  )
}

const inRange = (value: Exact | null, fact: FactDefinition, fault: ValueFault): ReadValue => {
  if (value === null) return refuse(fault)
  if (fact.type === 'count' && (!isInteger(value) || value.n < 0n)) return refuse('count')
  if (fact.min !== undefined && compare(value, fact.min) < 0) return refuse('below')
  if (fact.max !== undefined && compare(value, fact.max) > 0) return refuse('above')
  return { ok: true, value }
}

const readDay = (text: string): ReadValue => {
  if (NEVER_WORDS.has(text.toLowerCase())) return { ok: true, value: NEVER }
  const day = parseDate(text)
  return day === null ? refuse('date') : { ok: true, value: day }
}

/** Reads what somebody typed for a fact: `8600万`, `5%`, `120 人`, `2024-11-15`, `从未`. */
export const readValue = (fact: FactDefinition, typed: string): ReadValue => {
  const text = toHalfWidth(typed).trim()
  if (text === '') return refuse('empty')
  switch (fact.type) {
    case 'money':
      return inRange(moneyOf(text), fact, 'money')
    case 'rate':
      return inRange(percentOf(text), fact, 'rate')
    case 'count':
    case 'number':
      return inRange(numberOf(text, fact), fact, 'number')
    case 'date':
      return readDay(text)
    default:
      return { ok: true, value: fact.type === 'boolean' ? text === 'true' : text }
  }
}
