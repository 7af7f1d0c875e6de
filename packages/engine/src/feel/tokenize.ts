import type { FeelIssue, Span } from './feel-issue.ts'

const KEYWORDS = [
  'and',
  'or',
  'if',
  'then',
  'else',
  'in',
  'between',
  'true',
  'false',
  'null',
  'for',
  'return',
  'some',
  'every',
  'satisfies',
  'function',
] as const

const OPERATORS = [
  '..',
  '**',
  '!=',
  '<=',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '=',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '.',
  '@',
] as const

type Keyword = (typeof KEYWORDS)[number]
type Operator = (typeof OPERATORS)[number]

/** What a token is; keywords and operators are their own kind. */
export type TokenKind = Keyword | Operator | 'number' | 'string' | 'name' | 'invalid' | 'end'

/** One word of a formula; the text of a string is without quotes and escapes. */
export interface Token extends Span {
  readonly kind: TokenKind
  readonly text: string
}

const OWN_KIND: ReadonlyMap<string, Keyword | Operator> = new Map(
  [...KEYWORDS, ...OPERATORS].map((word) => [word, word]),
)

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/uy
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y
const EXPONENT = /[eE][+-]?\d+/y
const STRING = /"(?:[^"\\\n]|\\.)*"/uy
const OPERATOR = /\.\.|\*\*|!=|<=|>=|[-+*/=<>()[\]{},.@]/y
const ESCAPE = /\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{6}|[\s\S])/g

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

const matchAt = (pattern: RegExp, source: string, offset: number): string | null => {
  pattern.lastIndex = offset
  return pattern.test(source) ? source.slice(offset, pattern.lastIndex) : null
}

const decodeEscape = (sequence: string): string | null => {
  const simple = SIMPLE_ESCAPES.get(sequence)
  if (simple !== undefined) return simple
  const point = sequence.length > 1 ? Number.parseInt(sequence.slice(1), 16) : Number.NaN
  return point <= 0x10ffff ? String.fromCodePoint(point) : null
}

interface Scan {
  readonly source: string
  readonly tokens: Token[]
  readonly issues: FeelIssue[]
}

const invalid = (scan: Scan, issue: FeelIssue): Token => {
  scan.issues.push(issue)
  const { offset, length } = issue
  return { kind: 'invalid', text: scan.source.slice(offset, offset + length), offset, length }
}

const readString = (scan: Scan, offset: number): Token => {
  const quoted = matchAt(STRING, scan.source, offset)
  if (quoted === null) {
    const length = scan.source.length - offset
    return invalid(scan, {
      code: 'feel.syntax',
      offset,
      length,
      params: { expected: '"', found: 'end of line' },
    })
  }
  const length = quoted.length
  const inner = quoted.slice(1, -1)
  if (!inner.includes('\\')) return { kind: 'string', text: inner, offset, length }
  const wrong: string[] = []
  const text = inner.replace(ESCAPE, (whole, sequence: string) => {
    const decoded = decodeEscape(sequence)
    if (decoded === null) wrong.push(whole)
    return decoded ?? ''
  })
  const [first] = wrong
  if (first === undefined) return { kind: 'string', text, offset, length }
  const params = { expected: 'escape', text: first }
  return invalid(scan, { code: 'feel.invalid-literal', offset, length, params })
}

const readNumber = (scan: Scan, offset: number, text: string): Token => {
  const exponent = matchAt(EXPONENT, scan.source, offset + text.length)
  if (exponent === null) return { kind: 'number', text, offset, length: text.length }
  const length = text.length + exponent.length
  const params = { construct: 'number with exponent' }
  return invalid(scan, { code: 'feel.outside-profile', offset, length, params })
}

const readWord = (scan: Scan, offset: number): Token | null => {
  const name = matchAt(NAME, scan.source, offset)
  if (name !== null) {
    return { kind: OWN_KIND.get(name) ?? 'name', text: name, offset, length: name.length }
  }
  const number = matchAt(NUMBER, scan.source, offset)
  if (number !== null) return readNumber(scan, offset, number)
  if (scan.source[offset] === '"') return readString(scan, offset)
  const operator = matchAt(OPERATOR, scan.source, offset)
  const kind = operator === null ? undefined : OWN_KIND.get(operator)
  if (operator === null || kind === undefined) return null
  return { kind, text: operator, offset, length: operator.length }
}

const readInvalidCharacter = (scan: Scan, offset: number): Token => {
  const length = (scan.source.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
  const found = scan.source.slice(offset, offset + length)
  const params = { expected: 'expression', found }
  return invalid(scan, { code: 'feel.syntax', offset, length, params })
}

/** Cuts a formula into tokens, the last of kind `end`; faulty stretches become `invalid` with an issue each. */
export const tokenize = (source: string): Pick<Scan, 'tokens' | 'issues'> => {
  const scan: Scan = { source, tokens: [], issues: [] }
  let offset = 0
  while (offset < source.length) {
    offset += matchAt(BLANK, source, offset)?.length ?? 0
    if (offset === source.length) break
    const token = readWord(scan, offset) ?? readInvalidCharacter(scan, offset)
    scan.tokens.push(token)
    offset += token.length
  }
  scan.tokens.push({ kind: 'end', text: '', offset: source.length, length: 0 })
  return scan
}
