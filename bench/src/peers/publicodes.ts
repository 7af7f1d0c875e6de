import Engine, { type Rule } from 'publicodes'
import { type LoadPeer, toAnswer } from '../peer.ts'
import type { PeerFacts, PeerRule, PeerValue } from '../peer-rule.ts'

const literal = (value: PeerValue): string => {
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'string' ? `'${value}'` : String(value)
}

type RawRule = Omit<Rule, 'nom'>

/** A rule in publicodes: an expression, or a list of which all or one must hold. */
type Publicode = string | { readonly [mechanism: string]: readonly Publicode[] }

const toPublicode = (rule: PeerRule): Publicode => {
  switch (rule.kind) {
    case 'compare':
      return `${rule.variable} ${rule.operator} ${literal(rule.value)}`
    case 'member': {
      const operator = rule.isIn ? '=' : '!='
      const each = rule.values.map((value) => `${rule.variable} ${operator} ${literal(value)}`)
      return { [rule.isIn ? 'une de ces conditions' : 'toutes ces conditions']: each }
    }
    case 'all':
      return { 'toutes ces conditions': rule.parts.map(toPublicode) }
    case 'any':
      return { 'une de ces conditions': rule.parts.map(toPublicode) }
  }
}

const silent = { log: () => null, warn: () => null, error: () => null }

/** publicodes with all rules in one engine. */
export const loadPublicodes: LoadPeer = (rules, variables) => {
  const names = rules.map((_, index) => `r${index}`)
  const facts = variables.map((name): [string, RawRule] => [name, { titre: name }])
  const formulas = rules.map((rule, index): [string, RawRule] => [
    `r${index}`,
    { valeur: toPublicode(rule) },
  ])
  const engine = new Engine(Object.fromEntries([...facts, ...formulas]), { logger: silent })
  const situationOf = (given: PeerFacts): Record<string, string> =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, literal(value)]))
  const evaluateRule = (name: string): unknown => engine.evaluate(name).nodeValue
  return {
    name: 'publicodes 1.10.3',
    note: 'one engine, setSituation() per enterprise, evaluate() per rule',
    answerAll: (given) => {
      engine.setSituation(situationOf(given))
      return names.map((name) => toAnswer(evaluateRule(name)))
    },
    answerOne: (given, rule) => {
      engine.setSituation(situationOf(given))
      return evaluateRule(`r${rule}`)
    },
  }
}
