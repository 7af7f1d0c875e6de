import { yearOf } from '@huiqi/domain'
import {
  type Expression,
  type FeelReference,
  formatFormula,
  type Known,
  type MembershipTest,
  parseFormula,
} from '@huiqi/engine'
import { fractionOf, toFraction } from '../fraction.ts'
import { refuse } from '../refusal.ts'
import type { ResolvedSql } from '../resolved-sql.ts'
import { definitionOf, type Scope } from '../scope.ts'
import type { Sql } from '../sql-node.ts'
import { all, any, choose, comparison, FALSE, isKnown, isTrue, not, oneOf } from '../truth-sql.ts'
import { constant, constantOf } from '../whole.ts'
import { calculate, negatePart, raise } from './arithmetic-parts.ts'
import { callFunction } from './call-parts.ts'
import { compareParts } from './compare-parts.ts'
import { choosePart, joinTruths } from './logic-parts.ts'
import { ALWAYS_KNOWN, fractionIn, type Part, sqlIn, strictly, witness } from './part.ts'

/** A formula where it stands; `year` is the one that a yearly formula is asked for. */
interface Place {
  readonly scope: Scope
  readonly year: number | null
  readonly isYearly: boolean
}

const ofLiteral = (literal: Known): Part => {
  switch (literal.type) {
    case 'number':
    case 'money':
      return { ...ALWAYS_KNOWN, type: literal.type, value: fractionOf(literal.value) }
    case 'days':
    case 'months':
      return { ...ALWAYS_KNOWN, type: literal.type, value: constant(literal.value) }
    case 'date':
      return { ...ALWAYS_KNOWN, type: 'date', value: { kind: 'date', value: literal.value } }
    case 'boolean':
      return { ...ALWAYS_KNOWN, type: 'boolean', value: { kind: 'truth', value: literal.value } }
    case 'text':
      return { ...ALWAYS_KNOWN, type: 'text', value: { kind: 'text', value: literal.value } }
  }
}

const NEVER: Sql = { kind: 'date', value: 'never' }

const FEEL_TYPES = {
  money: 'money',
  rate: 'number',
  count: 'number',
  number: 'number',
} as const

const isAmountType = (type: string): type is keyof typeof FEEL_TYPES => type in FEEL_TYPES

const asPart = (resolved: ResolvedSql, type: string): Part => {
  const open = { undefined: FALSE, whenOpen: resolved.whenOpen }
  switch (resolved.kind) {
    case 'number': {
      const amount = isAmountType(type) ? FEEL_TYPES[type] : 'number'
      return { ...open, type: amount, value: toFraction(resolved.value) }
    }
    case 'date': {
      const { value } = resolved
      if (value.kind === 'null') return { ...open, type: 'date', value }
      return {
        ...open,
        type: 'date',
        value: choose([{ when: comparison('<>', value, NEVER), gives: value }]),
        undefined: isTrue(comparison('=', value, NEVER)),
      }
    }
    case 'truth':
      return { ...open, type: 'boolean', value: resolved.value }
    case 'code':
      return { ...open, type: 'text', value: resolved.value }
  }
}

const yearMeant = ({ scope, year, isYearly }: Place, reference: FeelReference): number | null => {
  const { yearOffset } = reference
  if (yearOffset === null) {
    return isYearly && definitionOf(scope, reference.name).period === 'year' ? year : null
  }
  if (yearOffset.base === 'same') return (year ?? 0) - yearOffset.n
  const submitted = yearOf(scope.clock.submittedOn)
  return (yearOffset.base === 'last' ? submitted - 1 : submitted) - yearOffset.n
}

const ofReference = (place: Place, reference: FeelReference): Part => {
  const { scope } = place
  const clock = { as_of: scope.clock.asOf, submitted_on: scope.clock.submittedOn }
  const { name } = reference
  if (name === 'as_of' || name === 'submitted_on') {
    return { ...ALWAYS_KNOWN, type: 'date', value: { kind: 'date', value: clock[name] } }
  }
  const resolved = scope.resolve(name, yearMeant(place, reference))
  return asPart(resolved, definitionOf(scope, name).type)
}

const operandsOf = (test: MembershipTest): readonly Expression[] =>
  test.kind === 'relation' ? [test.operand] : [test.from, test.to]

const passes = (operand: Part, test: MembershipTest, bounds: readonly Part[]): Sql => {
  const [first, second] = bounds
  if (first === undefined) throw new TypeError('a test without a bound')
  if (test.kind === 'relation') return compareParts(test.operator, operand, first)
  if (second === undefined) throw new TypeError('an interval without an end')
  return all(
    compareParts(test.includesFrom ? '>=' : '>', operand, first),
    compareParts(test.includesTo ? '<=' : '<', operand, second),
  )
}

/** The codes of `x in ("a", "b")`; null for any other tests. */
const listedCodes = (tests: readonly MembershipTest[]): readonly string[] | null => {
  const codes = tests.flatMap((test) => {
    const literal = test.kind === 'relation' && test.operator === '=' ? test.operand : null
    return literal?.kind === 'literal' && literal.value.type === 'text' ? [literal.value.value] : []
  })
  return codes.length === tests.length ? codes : null
}

const ofMembership = (place: Place, node: Extract<Expression, { kind: 'membership' }>): Part => {
  const operand = partOf(place, node.operand)
  const listed = listedCodes(node.tests)
  if (listed !== null) {
    return { ...strictly([operand]), type: 'boolean', value: oneOf(sqlIn(operand), listed) }
  }
  const tests = node.tests.map((test) => ({
    test,
    bounds: operandsOf(test).map((bound) => partOf(place, bound)),
  }))
  const operands = [operand, ...tests.flatMap(({ bounds }) => bounds)]
  const found = any(...tests.map(({ test, bounds }) => passes(operand, test, bounds)))
  const isEveryKnown = all(...operands.map((part) => isKnown(witness(part))))
  const mayBeOpen = operands.filter((part) => isKnown(witness(part)).kind !== 'truth')
  const value = mayBeOpen.length > 1 ? choose([{ when: isEveryKnown, gives: found }]) : found
  return { ...strictly(operands), type: 'boolean', value }
}

const ofArithmetic = (place: Place, node: Extract<Expression, { kind: 'arithmetic' }>): Part => {
  const left = partOf(place, node.left)
  const right = partOf(place, node.right)
  if (node.operator !== '**') return calculate(node.operator, left, right)
  const exponent = constantOf(fractionIn(right).n)
  return exponent === null
    ? refuse('not-supported', 'an exponent that varies')
    : raise(left, Number(exponent))
}

const partOf = (place: Place, node: Expression): Part => {
  const inner = (part: Expression): Part => partOf(place, part)
  switch (node.kind) {
    case 'literal':
      return ofLiteral(node.value)
    case 'reference':
      return ofReference(place, node)
    case 'negation':
      return negatePart(inner(node.operand))
    case 'not': {
      const part = inner(node.operand)
      return { ...part, type: 'boolean', value: not(sqlIn(part)) }
    }
    case 'arithmetic':
      return ofArithmetic(place, node)
    case 'comparison': {
      const [left, right] = [inner(node.left), inner(node.right)]
      const value = compareParts(node.operator, left, right)
      return { ...strictly([left, right]), type: 'boolean', value }
    }
    case 'logic':
      return joinTruths(node.operator, inner(node.left), inner(node.right))
    case 'membership':
      return ofMembership(place, node)
    case 'choice':
      return choosePart(inner(node.condition), inner(node.consequent), inner(node.alternative))
    case 'call':
      return callFunction(node.name, node.args.map(inner))
  }
}

/** A formula in every row. */
export const formulaPart = (
  scope: Scope,
  formula: string,
  year: { readonly isYearly: boolean; readonly year: number | null },
): Part => {
  const parsed = parseFormula(formula)
  if (!parsed.ok) throw new SyntaxError(`formula does not parse: ${formula}`)
  return partOf({ scope, ...year }, parsed.ast)
}

/** The formula as people write it, on one line. */
export const formulaText = (formula: string): string => {
  const parsed = parseFormula(formula)
  return parsed.ok ? formatFormula(parsed.ast).replaceAll(/\s+/g, ' ') : formula
}
