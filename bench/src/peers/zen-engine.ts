import { evaluateExpressionSync, ZenEngine } from '@gorules/zen-engine'
import { type LoadPeer, toAnswer } from '../peer.ts'
import type { PeerRule, PeerValue } from '../peer-rule.ts'

const literal = (value: PeerValue): string =>
  typeof value === 'string' ? `'${value}'` : String(value)

const toExpression = (rule: PeerRule): string => {
  switch (rule.kind) {
    case 'compare': {
      const operator = rule.operator === '=' ? '==' : rule.operator
      return `${rule.variable} ${operator} ${literal(rule.value)}`
    }
    case 'member':
      return `${rule.variable} ${rule.isIn ? 'in' : 'not in'} [${rule.values.map(literal).join(', ')}]`
    case 'all':
      return `(${rule.parts.map(toExpression).join(' and ') || 'true'})`
    case 'any':
      return `(${rule.parts.map(toExpression).join(' or ') || 'false'})`
  }
}

const edge = (sourceId: string, targetId: string) => ({
  id: `${sourceId}-${targetId}`,
  type: 'edge',
  sourceId,
  targetId,
})

const graphOf = (expressions: readonly string[]) => ({
  nodes: [
    { id: 'input', type: 'inputNode', name: 'input' },
    {
      id: 'rules',
      type: 'expressionNode',
      name: 'rules',
      content: {
        expressions: expressions.map((value, index) => ({
          id: `e${index}`,
          key: `r${index}`,
          value,
        })),
      },
    },
    { id: 'output', type: 'outputNode', name: 'output' },
  ],
  edges: [edge('input', 'rules'), edge('rules', 'output')],
})

/** zen-engine with one decision of all rules as expressions. */
export const loadZenEngine: LoadPeer = (rules) => {
  const expressions = rules.map(toExpression)
  const decision = new ZenEngine().createDecision(graphOf(expressions))
  return {
    name: '@gorules/zen-engine 0.54.0',
    note: 'one decision with an expression per rule, one evaluate() per enterprise',
    answerAll: async (facts) => {
      const { result } = await decision.evaluate(facts)
      return expressions.map((_, index) => toAnswer(result[`r${index}`]))
    },
    answerOne: (facts, rule) => evaluateExpressionSync(expressions[rule] ?? '', facts),
  }
}
