import { LogicEngine } from 'json-logic-engine'
import { type LoadPeer, toAnswer } from '../peer.ts'
import type { PeerOperator, PeerRule } from '../peer-rule.ts'

const OPERATOR: Readonly<Record<PeerOperator, string>> = {
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '=': '===',
  '!=': '!==',
}

const toLogic = (rule: PeerRule): object => {
  switch (rule.kind) {
    case 'compare':
      return { [OPERATOR[rule.operator]]: [{ var: rule.variable }, rule.value] }
    case 'member': {
      const isIn = { in: [{ var: rule.variable }, rule.values] }
      return rule.isIn ? isIn : { '!': isIn }
    }
    case 'all':
      return { and: rule.parts.map(toLogic) }
    case 'any':
      return { or: rule.parts.map(toLogic) }
  }
}

/** json-logic-engine with rules compiled by `build`. */
export const loadJsonLogicEngine: LoadPeer = (rules) => {
  const engine = new LogicEngine()
  const functions = rules.map((rule) => engine.build(toLogic(rule)))
  return {
    name: 'json-logic-engine 5.0.7',
    note: 'every rule compiled with build()',
    answerAll: (facts) => functions.map((evaluate) => toAnswer(evaluate(facts))),
    answerOne: (facts, rule) => functions[rule]?.(facts),
  }
}
