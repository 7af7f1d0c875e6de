import type { Expression, FeelReference, MembershipTest } from './feel-ast.ts'

const operandsOfTest = (test: MembershipTest): readonly Expression[] =>
  test.kind === 'relation' ? [test.operand] : [test.from, test.to]

const operandsOf = (node: Expression): readonly Expression[] => {
  switch (node.kind) {
    case 'literal':
    case 'reference':
      return []
    case 'negation':
    case 'not':
      return [node.operand]
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right]
    case 'membership':
      return [node.operand, ...node.tests.flatMap(operandsOfTest)]
    case 'choice':
      return [node.condition, node.consequent, node.alternative]
    case 'call':
      return node.args
  }
}

const collect = (node: Expression, found: Map<string, FeelReference>): void => {
  if (node.kind === 'reference') {
    const { name, yearOffset } = node
    const key = yearOffset === null ? name : `${name} ${yearOffset.base} ${yearOffset.n}`
    if (!found.has(key)) found.set(key, { name, yearOffset })
  }
  for (const operand of operandsOf(node)) collect(operand, found)
}

/**
 * Every name as written, each name and year once, in the order of the text; a bare name has no year
 * here, since only an environment tells whether it is yearly.
 */
export const references = (ast: Expression): readonly FeelReference[] => {
  const found = new Map<string, FeelReference>()
  collect(ast, found)
  return [...found.values()]
}
