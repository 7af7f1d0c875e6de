import {
  exact,
  type IssueParams,
  isInteger,
  parseDate,
  parseExact,
  parseMoney,
  parseRate,
} from '@huiqi/domain'
import { type CodeIndex, type FactType, NEVER, type Scalar } from '@huiqi/engine'
import type { IssueCode } from '../issue-messages.ts'
import { nearest } from '../nearest.ts'
import { normalizeCode } from './vocabulary.ts'

/** A literal of a policy file, or what is wrong with it. */
export type ParsedLiteral =
  | { readonly ok: true; readonly value: Scalar }
  | { readonly ok: false; readonly code: IssueCode; readonly params: IssueParams }

/** The type that a literal must have; `index` for codes. */
export interface LiteralType {
  readonly type: FactType
  readonly index: CodeIndex | null
}

const refuse = (code: IssueCode, params: IssueParams): ParsedLiteral => ({
  ok: false,
  code,
  params,
})
const accept = (value: Scalar): ParsedLiteral => ({ ok: true, value })

const parseMoneyLiteral = (text: string): ParsedLiteral => {
  const parsed = parseMoney(text)
  if (!text.trimEnd().endsWith('元')) return refuse('literal.money-unit', { found: text })
  return parsed.ok
    ? accept(exact(parsed.fen))
    : refuse('literal.money', { found: text, reason: parsed.reason })
}

const parseRateLiteral = (text: string): ParsedLiteral => {
  const rate = text.endsWith('%') ? parseRate(text) : null
  return rate === null ? refuse('literal.rate', { found: text }) : accept(rate)
}

const parseNumberLiteral = (text: string, type: 'count' | 'number'): ParsedLiteral => {
  const number = parseExact(text.replaceAll(',', ''))
  if (number === null) return refuse('literal.number', { found: text })
  const isCount = isInteger(number) && number.n >= 0n
  return type === 'count' && !isCount ? refuse('literal.count', { found: text }) : accept(number)
}

const parseDateLiteral = (text: string): ParsedLiteral => {
  if (text === NEVER) return accept(NEVER)
  const date = parseDate(text)
  return date === text ? accept(date) : refuse('literal.date', { found: text })
}

const parseCodeLiteral = (text: string, index: CodeIndex | null): ParsedLiteral => {
  if (index === null) return refuse('literal.code-without-list', { found: text })
  const code = normalizeCode(index, text)
  if (code !== null) return accept(code)
  const similar = nearest(text, index.ancestors.keys())
  return refuse('code.unknown', { found: text, list: index.list.id, similar })
}

/** Reads a literal as policy files write it: money with its unit, rates with %, days as YYYY-MM-DD. */
export const parseLiteral = (
  value: string | number | boolean,
  { type, index }: LiteralType,
): ParsedLiteral => {
  if (type === 'boolean') {
    return typeof value === 'boolean'
      ? accept(value)
      : refuse('literal.boolean', { found: String(value) })
  }
  const text = String(value)
  switch (type) {
    case 'money':
      return parseMoneyLiteral(text)
    case 'rate':
      return parseRateLiteral(text)
    case 'count':
    case 'number':
      return parseNumberLiteral(text, type)
    case 'date':
      return parseDateLiteral(text)
    case 'code':
      return parseCodeLiteral(text, index)
  }
}
