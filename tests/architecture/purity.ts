import { isBuiltin } from 'node:module'
import type { Node } from '@babel/types'
import { isIdentifier, isReferenced } from '@babel/types'
import type { SourceFile, Visit } from './source-file.ts'
import { findingAt, lineOf, listImports, listNodes } from './source-file.ts'

const BANNED_NAMES = new Set([
  'Buffer',
  'Promise',
  'clearTimeout',
  'console',
  'crypto',
  'eval',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
])

const BANNED_MEMBERS = new Set(['Date.now', 'Math.random', 'Temporal.Now'])

const ZONED =
  /^(?:[gs]et(?:Date|Day|FullYear|Hours|Minutes|Month|Seconds|Milliseconds)|getTimezoneOffset|toLocale(?:Date|Time)?String)$/

const complainOfName = ({ node, ancestors }: Visit): string | null => {
  if (!isIdentifier(node) || !BANNED_NAMES.has(node.name)) return null
  const parent = ancestors.at(-1)?.node
  const grandparent = ancestors.at(-2)?.node
  return parent !== undefined && isReferenced(node, parent, grandparent)
    ? `uses ${node.name}`
    : null
}

const complainOfMember = (node: Node): string | null => {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null
  if (node.computed || !isIdentifier(node.property)) return null
  const { name } = node.property
  const full = isIdentifier(node.object) ? `${node.object.name}.${name}` : ''
  if (BANNED_MEMBERS.has(full)) return `uses ${full}`
  return ZONED.test(name) ? `uses ${name}, which reads the machine's time zone or language` : null
}

const complainOfCall = (node: Node): string | null => {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return null
  if (isIdentifier(node.callee, { name: 'Function' })) return 'makes code from text'
  if (!isIdentifier(node.callee, { name: 'Date' })) return null
  return node.type === 'CallExpression' || node.arguments.length === 0 ? 'reads the clock' : null
}

const complainOfWaiting = (node: Node): string | null => {
  if (node.type === 'AwaitExpression') return 'awaits'
  if (node.type === 'ImportExpression') return 'imports while it runs'
  if (node.type === 'ForOfStatement' && node.await) return 'awaits'
  return 'async' in node && node.async === true ? 'is async' : null
}

/** Whatever a pure file uses of the world outside it: Node's modules, clock, chance, process, network, waiting. */
export const findImpurities = (source: SourceFile): readonly string[] => {
  const imports = listImports(source)
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ specifier, line }) => findingAt(source, line, `imports ${specifier}`))
  const uses = listNodes(source).flatMap((visit) =>
    [
      complainOfName(visit),
      complainOfMember(visit.node),
      complainOfCall(visit.node),
      complainOfWaiting(visit.node),
    ]
      .filter((complaint) => complaint !== null)
      .map((complaint) => findingAt(source, lineOf(visit.node), complaint)),
  )
  return [...imports, ...uses]
}
