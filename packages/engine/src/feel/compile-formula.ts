import type { Exact } from '@huiqi/domain'
import { exact } from '@huiqi/domain'
import { findArithmeticRule } from './arithmetic-rules.ts'
import { checkFormula } from './check-formula.ts'
import { findComparison } from './comparison-rules.ts'
import { constantInteger } from './constant-integer.ts'
import type {
  ArithmeticNode,
  CallNode,
  ChoiceNode,
  ComparisonNode,
  ComparisonOperator,
  Expression,
  FeelReference,
  LogicNode,
  MembershipNode,
  MembershipTest,
  ReferenceNode,
} from './feel-ast.ts'
import type { FeelEnvironment } from './feel-environment.ts'
import { FEEL_FUNCTIONS } from './feel-functions.ts'
import type { FeelType } from './feel-type.ts'
import type { FeelValue, Known } from './feel-value.ts'
import { DIVISION_BY_ZERO, exactOf, knownNumber, knownTruth, strictOutcome } from './feel-value.ts'
import { negateQuantity } from './quantity.ts'
import { resolveReference } from './resolve-reference.ts'
import { choice, complement, conjunction, disjunction } from './three-valued.ts'

/** Gives the value of a fact; of the declared type when it is known. */
export type FeelLookup = (reference: FeelReference) => FeelValue

/** A formula ready to run: facts in, value out; no clock, no state. */
export type CompiledFormula = (lookup: FeelLookup) => FeelValue

interface Part {
  readonly type: FeelType
  readonly run: CompiledFormula
}

const existing = <Thing>(thing: Thing | null | undefined): Thing => {
  if (thing === null || thing === undefined) throw new TypeError('formula was not checked')
  return thing
}

const isKnown = (value: FeelValue): value is Known => value.kind === 'known'

const strictUnary =
  (operand: CompiledFormula, apply: (value: Known) => FeelValue): CompiledFormula =>
  (lookup) => {
    const value = operand(lookup)
    return isKnown(value) ? apply(value) : value
  }

const strictBinary =
  (left: Part, right: Part, apply: (left: Known, right: Known) => FeelValue): CompiledFormula =>
  (lookup) => {
    const a = left.run(lookup)
    const b = right.run(lookup)
    return isKnown(a) && isKnown(b) ? apply(a, b) : strictOutcome([a, b])
  }

const strict =
  (operands: readonly Part[], apply: (values: readonly Known[]) => FeelValue): CompiledFormula =>
  (lookup) => {
    const values = operands.map(({ run }) => run(lookup))
    const known = values.filter(isKnown)
    return known.length === values.length ? apply(known) : strictOutcome(values)
  }

const compileReference = (node: ReferenceNode, environment: FeelEnvironment): Part => {
  const resolved = resolveReference(node, environment)
  if (!resolved.ok) throw new TypeError('formula was not checked')
  const { reference } = resolved
  const { type } = resolved.declaration
  const run: CompiledFormula = (lookup) => {
    const value = lookup(reference)
    if (value.kind !== 'known' || value.type === type) return value
    throw new TypeError(`${reference.name} is ${value.type}, not ${type}`)
  }
  return { type, run }
}

const power = (base: Exact, exponent: number): FeelValue => {
  if (exponent >= 0) {
    const raise = BigInt(exponent)
    return knownNumber(exact(base.n ** raise, base.d ** raise))
  }
  if (base.n === 0n) return DIVISION_BY_ZERO
  const raise = BigInt(0 - exponent)
  return knownNumber(exact(base.d ** raise, base.n ** raise))
}

const compileArithmetic = (node: ArithmeticNode, environment: FeelEnvironment): Part => {
  const left = compileNode(node.left, environment)
  if (node.operator === '**') {
    const exponent = existing(constantInteger(node.right))
    const run = strictUnary(left.run, (base) => power(exactOf(base), exponent))
    return { type: 'number', run }
  }
  const right = compileNode(node.right, environment)
  const rule = existing(findArithmeticRule(node.operator, left.type, right.type))
  return { type: rule.type, run: strictBinary(left, right, rule.apply) }
}

const compileComparison = (node: ComparisonNode, environment: FeelEnvironment): CompiledFormula => {
  const left = compileNode(node.left, environment)
  const right = compileNode(node.right, environment)
  const holds = existing(findComparison(node.operator, left.type))
  return strictBinary(left, right, (a, b) => knownTruth(holds(a, b)))
}

const compileLogic = (node: LogicNode, environment: FeelEnvironment): CompiledFormula => {
  const left = compileNode(node.left, environment).run
  const right = compileNode(node.right, environment).run
  const [combine, decides] =
    node.operator === 'and' ? ([conjunction, false] as const) : ([disjunction, true] as const)
  return (lookup) => {
    const value = left(lookup)
    return isKnown(value) && value.value === decides ? value : combine(value, right(lookup))
  }
}

interface Bound {
  readonly operator: ComparisonOperator
  readonly operand: Expression
}

const boundsOf = (test: MembershipTest): readonly Bound[] => {
  if (test.kind === 'relation') return [test]
  return [
    { operator: test.includesFrom ? '>=' : '>', operand: test.from },
    { operator: test.includesTo ? '<=' : '<', operand: test.to },
  ]
}

const compileMembership = (node: MembershipNode, environment: FeelEnvironment): CompiledFormula => {
  const operand = compileNode(node.operand, environment)
  const operands = [operand]
  const tests = node.tests.map((test) =>
    boundsOf(test).map((bound) => {
      const place = operands.push(compileNode(bound.operand, environment)) - 1
      return { place, holds: existing(findComparison(bound.operator, operand.type)) }
    }),
  )
  return strict(operands, (values) => {
    const value = existing(values[0])
    const passes = tests.some((bounds) =>
      bounds.every(({ place, holds }) => holds(value, existing(values[place]))),
    )
    return knownTruth(passes)
  })
}

const compileChoice = (node: ChoiceNode, environment: FeelEnvironment): Part => {
  const condition = compileNode(node.condition, environment).run
  const consequent = compileNode(node.consequent, environment)
  const alternative = compileNode(node.alternative, environment).run
  const run: CompiledFormula = (lookup) => {
    const decided = condition(lookup)
    if (isKnown(decided)) return (decided.value === true ? consequent.run : alternative)(lookup)
    return choice(decided, consequent.run(lookup), alternative(lookup))
  }
  return { type: consequent.type, run }
}

const compileCall = (node: CallNode, environment: FeelEnvironment): Part => {
  const fn = existing(FEEL_FUNCTIONS.get(node.name))
  const args = node.args.map((arg) => compileNode(arg, environment))
  const type = existing(fn.resultType(args.map((arg) => arg.type)))
  return { type, run: strict(args, fn.apply) }
}

const compileNode = (node: Expression, environment: FeelEnvironment): Part => {
  switch (node.kind) {
    case 'literal':
      return { type: node.value.type, run: () => node.value }
    case 'reference':
      return compileReference(node, environment)
    case 'negation': {
      const { type, run } = compileNode(node.operand, environment)
      return { type, run: strictUnary(run, negateQuantity) }
    }
    case 'not': {
      const { run } = compileNode(node.operand, environment)
      return { type: 'boolean', run: (lookup) => complement(run(lookup)) }
    }
    case 'arithmetic':
      return compileArithmetic(node, environment)
    case 'comparison':
      return { type: 'boolean', run: compileComparison(node, environment) }
    case 'logic':
      return { type: 'boolean', run: compileLogic(node, environment) }
    case 'membership':
      return { type: 'boolean', run: compileMembership(node, environment) }
    case 'choice':
      return compileChoice(node, environment)
    case 'call':
      return compileCall(node, environment)
  }
}

/**
 * Makes a formula ready to run. Throws TypeError when `checkFormula` has issues with it, and when a
 * lookup later gives a known value of another type than declared.
 */
export const compileFormula = (ast: Expression, environment: FeelEnvironment): CompiledFormula => {
  const { issues } = checkFormula(ast, environment)
  const [first] = issues
  if (first !== undefined) throw new TypeError(`${first.code} at ${first.offset}`)
  return compileNode(ast, environment).run
}
