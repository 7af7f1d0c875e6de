import { type Exact, ONE, ZERO } from '@huiqi/domain'
import { type Expression, type FactType, parseFormula } from '@huiqi/engine'
import { constantOf, type FormulaPlace, typedOf, yearOfName } from './arithmetic.ts'
import { type BoundTest, type SpanTest, spanTest as span } from './bound-test.ts'
import type { CompileContext } from './compile-context.ts'
import { above, below } from './cut.ts'
import { addTest, type Draft, type DraftBook, type LogicTree } from './draft.ts'
import { FALSE, TRUE } from './truth-code.ts'

interface Run {
  readonly context: CompileContext
  readonly book: DraftBook
  readonly place: FormulaPlace
}

type Operator = Extract<Expression, { kind: 'comparison' }>['operator']

const tested = (draft: Draft, test: BoundTest): LogicTree => {
  addTest(draft, test)
  return { kind: 'test', draft, test, reading: 'strict' }
}

/** The numbers that stand in a relation to a bound. */
const spanOf = (operator: Operator, bound: Exact): SpanTest => {
  switch (operator) {
    case '<':
      return span({ to: below(bound) })
    case '<=':
      return span({ to: above(bound) })
    case '>':
      return span({ from: above(bound) })
    case '>=':
      return span({ from: below(bound) })
    case '=':
      return span({ from: below(bound), to: above(bound) })
    case '!=':
      return span({ from: below(bound), to: above(bound), isNegated: true })
  }
}

const FLIPPED: Readonly<Record<Operator, Operator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
}

/** The draft of a bare name of the given types; null for anything else. */
const draftOfName = (
  { context, book, place }: Run,
  node: Expression,
  types: readonly FactType[],
): Draft | null => {
  if (node.kind !== 'reference') return null
  const definition = context.rulebook.facts.get(node.name)
  if (!definition || !types.includes(definition.type)) return null
  return book.ofFact(node.name, yearOfName(context, node, { definition, place }), 'value')
}

const NUMBERS: readonly FactType[] = ['money', 'rate', 'count', 'number', 'date']

interface Compared {
  readonly operator: Operator
  readonly left: Expression
  readonly right: Expression
}

const flipped = ({ operator, left, right }: Compared): Compared => ({
  operator: FLIPPED[operator],
  left: right,
  right: left,
})

const constantIn = (run: Run, node: Expression): Exact | null => {
  const typed = typedOf(run.context, node, run.place)
  return typed === null ? null : constantOf(typed.expression)
}

const compareWithNumber = (run: Run, { operator, left, right }: Compared): LogicTree | null => {
  const draft = draftOfName(run, left, NUMBERS)
  const bound = draft === null ? null : constantIn(run, right)
  return draft === null || bound === null ? null : tested(draft, spanOf(operator, bound))
}

const compareNumbers = (run: Run, { operator, left, right }: Compared): LogicTree | null => {
  const minuend = typedOf(run.context, left, run.place)
  const subtrahend = typedOf(run.context, right, run.place)
  if (minuend === null || subtrahend === null) return null
  const draft = run.book.ofDifference(minuend.expression, subtrahend.expression)
  return tested(draft, spanOf(operator, ZERO))
}

const compareWithLiteral = (run: Run, { operator, left, right }: Compared): LogicTree | null => {
  if (right.kind !== 'literal') return null
  const { type, value } = right.value
  const isNegated = operator === '!='
  if (type === 'text') {
    const draft = draftOfName(run, left, ['code'])
    const test = { kind: 'member', values: [value], hasDescendants: false, isNegated } as const
    return draft === null ? null : tested(draft, test)
  }
  if (type !== 'boolean') return null
  const draft = draftOfName(run, left, ['boolean'])
  const ends = value ? { from: below(ONE) } : { to: below(ONE) }
  return draft === null ? null : tested(draft, span({ ...ends, isNegated }))
}

const ofComparison = (run: Run, compared: Compared): LogicTree | null =>
  compareWithLiteral(run, compared) ??
  compareWithLiteral(run, flipped(compared)) ??
  compareWithNumber(run, compared) ??
  compareWithNumber(run, flipped(compared)) ??
  compareNumbers(run, compared)

const joined = (
  kind: 'both' | 'either',
  parts: readonly (LogicTree | null)[],
): LogicTree | null => {
  const found = parts.filter((part) => part !== null)
  return found.length === parts.length ? { kind, parts: found } : null
}

const ofMembership = (
  run: Run,
  { operand: left, tests }: Extract<Expression, { kind: 'membership' }>,
): LogicTree | null => {
  const parts = tests.map((test) => {
    if (test.kind === 'relation') {
      return ofComparison(run, { operator: test.operator, left, right: test.operand })
    }
    return joined('both', [
      ofComparison(run, { operator: test.includesFrom ? '>=' : '>', left, right: test.from }),
      ofComparison(run, { operator: test.includesTo ? '<=' : '<', left, right: test.to }),
    ])
  })
  const part = joined('either', parts)
  return part === null ? null : { kind: 'strict', part }
}

const treeOf = (run: Run, node: Expression): LogicTree | null => {
  switch (node.kind) {
    case 'literal':
      return node.value.type === 'boolean'
        ? { kind: 'constant', truth: node.value.value ? TRUE : FALSE }
        : null
    case 'reference': {
      const draft = draftOfName(run, node, ['boolean'])
      return draft === null ? null : tested(draft, span({ from: below(ONE) }))
    }
    case 'not': {
      const part = treeOf(run, node.operand)
      return part === null ? null : { kind: 'not', part }
    }
    case 'logic': {
      const kind = node.operator === 'and' ? 'both' : 'either'
      return joined(kind, [treeOf(run, node.left), treeOf(run, node.right)])
    }
    case 'comparison':
      return ofComparison(run, node)
    case 'membership':
      return ofMembership(run, node)
    default:
      return null
  }
}

/** A formula of truth as a tree of comparisons; null when it holds anything else. */
export const logicOf = (
  context: CompileContext,
  book: DraftBook,
  formula: { readonly text: string; readonly place: FormulaPlace },
): LogicTree | null => {
  const parsed = parseFormula(formula.text)
  return parsed.ok ? treeOf({ context, book, place: formula.place }, parsed.ast) : null
}
