import type { ComparisonOperator, Expression, MembershipTest } from './feel-ast.ts'
import type { TokenCursor } from './token-cursor.ts'
import {
  accept,
  advance,
  expect,
  peek,
  report,
  reportUnexpected,
  skipFaultyPart,
  spanFrom,
} from './token-cursor.ts'
import type { TokenKind } from './tokenize.ts'

/** How the expressions within a test are read. */
export interface OperandGrammar {
  readonly parseAny: (cursor: TokenCursor) => Expression
  /** Stops before comparisons and logic. */
  readonly parseOperand: (cursor: TokenCursor) => Expression
  /** Goes on with an operand of which the beginning has been read. */
  readonly continueOperand: (cursor: TokenCursor, left: Expression) => Expression
}

const COMPARISON_OPERATORS: ReadonlyMap<TokenKind, ComparisonOperator> = new Map([
  ['=', '='],
  ['!=', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
])

/** The comparison operator that the token kind stands for, or null. */
export const comparisonOperator = (kind: TokenKind): ComparisonOperator | null =>
  COMPARISON_OPERATORS.get(kind) ?? null

const equals = (operand: Expression): MembershipTest => ({
  kind: 'relation',
  operator: '=',
  operand,
})

interface IntervalStart {
  readonly from: Expression
  readonly includesFrom: boolean
}

const finishInterval = (
  cursor: TokenCursor,
  grammar: OperandGrammar,
  start: IntervalStart,
): MembershipTest => {
  expect(cursor, '..')
  const to = grammar.parseOperand(cursor)
  const includesTo = accept(cursor, ']')
  if (!includesTo && !accept(cursor, ')') && !accept(cursor, '[')) reportUnexpected(cursor, ']')
  return { kind: 'interval', ...start, to, includesTo }
}

const parseBracketed = (cursor: TokenCursor, grammar: OperandGrammar): MembershipTest => {
  const opening = advance(cursor)
  const includesFrom = opening.kind === '['
  const from = grammar.parseOperand(cursor)
  if (peek(cursor).kind === '..') return finishInterval(cursor, grammar, { from, includesFrom })
  const params = { construct: 'list or filter' }
  report(cursor, opening, { code: 'feel.outside-profile', params })
  do skipFaultyPart(cursor)
  while (accept(cursor, ','))
  accept(cursor, ']')
  return equals(from)
}

const parseParenthesised = (cursor: TokenCursor, grammar: OperandGrammar): MembershipTest => {
  const { offset } = advance(cursor)
  const inner = grammar.parseAny(cursor)
  if (peek(cursor).kind === '..') {
    return finishInterval(cursor, grammar, { from: inner, includesFrom: false })
  }
  expect(cursor, ')')
  return equals(grammar.continueOperand(cursor, { ...inner, ...spanFrom(cursor, offset) }))
}

const parseTest = (cursor: TokenCursor, grammar: OperandGrammar): MembershipTest => {
  const { kind } = peek(cursor)
  if (kind === '[' || kind === ']') return parseBracketed(cursor, grammar)
  if (kind === '(') return parseParenthesised(cursor, grammar)
  const operator = comparisonOperator(kind)
  if (operator !== null) advance(cursor)
  return { kind: 'relation', operator: operator ?? '=', operand: grammar.parseOperand(cursor) }
}

/** Reads what follows `in`: one test, or a list of tests in parentheses. */
export const parseMembershipTests = (
  cursor: TokenCursor,
  grammar: OperandGrammar,
): readonly MembershipTest[] => {
  if (!accept(cursor, '(')) return [parseTest(cursor, grammar)]
  const first = parseTest(cursor, grammar)
  if (peek(cursor).kind === '..' && first.kind === 'relation') {
    return [finishInterval(cursor, grammar, { from: first.operand, includesFrom: false })]
  }
  const tests = [first]
  while (accept(cursor, ',')) tests.push(parseTest(cursor, grammar))
  expect(cursor, ')')
  return tests
}
