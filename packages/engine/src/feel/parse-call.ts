import { constantInteger, MAXIMUM_CONSTANT } from './constant-integer.ts'
import type { Expression, YearOffset } from './feel-ast.ts'
import type { FeelFault, Span } from './feel-issue.ts'
import type { Known } from './feel-value.ts'
import { FALSE } from './feel-value.ts'
import { parseDateLiteral, parseDurationLiteral } from './temporal-literal.ts'
import type { TokenCursor } from './token-cursor.ts'
import { accept, peek, report, reportUnexpected, skipFaultyPart, spanFrom } from './token-cursor.ts'
import type { Token } from './tokenize.ts'

type ParseExpression = (cursor: TokenCursor) => Expression

interface Call extends Span {
  readonly name: string
  readonly args: readonly Expression[]
}

/** Stands in for a part that could not be read; never part of a result. */
export const placeholder = ({ offset, length }: Span): Expression => ({
  kind: 'literal',
  value: FALSE,
  offset,
  length,
})

const refuse = (cursor: TokenCursor, call: Call, fault: FeelFault): Expression => {
  report(cursor, call, fault)
  return placeholder(call)
}

const refuseCount = (cursor: TokenCursor, call: Call): Expression => {
  const params = { name: call.name, found: call.args.length }
  return refuse(cursor, call, { code: 'feel.argument-count', params })
}

const constantExpected = ({ name }: Call): FeelFault => ({
  code: 'feel.constant-expected',
  params: { name, limit: MAXIMUM_CONSTANT },
})

const spanOf = ({ offset, length }: Span): Span => ({ offset, length })

type YearBase = YearOffset['base']

const YEAR_ACCESSORS: ReadonlyMap<string, { readonly base: YearBase; readonly shift: number }> =
  new Map([
    ['last', { base: 'last', shift: -1 }],
    ['previous', { base: 'same', shift: 0 }],
    ['this_year', { base: 'this', shift: 0 }],
  ])

/** Turns `last(x, 2)` and its like into a reference; null for other calls. */
const finishYearAccess = (cursor: TokenCursor, call: Call): Expression | null => {
  const accessor = YEAR_ACCESSORS.get(call.name)
  if (accessor === undefined) return null
  const [target, count] = call.args
  const { offset, length } = call
  const { base, shift } = accessor
  const mostArguments = base === 'this' ? 1 : 2
  if (target === undefined || call.args.length > mostArguments) {
    return refuseCount(cursor, call)
  }
  if (target.kind !== 'reference' || target.yearOffset !== null) {
    const params = { expected: 'name', found: target.kind }
    return refuse(cursor, { ...call, ...spanOf(target) }, { code: 'feel.syntax', params })
  }
  if (base === 'this') {
    return { kind: 'reference', name: target.name, yearOffset: { base, n: 0 }, offset, length }
  }
  const years = count === undefined ? 1 : constantInteger(count)
  if (years === null || years < 1) {
    return refuse(cursor, { ...call, ...spanOf(count ?? call) }, constantExpected(call))
  }
  const yearOffset = { base, n: years + shift }
  return { kind: 'reference', name: target.name, yearOffset, offset, length }
}

const TEMPORAL_PARSERS: ReadonlyMap<string, (text: string) => Known | null> = new Map([
  ['date', parseDateLiteral],
  ['duration', parseDurationLiteral],
])

/** Turns `date("2025-03-01")` and `duration("P1Y")` into a literal; null for other calls. */
const finishTemporal = (cursor: TokenCursor, call: Call): Expression | null => {
  const parse = TEMPORAL_PARSERS.get(call.name)
  if (parse === undefined) return null
  const [argument, ...rest] = call.args
  if (rest.length > 0 || argument?.kind !== 'literal' || argument.value.type !== 'text') {
    return refuse(cursor, call, constantExpected(call))
  }
  const value = parse(argument.value.value)
  const { offset, length } = call
  if (value !== null) return { kind: 'literal', value, offset, length }
  const params = { expected: call.name, text: argument.value.value }
  report(cursor, argument, { code: 'feel.invalid-literal', params })
  return placeholder(call)
}

const finishNot = (cursor: TokenCursor, call: Call): Expression | null => {
  if (call.name !== 'not') return null
  const [operand, ...rest] = call.args
  if (operand === undefined || rest.length > 0) return refuseCount(cursor, call)
  return { kind: 'not', operand, offset: call.offset, length: call.length }
}

const parseArguments = (cursor: TokenCursor, parse: ParseExpression): readonly Expression[] => {
  if (accept(cursor, ')')) return []
  const args: Expression[] = []
  do {
    args.push(parse(cursor))
    const { kind } = peek(cursor)
    if (kind === ',' || kind === ')') continue
    reportUnexpected(cursor, ')')
    skipFaultyPart(cursor)
  } while (accept(cursor, ','))
  accept(cursor, ')')
  return args
}

const MOST_WORDS = 5

/** How many tokens make the name before `(`: 1 for `min(`, 3 for `round half up(`; 0 when it is no call. */
const countCallWords = (cursor: TokenCursor): number => {
  for (let words = 1; words <= MOST_WORDS; words += 1) {
    const { kind } = peek(cursor, words - 1)
    if (kind === '(') return words
    if (kind !== 'name') return 0
  }
  return 0
}

/** Reads what begins with a name that has just been taken: a reference, a call, or a literal in the form of a call. */
export const parseNamed = (
  cursor: TokenCursor,
  first: Token,
  parse: ParseExpression,
): Expression => {
  const { offset, length } = first
  const words = countCallWords(cursor)
  if (words === 0) return { kind: 'reference', name: first.text, yearOffset: null, offset, length }
  const rest = Array.from({ length: words - 1 }, (_, ahead) => peek(cursor, ahead).text)
  cursor.position += words
  const args = parseArguments(cursor, parse)
  const call: Call = { name: [first.text, ...rest].join(' '), args, ...spanFrom(cursor, offset) }
  return (
    finishYearAccess(cursor, call) ??
    finishTemporal(cursor, call) ??
    finishNot(cursor, call) ?? { kind: 'call', ...call }
  )
}
