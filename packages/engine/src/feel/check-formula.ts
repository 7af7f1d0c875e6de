import { findArithmeticRule } from './arithmetic-rules.ts'
import { findComparison } from './comparison-rules.ts'
import { constantInteger, MAXIMUM_CONSTANT } from './constant-integer.ts'
import type {
  ArithmeticNode,
  CallNode,
  ChoiceNode,
  ComparisonNode,
  ComparisonOperator,
  Expression,
  FeelReference,
  MembershipNode,
  ReferenceNode,
} from './feel-ast.ts'
import type { FeelEnvironment } from './feel-environment.ts'
import type { FeelFunction } from './feel-functions.ts'
import { FEEL_FUNCTIONS, OUTSIDE_FUNCTIONS } from './feel-functions.ts'
import type { FeelFault, FeelIssue, Span } from './feel-issue.ts'
import { faultAt } from './feel-issue.ts'
import type { FeelType } from './feel-type.ts'
import { isOrdered } from './feel-type.ts'
import { isQuantity } from './quantity.ts'
import { resolveReference } from './resolve-reference.ts'

/** What a formula is, or all that is wrong with it. */
export interface CheckedFormula {
  /** Null when the type cannot be told because of an issue. */
  readonly type: FeelType | null
  /** Every name and year that the formula reads, each once, in the order of the text. */
  readonly references: readonly FeelReference[]
  /** In the order of the text; empty when the formula may be compiled. */
  readonly issues: readonly FeelIssue[]
}

interface Check {
  readonly environment: FeelEnvironment
  readonly references: Map<string, FeelReference>
  readonly issues: FeelIssue[]
  /** The product of the exponents around the present node. */
  exponent: number
}

type MaybeType = FeelType | null

const note = (check: Check, span: Span, fault: FeelFault): null => {
  check.issues.push(faultAt(fault, span))
  return null
}

/** Operands that do not go together: a clash of units when all have one, else of kinds. */
const noteClash = (
  check: Check,
  span: Span,
  { operator, types }: { readonly operator: string; readonly types: readonly FeelType[] },
): null => {
  const code = types.every(isOrdered) ? 'feel.unit-mismatch' : 'feel.type-mismatch'
  return note(check, span, { code, params: { operator, found: types.join(', ') } })
}

const checkReference = (check: Check, node: ReferenceNode): MaybeType => {
  const resolved = resolveReference(node, check.environment)
  if (!resolved.ok) {
    check.issues.push(resolved.issue)
    return null
  }
  const { name, yearOffset } = resolved.reference
  const key = yearOffset === null ? name : `${name} ${yearOffset.base} ${yearOffset.n}`
  if (!check.references.has(key)) check.references.set(key, resolved.reference)
  return resolved.declaration.type
}

const checkTruth = (check: Check, operator: string, node: Expression): void => {
  const found = checkNode(check, node)
  if (found === null || found === 'boolean') return
  note(check, node, { code: 'feel.type-mismatch', params: { operator, found } })
}

const checkNegation = (check: Check, operand: Expression): MaybeType => {
  const found = checkNode(check, operand)
  if (found === null || isQuantity(found)) return found
  return note(check, operand, { code: 'feel.type-mismatch', params: { operator: '-', found } })
}

const checkPower = (check: Check, { left, right }: ArithmeticNode): MaybeType => {
  const exponent = constantInteger(right)
  const outer = check.exponent
  check.exponent *= Math.max(1, Math.abs(exponent ?? 1))
  if (exponent === null || check.exponent > MAXIMUM_CONSTANT) {
    const params = { name: '**', limit: MAXIMUM_CONSTANT }
    note(check, right, { code: 'feel.constant-expected', params })
  }
  const type = checkNode(check, left)
  check.exponent = outer
  if (type === null || type === 'number') return type
  return noteClash(check, left, { operator: '**', types: [type] })
}

const checkArithmetic = (check: Check, node: ArithmeticNode): MaybeType => {
  if (node.operator === '**') return checkPower(check, node)
  const left = checkNode(check, node.left)
  const right = checkNode(check, node.right)
  if (left === null || right === null) return null
  const rule = findArithmeticRule(node.operator, left, right)
  if (rule !== null) return rule.type
  return noteClash(check, node, { operator: node.operator, types: [left, right] })
}

const codesOf = (check: Check, node: Expression) =>
  node.kind === 'reference' ? check.environment.names.get(node.name)?.values : undefined

const checkCode = (check: Check, literal: Expression, other: Expression): void => {
  if (literal.kind !== 'literal' || literal.value.type !== 'text') return
  if (other.kind !== 'reference') return
  const code = literal.value.value
  if (codesOf(check, other)?.has(code) !== false) return
  note(check, literal, { code: 'feel.unknown-code', params: { name: other.name, code } })
}

interface Relation {
  readonly operator: ComparisonOperator
  readonly left: Expression
  readonly leftType: MaybeType
  readonly right: Expression
  readonly span: Span
}

const checkRelation = (check: Check, relation: Relation): void => {
  const { operator, left, leftType, right } = relation
  const rightType = checkNode(check, right)
  if (leftType === null || rightType === null) return
  checkCode(check, left, right)
  checkCode(check, right, left)
  if (leftType === rightType && findComparison(operator, leftType) !== null) return
  noteClash(check, relation.span, { operator, types: [leftType, rightType] })
}

const checkMembership = (check: Check, node: MembershipNode): FeelType => {
  const left = node.operand
  const leftType = checkNode(check, left)
  const relate = (operator: ComparisonOperator, right: Expression) =>
    checkRelation(check, { operator, left, leftType, right, span: right })
  for (const test of node.tests) {
    if (test.kind === 'relation') relate(test.operator, test.operand)
    else {
      relate('>=', test.from)
      relate('<=', test.to)
    }
  }
  return 'boolean'
}

const checkComparison = (check: Check, node: ComparisonNode): FeelType => {
  const leftType = checkNode(check, node.left)
  const { operator, left, right } = node
  checkRelation(check, { operator, left, leftType, right, span: node })
  return 'boolean'
}

const checkChoice = (check: Check, node: ChoiceNode): MaybeType => {
  checkTruth(check, 'if', node.condition)
  const left = checkNode(check, node.consequent)
  const right = checkNode(check, node.alternative)
  if (left === null || right === null) return left ?? right
  if (left === right) return left
  return noteClash(check, node, { operator: 'if', types: [left, right] })
}

const checkConstant = (check: Check, call: CallNode, place: number | null): void => {
  const constant = place === null ? undefined : call.args[place]
  if (constant === undefined || constantInteger(constant) !== null) return
  const params = { name: call.name, limit: MAXIMUM_CONSTANT }
  note(check, constant, { code: 'feel.constant-expected', params })
}

const checkArguments = (check: Check, call: CallNode, fn: FeelFunction): MaybeType => {
  const types = call.args.map((arg) => checkNode(check, arg))
  checkConstant(check, call, fn.constantAt)
  const { name, args } = call
  if (args.length < fn.fewestArguments || args.length > fn.mostArguments) {
    return note(check, call, { code: 'feel.argument-count', params: { name, found: args.length } })
  }
  const known = types.filter((type) => type !== null)
  if (known.length < types.length) return null
  return fn.resultType(known) ?? noteClash(check, call, { operator: name, types: known })
}

const checkCall = (check: Check, call: CallNode): MaybeType => {
  const fn = FEEL_FUNCTIONS.get(call.name)
  if (fn !== undefined) return checkArguments(check, call, fn)
  if (OUTSIDE_FUNCTIONS.has(call.name)) {
    return note(check, call, { code: 'feel.outside-profile', params: { construct: call.name } })
  }
  return note(check, call, { code: 'feel.unknown-function', params: { name: call.name } })
}

const checkNode = (check: Check, node: Expression): MaybeType => {
  switch (node.kind) {
    case 'literal':
      return node.value.type
    case 'reference':
      return checkReference(check, node)
    case 'negation':
      return checkNegation(check, node.operand)
    case 'not':
      checkTruth(check, 'not', node.operand)
      return 'boolean'
    case 'arithmetic':
      return checkArithmetic(check, node)
    case 'comparison':
      return checkComparison(check, node)
    case 'logic':
      checkTruth(check, node.operator, node.left)
      checkTruth(check, node.operator, node.right)
      return 'boolean'
    case 'membership':
      return checkMembership(check, node)
    case 'choice':
      return checkChoice(check, node)
    case 'call':
      return checkCall(check, node)
  }
}

/** Finds the type of a formula, the facts it reads, and everything that is wrong with it. */
export const checkFormula = (ast: Expression, environment: FeelEnvironment): CheckedFormula => {
  const check: Check = { environment, references: new Map(), issues: [], exponent: 1 }
  const type = checkNode(check, ast)
  const issues = check.issues.toSorted((a, b) => a.offset - b.offset)
  return { type, references: [...check.references.values()], issues }
}
