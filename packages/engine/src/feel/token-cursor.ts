import type { FeelFault, FeelIssue, Span } from './feel-issue.ts'
import { faultAt } from './feel-issue.ts'
import type { Token, TokenKind } from './tokenize.ts'

/** How deep expressions may be nested. */
export const MAXIMUM_DEPTH = 100

/** A place in the tokens of one formula, and the faults found on the way. */
export interface TokenCursor {
  readonly tokens: readonly Token[]
  readonly issues: FeelIssue[]
  position: number
  depth: number
  /** Set when the rest of the formula is given up; no further faults are noted then. */
  isGivenUp: boolean
}

const END: Token = { kind: 'end', text: '', offset: 0, length: 0 }

/** The next token, or the one `ahead` places after it; `end` for ever after the last. */
export const peek = (cursor: TokenCursor, ahead = 0): Token =>
  cursor.tokens[cursor.position + ahead] ?? cursor.tokens.at(-1) ?? END

/** Takes the next token. */
export const advance = (cursor: TokenCursor): Token => {
  const token = peek(cursor)
  if (token.kind !== 'end') cursor.position += 1
  return token
}

/** Takes the next token if it is of the kind. */
export const accept = (cursor: TokenCursor, kind: TokenKind): boolean => {
  if (peek(cursor).kind !== kind) return false
  advance(cursor)
  return true
}

/** Notes a fault; of several at one place only the first is kept. */
export const report = (cursor: TokenCursor, span: Span, fault: FeelFault): void => {
  if (cursor.isGivenUp || cursor.issues.some(({ offset }) => offset === span.offset)) return
  cursor.issues.push(faultAt(fault, span))
}

const OUTSIDE_CONSTRUCTS: ReadonlyMap<string, string> = new Map([
  ['null', 'null'],
  ['[', 'list or filter'],
  ['{', 'context'],
  ['.', 'path'],
  ['for', 'for'],
  ['some', 'some'],
  ['every', 'every'],
  ['function', 'function'],
  ['instance', 'instance of'],
])

/** Notes that something else was expected where the next token stands. */
export const reportUnexpected = (cursor: TokenCursor, expected: string): void => {
  const token = peek(cursor)
  const construct = OUTSIDE_CONSTRUCTS.get(token.text)
  if (construct !== undefined && token.kind !== 'string') {
    report(cursor, token, { code: 'feel.outside-profile', params: { construct } })
    return
  }
  const params = { expected, found: token.kind === 'end' ? 'end' : token.text }
  report(cursor, token, { code: 'feel.syntax', params })
}

/** Takes the next token if it is of the kind, else notes a fault and leaves it. */
export const expect = (cursor: TokenCursor, kind: TokenKind): void => {
  if (!accept(cursor, kind)) reportUnexpected(cursor, kind)
}

const OPENING: ReadonlySet<TokenKind> = new Set(['(', '[', '{'])
const CLOSING: ReadonlySet<TokenKind> = new Set([')', ']', '}'])
const RESUMING: ReadonlySet<TokenKind> = new Set(['end', ',', 'then', 'else', 'and', 'or'])

/** Skips the rest of a faulty part, up to a token where reading can go on. */
export const skipFaultyPart = (cursor: TokenCursor): void => {
  let open = 0
  while (peek(cursor).kind !== 'end') {
    const { kind } = peek(cursor)
    if (open === 0 && (RESUMING.has(kind) || CLOSING.has(kind))) return
    if (OPENING.has(kind)) open += 1
    if (CLOSING.has(kind)) open -= 1
    advance(cursor)
  }
}

/** Gives up on the rest of the formula. */
export const giveUp = (cursor: TokenCursor): void => {
  cursor.position = cursor.tokens.length - 1
  cursor.isGivenUp = true
}

/** The stretch from `offset` to the end of the last token taken. */
export const spanFrom = (cursor: TokenCursor, offset: number): Span => {
  const last = cursor.tokens[cursor.position - 1]
  return { offset, length: last === undefined ? 0 : last.offset + last.length - offset }
}
