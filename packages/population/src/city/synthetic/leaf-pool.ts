import {
  type Condition,
  type FactDefinition,
  type Leaf,
  type Measure,
  parseFormula,
  type Reference,
  type Rulebook,
  references,
} from '@huiqi/engine'
import { referenceKey } from './reference-sample.ts'

/** A condition of a real measure that synthetic ones may vary. */
export interface PoolLeaf {
  readonly leaf: Leaf
  readonly key: string
  /** Whether it compares a number with bounds, which may be moved. */
  readonly isNumeric: boolean
}

/** The conditions of one real measure. */
export interface MeasureLeaves {
  readonly measure: Measure
  readonly leaves: readonly PoolLeaf[]
}

const NUMERIC = ['money', 'rate', 'count', 'number']
const ORDER = ['at-least', 'at-most', 'more-than', 'less-than']

const leavesIn = (condition: Condition): readonly Leaf[] => {
  if (condition.kind === 'leaf') return [condition]
  return condition.kind === 'except' ? [] : condition.parts.flatMap(leavesIn)
}

const factsOf = (
  rulebook: Rulebook,
  reference: Reference,
): readonly (FactDefinition | undefined)[] => {
  if (reference.kind === 'fact') return [rulebook.facts.get(reference.fact)]
  const parsed = parseFormula(reference.formula)
  if (!parsed.ok) return [undefined]
  return references(parsed.ast).map(({ name }) => rulebook.facts.get(name))
}

/** Whether it is about the enterprise alone, needs no officer and is no score of many things. */
const mayBeUsed = (rulebook: Rulebook, { reference }: Leaf): boolean =>
  factsOf(rulebook, reference).every(
    (fact) =>
      fact?.subject === 'enterprise' && !fact.isJudgement && fact.derivation?.kind !== 'score',
  )

const typeOf = (rulebook: Rulebook, reference: Reference): string | undefined =>
  reference.kind === 'formula' ? reference.type : rulebook.facts.get(reference.fact)?.type

const toPoolLeaf = (rulebook: Rulebook, leaf: Leaf): PoolLeaf => {
  const hasBounds = leaf.tests.every(({ word }) => ORDER.includes(word))
  const isNumeric = hasBounds && NUMERIC.includes(typeOf(rulebook, leaf.reference) ?? '')
  return { leaf, key: referenceKey(leaf.reference), isNumeric }
}

/** The real measures that have a rule about the enterprise, with the conditions that can be varied. */
export const collectLeaves = (rulebook: Rulebook): readonly MeasureLeaves[] =>
  rulebook.corpus.measures.flatMap((measure) => {
    if (measure.eligible === null) return []
    const leaves = leavesIn(measure.eligible)
      .filter((leaf) => mayBeUsed(rulebook, leaf))
      .map((leaf) => toPoolLeaf(rulebook, leaf))
    return leaves.length === 0 ? [] : [{ measure, leaves }]
  })
