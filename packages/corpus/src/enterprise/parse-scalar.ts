import {
  type Exact,
  exactToFen,
  formatExact,
  formatMoney,
  formatRate,
  type IssueParams,
  isInteger,
  parseExact,
  toHalfWidth,
} from '@huiqi/domain'
import {
  type CodeIndex,
  type FactDefinition,
  type FigureFact,
  type FigureFault,
  faultOfLimits,
  isFigureFact,
  type ReadFigure,
  readFigure,
  type Scalar,
} from '@huiqi/engine'
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
const accept = (value: Scalar): ParsedScalar => ({ ok: true, value })

const refuse = (code: IssueCode, found: string, more: IssueParams = {}): ParsedScalar => ({
  ok: false,
  code,
  params: { found, ...more },
})

const parseFen = (text: string): ParsedScalar => {
  const fen = parseExact(text.replaceAll(',', ''))
  return fen !== null && isInteger(fen) ? accept(fen) : refuse('value.fen', text)
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

const showLimit = (limit: Exact, fact: FactDefinition): string => {
  if (fact.type === 'money') return formatMoney(exactToFen(limit, 'half-even'), 'zh')
  return fact.type === 'rate' ? formatRate(limit) : formatExact(limit)
}

const CODES: Readonly<Record<FigureFault, IssueCode>> = {
  money: 'value.money',
  rate: 'value.rate',
  'rate-plain': 'value.rate-plain',
  number: 'value.number',
  count: 'value.count',
  date: 'value.date',
  below: 'value.below-min',
  above: 'value.above-max',
}

const paramsOf = (
  { fault, reason }: Extract<ReadFigure, { readonly ok: false }>,
  fact: FactDefinition,
): IssueParams => {
  const limit = fault === 'below' ? fact.min : fault === 'above' ? fact.max : undefined
  if (limit !== undefined) return { limit: showLimit(limit, fact) }
  return reason === undefined ? {} : { reason }
}

const withinLimits = (parsed: ParsedScalar, fact: FactDefinition, text: string): ParsedScalar => {
  if (!parsed.ok || typeof parsed.value !== 'object') return parsed
  const fault = faultOfLimits(parsed.value, fact)
  if (fault === null) return parsed
  return refuse(CODES[fault], text, paramsOf({ ok: false, fault }, fact))
}

const parseFigure = (text: string, fact: FigureFact): ParsedScalar => {
  const read = readFigure(fact, text)
  return read.ok ? read : refuse(CODES[read.fault], text, paramsOf(read, fact))
}

/** Reads a value as people write it: `8,600万元` or plain yuan, `5%` or `0.05`, days in several spellings, yes/no/是/否, a code or its name. */
export const parseStated = (
  written: string | number | boolean,
  fact: FactDefinition,
  form: ScalarForm,
): ParsedScalar => {
  const text = toHalfWidth(String(written)).trim()
  if (fact.type === 'boolean') return parseTruth(text)
  if (fact.type === 'money' && form.unit === 'fen') return withinLimits(parseFen(text), fact, text)
  return isFigureFact(fact) ? parseFigure(text, fact) : parseCode(text, form.index)
}

/** The value of a typed answer; null when it cannot be read. Codes are taken as they are. */
export const parseScalar = (fact: FactDefinition, text: string): Scalar | null => {
  const parsed = parseStated(text, fact, { index: null, unit: 'plain' })
  return parsed.ok ? parsed.value : null
}
