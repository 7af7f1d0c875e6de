import { evaluate } from 'feelin'
import { type LoadPeer, toAnswer } from '../peer.ts'
import type { PeerRule, PeerValue } from '../peer-rule.ts'

const literal = (value: PeerValue): string =>
  typeof value === 'string' ? `"${value}"` : String(value)

const toFeel = (rule: PeerRule): string => {
  switch (rule.kind) {
    case 'compare':
      return `${rule.variable} ${rule.operator} ${literal(rule.value)}`
    case 'member': {
      const isIn = `list contains([${rule.values.map(literal).join(', ')}], ${rule.variable})`
      return rule.isIn ? isIn : `not(${isIn})`
    }
    case 'all':
      return `(${rule.parts.map(toFeel).join(' and ') || 'true'})`
    case 'any':
      return `(${rule.parts.map(toFeel).join(' or ') || 'false'})`
  }
}

/** feelin, which has no way to keep a parsed expression. */
export const loadFeelin: LoadPeer = (rules) => {
  const expressions = rules.map(toFeel)
  return {
    name: 'feelin 8.2.0',
    note: 'evaluate() parses the text each time; there is no other way in',
    answerAll: (facts) => expressions.map((text) => toAnswer(evaluate(text, { ...facts }).value)),
    answerOne: (facts, rule) => evaluate(expressions[rule] ?? '', { ...facts }).value,
  }
}
