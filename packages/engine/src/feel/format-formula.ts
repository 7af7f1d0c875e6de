import { formatExact } from '@huiqi/domain'
import type {
  ArithmeticOperator,
  Expression,
  LogicOperator,
  MembershipTest,
  ReferenceNode,
} from './feel-ast.ts'
import type { Known } from './feel-value.ts'
import { formatDays, formatMonths } from './temporal-literal.ts'

const ANY = 0
const COMPARISON = 3
const UNARY = 7
const ATOM = 8

const LEVELS: Readonly<Record<LogicOperator | ArithmeticOperator, number>> = {
  or: 1,
  and: 2,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '**': 6,
}

const levelOf = (node: Expression): number => {
  switch (node.kind) {
    case 'choice':
      return ANY
    case 'logic':
    case 'arithmetic':
      return LEVELS[node.operator]
    case 'comparison':
    case 'membership':
      return COMPARISON
    case 'negation':
      return UNARY
    case 'literal':
    case 'reference':
    case 'not':
    case 'call':
      return ATOM
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

const formatText = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (character) => ESCAPES.get(character) ?? character)}"`

const formatLiteral = (value: Known): string => {
  switch (value.type) {
    case 'number':
      return formatExact(value.value)
    case 'money':
      throw new TypeError('money has no literal')
    case 'date':
      return `@"${value.value}"`
    case 'days':
      return `@"${formatDays(value.value)}"`
    case 'months':
      return `@"${formatMonths(value.value)}"`
    case 'boolean':
      return value.value ? 'true' : 'false'
    case 'text':
      return formatText(value.value)
  }
}

const ACCESSORS = { last: 'last', same: 'previous', this: 'this_year' } as const

const formatReference = ({ name, yearOffset }: ReferenceNode): string => {
  if (yearOffset === null) return name
  const { base, n } = yearOffset
  const count = base === 'last' ? n + 1 : n
  return `${ACCESSORS[base]}(${name}${count > 1 ? `, ${count}` : ''})`
}

const formatTest = (test: MembershipTest): string => {
  if (test.kind === 'relation') {
    const operator = test.operator === '=' ? '' : `${test.operator} `
    return `${operator}${formatAbove(test.operand, COMPARISON)}`
  }
  const [from, to] = [formatAbove(test.from, COMPARISON), formatAbove(test.to, COMPARISON)]
  return `${test.includesFrom ? '[' : '('}${from}..${to}${test.includesTo ? ']' : ')'}`
}

const formatTests = (tests: readonly MembershipTest[]): string => {
  const texts = tests.map(formatTest).join(', ')
  return tests.length === 1 && tests[0]?.kind === 'interval' ? texts : `(${texts})`
}

const formatNode = (node: Expression): string => {
  switch (node.kind) {
    case 'literal':
      return formatLiteral(node.value)
    case 'reference':
      return formatReference(node)
    case 'negation':
      return `-${formatAbove(node.operand, UNARY)}`
    case 'not':
      return `not(${formatNode(node.operand)})`
    case 'comparison': {
      const [left, right] = [node.left, node.right].map((side) => formatAbove(side, COMPARISON))
      return `${left} ${node.operator} ${right}`
    }
    case 'logic':
    case 'arithmetic': {
      const level = LEVELS[node.operator]
      return `${formatAbove(node.left, level - 1)} ${node.operator} ${formatAbove(node.right, level)}`
    }
    case 'membership':
      return `${formatAbove(node.operand, COMPARISON)} in ${formatTests(node.tests)}`
    case 'choice':
      return `if ${formatNode(node.condition)} then ${formatNode(node.consequent)} else ${formatNode(node.alternative)}`
    case 'call':
      return `${node.name}(${node.args.map(formatNode).join(', ')})`
  }
}

/** The text of a part, in parentheses unless it binds tighter than `level`. */
const formatAbove = (node: Expression, level: number): string => {
  const text = formatNode(node)
  return levelOf(node) > level ? text : `(${text})`
}

/** The canonical text of a formula: reading it gives the same formula again. */
export const formatFormula = (ast: Expression): string => formatNode(ast)
