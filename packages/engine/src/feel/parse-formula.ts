import { parseExact } from '@huiqi/domain'
import type { ArithmeticOperator, Expression, LogicOperator, MembershipTest } from './feel-ast.ts'
import type { FeelIssue, Span } from './feel-issue.ts'
import type { Known } from './feel-value.ts'
import { FALSE, knownNumber, knownText, TRUE } from './feel-value.ts'
import { parseNamed, placeholder } from './parse-call.ts'
import {
  comparisonOperator,
  type OperandGrammar,
  parseMembershipTests,
} from './parse-membership.ts'
import { parseDateLiteral, parseDurationLiteral } from './temporal-literal.ts'
import type { TokenCursor } from './token-cursor.ts'
import {
  accept,
  advance,
  expect,
  giveUp,
  MAXIMUM_DEPTH,
  peek,
  report,
  reportUnexpected,
  skipFaultyPart,
  spanFrom,
} from './token-cursor.ts'
import type { Token, TokenKind } from './tokenize.ts'
import { tokenize } from './tokenize.ts'

/** The longest formula, in words and signs. */
export const MAXIMUM_TOKENS = 2000

const MAXIMUM_CHARACTERS = 20_000

/** A formula as read, or everything that is wrong with it. */
export type ParsedFormula =
  | { readonly ok: true; readonly ast: Expression }
  | { readonly ok: false; readonly issues: readonly FeelIssue[] }

const LOWEST = 0
const COMPARISON = 3
const UNARY = 7

const LEVELS: ReadonlyMap<TokenKind, number> = new Map([
  ['or', 1],
  ['and', 2],
  ['=', COMPARISON],
  ['!=', COMPARISON],
  ['<', COMPARISON],
  ['<=', COMPARISON],
  ['>', COMPARISON],
  ['>=', COMPARISON],
  ['between', COMPARISON],
  ['in', COMPARISON],
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
  ['**', 6],
])

const LOGIC: ReadonlyMap<TokenKind, LogicOperator> = new Map([
  ['and', 'and'],
  ['or', 'or'],
])

const ARITHMETIC: ReadonlyMap<TokenKind, ArithmeticOperator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['**', '**'],
])

const literal = (value: Known, { offset, length }: Span): Expression => ({
  kind: 'literal',
  value,
  offset,
  length,
})

const parseNumber = (cursor: TokenCursor, token: Token): Expression => {
  const value = parseExact(token.text.startsWith('.') ? `0${token.text}` : token.text)
  if (value !== null) return literal(knownNumber(value), token)
  const params = { expected: 'number', text: token.text }
  report(cursor, token, { code: 'feel.invalid-literal', params })
  return placeholder(token)
}

const parseAtLiteral = (cursor: TokenCursor, at: Token): Expression => {
  const token = peek(cursor)
  expect(cursor, 'string')
  if (token.kind !== 'string') return placeholder(at)
  const value = parseDateLiteral(token.text) ?? parseDurationLiteral(token.text)
  if (value !== null) return literal(value, spanFrom(cursor, at.offset))
  const params = { expected: 'date or duration', text: token.text }
  report(cursor, token, { code: 'feel.invalid-literal', params })
  return placeholder(at)
}

const parseChoice = (cursor: TokenCursor, start: Token): Expression => {
  const condition = parseExpression(cursor, LOWEST)
  expect(cursor, 'then')
  const consequent = parseExpression(cursor, LOWEST)
  expect(cursor, 'else')
  const alternative = parseExpression(cursor, LOWEST)
  const { offset, length } = spanFrom(cursor, start.offset)
  return { kind: 'choice', condition, consequent, alternative, offset, length }
}

const parseNegation = (cursor: TokenCursor, minus: Token): Expression => {
  const operand = parseExpression(cursor, UNARY)
  return { kind: 'negation', operand, ...spanFrom(cursor, minus.offset) }
}

const parseParenthesised = (cursor: TokenCursor, opening: Token): Expression => {
  const inner = parseExpression(cursor, LOWEST)
  if (peek(cursor).kind !== ')') {
    reportUnexpected(cursor, ')')
    skipFaultyPart(cursor)
  }
  accept(cursor, ')')
  return { ...inner, ...spanFrom(cursor, opening.offset) }
}

const parseFaulty = (cursor: TokenCursor, token: Token): Expression => {
  reportUnexpected(cursor, 'expression')
  if (token.kind === 'invalid') advance(cursor)
  else skipFaultyPart(cursor)
  return placeholder(token)
}

const parseAny = (cursor: TokenCursor): Expression => parseExpression(cursor, LOWEST)
const parseOperand = (cursor: TokenCursor): Expression => parseExpression(cursor, COMPARISON)

const parsePrefix = (cursor: TokenCursor): Expression => {
  const token = peek(cursor)
  switch (token.kind) {
    case 'number':
      return parseNumber(cursor, advance(cursor))
    case 'string':
      return literal(knownText(token.text), advance(cursor))
    case 'true':
      return literal(TRUE, advance(cursor))
    case 'false':
      return literal(FALSE, advance(cursor))
    case '@':
      return parseAtLiteral(cursor, advance(cursor))
    case 'name':
      return parseNamed(cursor, advance(cursor), parseAny)
    case '-':
      return parseNegation(cursor, advance(cursor))
    case '(':
      return parseParenthesised(cursor, advance(cursor))
    case 'if':
      return parseChoice(cursor, advance(cursor))
    default:
      return parseFaulty(cursor, token)
  }
}

const closedInterval = (from: Expression, to: Expression): MembershipTest => ({
  kind: 'interval',
  from,
  to,
  includesFrom: true,
  includesTo: true,
})

const parseComparison = (cursor: TokenCursor, left: Expression, token: Token): Expression => {
  const { offset } = left
  if (token.kind === 'in') {
    const tests = parseMembershipTests(cursor, OPERANDS)
    return { kind: 'membership', operand: left, tests, ...spanFrom(cursor, offset) }
  }
  const right = parseOperand(cursor)
  if (token.kind === 'between') {
    expect(cursor, 'and')
    const tests = [closedInterval(right, parseOperand(cursor))]
    return { kind: 'membership', operand: left, tests, ...spanFrom(cursor, offset) }
  }
  const operator = comparisonOperator(token.kind) ?? '='
  return { kind: 'comparison', operator, left, right, ...spanFrom(cursor, offset) }
}

const parseInfix = (cursor: TokenCursor, left: Expression, token: Token): Expression => {
  const level = LEVELS.get(token.kind) ?? LOWEST
  if (level === COMPARISON) return parseComparison(cursor, left, token)
  const right = parseExpression(cursor, level)
  const span = spanFrom(cursor, left.offset)
  const logic = LOGIC.get(token.kind)
  if (logic !== undefined) return { kind: 'logic', operator: logic, left, right, ...span }
  const operator = ARITHMETIC.get(token.kind) ?? '+'
  return { kind: 'arithmetic', operator, left, right, ...span }
}

/**
 * Reads operators that bind tighter than `level`, after what they apply to; a second comparison in a
 * row (`a < b < c`) is a fault.
 */
const parseOperators = (cursor: TokenCursor, first: Expression, level: number): Expression => {
  let left = first
  let previous = UNARY
  for (;;) {
    const next = LEVELS.get(peek(cursor).kind)
    if (next === undefined || next <= level) return left
    if (previous === COMPARISON && next >= COMPARISON) {
      reportUnexpected(cursor, 'and')
      skipFaultyPart(cursor)
      return left
    }
    left = parseInfix(cursor, left, advance(cursor))
    previous = next
  }
}

const OPERANDS: OperandGrammar = {
  parseAny,
  parseOperand,
  continueOperand: (cursor, left) => parseOperators(cursor, left, COMPARISON),
}

const parseExpression = (cursor: TokenCursor, level: number): Expression => {
  cursor.depth += 1
  if (cursor.depth > MAXIMUM_DEPTH) {
    const params = { limit: MAXIMUM_DEPTH }
    report(cursor, peek(cursor), { code: 'feel.depth', params })
    giveUp(cursor)
  }
  const expression = cursor.isGivenUp
    ? placeholder(peek(cursor))
    : parseOperators(cursor, parsePrefix(cursor), level)
  cursor.depth -= 1
  return expression
}

const parseTokens = (tokens: readonly Token[], found: readonly FeelIssue[]): ParsedFormula => {
  const cursor: TokenCursor = {
    tokens,
    issues: [...found],
    position: 0,
    depth: 0,
    isGivenUp: false,
  }
  const ast = parseAny(cursor)
  while (accept(cursor, 'invalid')) parseAny(cursor)
  if (peek(cursor).kind !== 'end') reportUnexpected(cursor, 'end')
  if (cursor.issues.length === 0) return { ok: true, ast }
  return { ok: false, issues: cursor.issues.toSorted((a, b) => a.offset - b.offset) }
}

const tooLong = (source: string, limit: number): ParsedFormula => ({
  ok: false,
  issues: [{ code: 'feel.too-long', offset: 0, length: source.length, params: { limit } }],
})

/** Reads a formula; on failure names every fault that can be told apart, in the order of the text. */
export const parseFormula = (source: string): ParsedFormula => {
  if (source.length > MAXIMUM_CHARACTERS) return tooLong(source, MAXIMUM_CHARACTERS)
  const { tokens, issues } = tokenize(source)
  return tokens.length > MAXIMUM_TOKENS
    ? tooLong(source, MAXIMUM_TOKENS)
    : parseTokens(tokens, issues)
}
