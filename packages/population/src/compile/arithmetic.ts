import {
  add,
  divide,
  type Exact,
  exact,
  multiply,
  negate,
  ONE,
  subtract,
  toDayNumber,
  yearOf,
} from '@huiqi/domain'
import {
  type Expression,
  type FactDefinition,
  type FeelReference,
  type Known,
  needKey,
  parseFormula,
} from '@huiqi/engine'
import type { CompileContext } from './compile-context.ts'

/** A number worked out from facts: open as soon as one of them is, or when something is divided by zero. */
export type Arithmetic =
  | { readonly kind: 'constant'; readonly value: Exact }
  | {
      readonly kind: 'fact'
      readonly fact: string
      readonly year: number | null
      /** What stands in where the fact is not stated. */
      readonly otherwise: Arithmetic | null
    }
  | {
      readonly kind: 'sum' | 'difference' | 'product' | 'quotient'
      readonly left: Arithmetic
      readonly right: Arithmetic
    }

/** A fact as it stands in an expression. */
export type ArithmeticFact = Extract<Arithmetic, { kind: 'fact' }>

/** Where a formula stands: a yearly one has the year it is asked for. */
export interface FormulaPlace {
  readonly context: 'point' | 'year'
  readonly year: number | null
}

/** An expression with whether its value is a date, counted in days. */
interface Typed {
  readonly expression: Arithmetic
  readonly isDate: boolean
}

const constant = (value: Exact): Typed => ({
  expression: { kind: 'constant', value },
  isDate: false,
})

const dateConstant = (date: Parameters<typeof toDayNumber>[0]): Typed => ({
  ...constant(exact(toDayNumber(date))),
  isDate: true,
})

const ofLiteral = (literal: Known): Typed | null => {
  switch (literal.type) {
    case 'number':
    case 'money':
      return constant(literal.value)
    case 'days':
      return constant(exact(literal.value))
    case 'date':
      return dateConstant(literal.value)
    default:
      return null
  }
}

const NUMERIC: ReadonlySet<FactDefinition['type']> = new Set(['money', 'rate', 'count', 'number'])

/** The calendar year of a name in a formula; null for facts without a period. */
export const yearOfName = (
  { clock }: CompileContext,
  { yearOffset }: FeelReference,
  { definition, place }: { readonly definition: FactDefinition; readonly place: FormulaPlace },
): number | null => {
  if (yearOffset === null) return definition.period === 'year' ? place.year : null
  if (yearOffset.base === 'same') return (place.year ?? 0) - yearOffset.n
  const submitted = yearOf(clock.submittedOn)
  return (yearOffset.base === 'last' ? submitted - 1 : submitted) - yearOffset.n
}

const derivedValue = (
  context: CompileContext,
  definition: FactDefinition,
  year: number | null,
): { readonly otherwise: Arithmetic | null } | null => {
  const { derivation } = definition
  if (derivation === null) return { otherwise: null }
  if (derivation.kind !== 'formula') return null
  const place = { context: definition.period, year }
  const otherwise = arithmeticOf(context, derivation.formula, place)
  return otherwise === null ? null : { otherwise }
}

/** A fact as arithmetic; null when it is no number and no date, or follows from others by no formula. */
export const valueOfFact = (
  context: CompileContext,
  fact: string,
  year: number | null,
): Arithmetic | null => {
  const definition = context.rulebook.facts.get(fact)
  if (!definition || !(definition.type === 'date' || NUMERIC.has(definition.type))) return null
  const derived = derivedValue(context, definition, year)
  return derived === null ? null : { kind: 'fact', fact, year, ...derived }
}

const ofReference = (
  context: CompileContext,
  reference: FeelReference,
  place: FormulaPlace,
): Typed | null => {
  if (reference.name === 'as_of') return dateConstant(context.clock.asOf)
  if (reference.name === 'submitted_on') return dateConstant(context.clock.submittedOn)
  const definition = context.rulebook.facts.get(reference.name)
  if (!definition) return null
  const year = yearOfName(context, reference, { definition, place })
  const expression = valueOfFact(context, reference.name, year)
  return expression === null ? null : { expression, isDate: definition.type === 'date' }
}

const OPERATIONS = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
} as const

const ofArithmetic = (
  context: CompileContext,
  node: Extract<Expression, { kind: 'arithmetic' }>,
  place: FormulaPlace,
): Typed | null => {
  if (node.operator === '**') return null
  const left = typedOf(context, node.left, place)
  const right = typedOf(context, node.right, place)
  if (left === null || right === null) return null
  const isDayCount = left.isDate && right.isDate && node.operator === '-'
  if ((left.isDate || right.isDate) && !isDayCount) return null
  const kind = OPERATIONS[node.operator]
  return { expression: { kind, left: left.expression, right: right.expression }, isDate: false }
}

const scaled = (typed: Typed | null, factor: Exact): Typed | null => {
  if (typed === null || typed.isDate) return null
  const left: Arithmetic = { kind: 'constant', value: factor }
  return { expression: { kind: 'product', left, right: typed.expression }, isDate: false }
}

const FEN_PER_YUAN = exact(100)

/** An expression of a formula as arithmetic; null when it is something else. */
export const typedOf = (
  context: CompileContext,
  node: Expression,
  place: FormulaPlace,
): Typed | null => {
  switch (node.kind) {
    case 'literal':
      return ofLiteral(node.value)
    case 'reference':
      return ofReference(context, node, place)
    case 'negation':
      return scaled(typedOf(context, node.operand, place), negate(ONE))
    case 'arithmetic':
      return ofArithmetic(context, node, place)
    case 'call': {
      const [argument] = node.args
      if (node.name !== 'yuan' || argument === undefined) return null
      return scaled(typedOf(context, argument, place), FEN_PER_YUAN)
    }
    default:
      return null
  }
}

/** A formula as arithmetic over facts; null when it is something else. */
export const arithmeticOf = (
  context: CompileContext,
  formula: string,
  place: FormulaPlace,
): Arithmetic | null => {
  const parsed = parseFormula(formula)
  return parsed.ok ? (typedOf(context, parsed.ast, place)?.expression ?? null) : null
}

/** The value of an expression whose facts `lookup` gives; null when it is open. */
export const evaluateArithmetic = (
  expression: Arithmetic,
  lookup: (fact: ArithmeticFact) => Exact | null,
): Exact | null => {
  if (expression.kind === 'constant') return expression.value
  if (expression.kind === 'fact') {
    const stated = lookup(expression)
    if (stated !== null || expression.otherwise === null) return stated
    return evaluateArithmetic(expression.otherwise, lookup)
  }
  const left = evaluateArithmetic(expression.left, lookup)
  const right = evaluateArithmetic(expression.right, lookup)
  if (left === null || right === null) return null
  switch (expression.kind) {
    case 'sum':
      return add(left, right)
    case 'difference':
      return subtract(left, right)
    case 'product':
      return multiply(left, right)
    case 'quotient':
      return divide(left, right)
  }
}

/** The value of an expression without facts; null when it has some. */
export const constantOf = (expression: Arithmetic): Exact | null =>
  evaluateArithmetic(expression, () => null)

/** The expression as a text of its own. */
export const arithmeticKey = (expression: Arithmetic): string => {
  switch (expression.kind) {
    case 'constant':
      return `${expression.value.n}/${expression.value.d}`
    case 'fact':
      return needKey(expression)
    default:
      return `(${arithmeticKey(expression.left)} ${expression.kind} ${arithmeticKey(expression.right)})`
  }
}
