import type { Function as FunctionNode, Node } from '@babel/types'
import {
  isCallExpression,
  isFunction,
  isIdentifier,
  isMemberExpression,
  isVariableDeclarator,
  traverseFast,
} from '@babel/types'
import type { SourceFile, Visit } from './source-file.ts'
import { findingAt, isTest, lineOf, listNodes } from './source-file.ts'

const MAX_LINES = 60
const MAX_PARAMETERS = 3
const MAX_PATHS = 12

const BRANCHES = new Set([
  'CatchClause',
  'ConditionalExpression',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'IfStatement',
  'LogicalExpression',
  'SwitchStatement',
  'WhileStatement',
])

/** Cyclomatic complexity of a function without the functions inside it; a whole switch counts as one branch. */
export const countPaths = (node: FunctionNode): number => {
  let paths = 1
  traverseFast(node, (inner) => {
    if (inner !== node && isFunction(inner)) return traverseFast.skip
    if (BRANCHES.has(inner.type)) paths += 1
    return undefined
  })
  return paths
}

const calleeName = (callee: Node): string => {
  if (isIdentifier(callee)) return callee.name
  if (isMemberExpression(callee)) return calleeName(callee.object)
  return isCallExpression(callee) ? calleeName(callee.callee) : ''
}

const isDescribeBody = ({ ancestors }: Visit): boolean => {
  const parent = ancestors.at(-1)?.node
  return isCallExpression(parent) && calleeName(parent.callee) === 'describe'
}

const spanOf = (node: Node): number => (node.loc?.end.line ?? 0) - (node.loc?.start.line ?? 0)

/** Lines of a function without the insides of the named functions in it: a maker of closures counts as its parts. */
const countLines = (node: FunctionNode): number => {
  let inside = 0
  traverseFast(node, (inner) => {
    if (inner === node || !isVariableDeclarator(inner) || !isFunction(inner.init)) return undefined
    inside += spanOf(inner.init)
    return traverseFast.skip
  })
  return spanOf(node) + 1 - inside
}

const complain = (node: FunctionNode, visit: Visit, isInTest: boolean): readonly string[] => {
  const lines = countLines(node)
  const paths = countPaths(node)
  return [
    lines > MAX_LINES && !(isInTest && isDescribeBody(visit))
      ? `a function of ${lines} lines; at most ${MAX_LINES}`
      : '',
    node.params.length > MAX_PARAMETERS && !isInTest
      ? `${node.params.length} parameters; at most ${MAX_PARAMETERS}, then one object`
      : '',
    paths > MAX_PATHS ? `${paths} paths through a function; at most ${MAX_PATHS}` : '',
  ].filter((complaint) => complaint !== '')
}

/** Functions that are too long, branch too often or take too many parameters (tests may take a table's row). */
export const findUnwieldyFunctions = (source: SourceFile): readonly string[] =>
  listNodes(source).flatMap((visit) => {
    const { node } = visit
    if (!isFunction(node)) return []
    return complain(node, visit, isTest(source.path)).map((complaint) =>
      findingAt(source, lineOf(node), complaint),
    )
  })
