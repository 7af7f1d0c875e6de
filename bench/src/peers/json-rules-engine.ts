import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import { type LoadPeer, toAnswer } from '../peer.ts'
import type { PeerFacts, PeerOperator, PeerRule } from '../peer-rule.ts'

const OPERATOR: Readonly<Record<PeerOperator, string>> = {
  '>=': 'greaterThanInclusive',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '<': 'lessThan',
  '=': 'equal',
  '!=': 'notEqual',
}

const toCondition = (rule: PeerRule): NestedCondition => {
  switch (rule.kind) {
    case 'compare':
      return { fact: rule.variable, operator: OPERATOR[rule.operator], value: rule.value }
    case 'member':
      return { fact: rule.variable, operator: rule.isIn ? 'in' : 'notIn', value: [...rule.values] }
    case 'all':
      return { all: rule.parts.map(toCondition) }
    case 'any':
      return { any: rule.parts.map(toCondition) }
  }
}

const toTopLevel = (rule: PeerRule): TopLevelCondition =>
  rule.kind === 'any'
    ? { any: rule.parts.map(toCondition) }
    : { all: (rule.kind === 'all' ? rule.parts : [rule]).map(toCondition) }

const engineOf = (rules: readonly PeerRule[], allowUndefinedFacts: boolean): Engine =>
  new Engine(
    rules.map((rule, index) => ({
      conditions: toTopLevel(rule),
      event: { type: 'met', params: { index } },
    })),
    { allowUndefinedFacts },
  )

const indexesMet = async (engine: Engine, facts: PeerFacts): Promise<ReadonlySet<number>> => {
  const { events } = await engine.run({ ...facts })
  return new Set(events.map(({ params }) => Number(params?.index)))
}

const load =
  (name: string, note: string, allowUndefinedFacts: boolean): LoadPeer =>
  (rules) => {
    const engine = engineOf(rules, allowUndefinedFacts)
    const singles = new Map<number, Engine>()
    const singleFor = (index: number): Engine => {
      const single =
        singles.get(index) ?? engineOf(rules.slice(index, index + 1), allowUndefinedFacts)
      singles.set(index, single)
      return single
    }
    return {
      name,
      note,
      answerAll: async (facts) => {
        const met = await indexesMet(engine, facts)
        return rules.map((_, index) => toAnswer(met.has(index)))
      },
      answerOne: async (facts, rule) => (await indexesMet(singleFor(rule), facts)).size > 0,
    }
  }

/** json-rules-engine as it comes: an undefined fact is an error. */
export const loadJsonRulesEngine = load(
  'json-rules-engine 7.3.1',
  'one engine with all rules, one run() per enterprise',
  false,
)

/** json-rules-engine with `allowUndefinedFacts`. */
export const loadLenientJsonRulesEngine = load(
  'json-rules-engine 7.3.1, allowUndefinedFacts',
  'the same with the option allowUndefinedFacts',
  true,
)
