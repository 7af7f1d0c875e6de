import type { Amount, Condition, Corpus, Guard, Measure, Reference } from '@huiqi/engine'
import { type Draft, reportOn } from '../lower/draft.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { namesInClassTable, namesInScoreTable } from './derivations.ts'
import { namesInFormula } from './formula-names.ts'

/** The left-hand sides of a condition. */
export const referencesIn = (condition: Condition): readonly Reference[] =>
  condition.kind === 'leaf' ? [condition.reference] : condition.parts.flatMap(referencesIn)

const referencesOfGuards = (guards: readonly Guard[]): readonly Reference[] =>
  guards.map(({ reference }) => reference)

/** The left-hand sides of an amount; formulas of amounts stand as references of type money. */
export const referencesInAmount = (amount: Amount): readonly Reference[] => {
  switch (amount.kind) {
    case 'rate':
      return [amount.of]
    case 'per-unit':
      return [amount.units]
    case 'formula':
      return [{ kind: 'formula', formula: amount.formula, type: 'money', unit: null }]
    case 'first':
      return amount.bands.flatMap((band) => [
        ...referencesOfGuards(band.guards),
        ...referencesInAmount(band.amount),
      ])
    case 'limited':
    case 'at-most':
    case 'at-least':
      return referencesInAmount(amount.amount)
    default:
      return []
  }
}

/** Every left-hand side of a measure. */
export const referencesOf = ({ eligible, benefit }: Measure): readonly Reference[] => [
  ...(eligible === null ? [] : referencesIn(eligible)),
  ...(benefit?.amount == null ? [] : referencesInAmount(benefit.amount)),
]

const usedNames = (corpus: Corpus, vocabulary: Vocabulary): ReadonlySet<string> => {
  const references = corpus.measures.flatMap(referencesOf)
  const names = references.flatMap((reference) =>
    reference.kind === 'fact'
      ? [reference.fact]
      : namesInFormula(vocabulary, reference.formula, 'point').map(({ name }) => name),
  )
  const derived = corpus.facts.flatMap(({ derivation, period }) =>
    derivation?.kind === 'formula'
      ? namesInFormula(vocabulary, derivation.formula, period).map(({ name }) => name)
      : [],
  )
  return new Set([
    ...names,
    ...derived,
    ...corpus.classTables.flatMap((table) => namesInClassTable(vocabulary, table)),
    ...corpus.scoreTables.flatMap((table) => namesInScoreTable(vocabulary, table, null)),
    ...corpus.ladders.flatMap(({ rungs }) => rungs.map(({ held }) => held)),
  ])
}

/** Warns of facts that no rule, table, derivation or ladder reads; the facts of titles are exempt. */
export const checkUsage = (draft: Draft & { readonly vocabulary: Vocabulary }): void => {
  const used = usedNames(draft.corpus, draft.vocabulary)
  for (const { id } of draft.corpus.facts) {
    if (used.has(id) || id.startsWith('qualification.')) continue
    reportOn(
      draft,
      'fact',
      id,
    )({ code: 'fact.unused', path: [], params: { fact: id }, target: 'key' })
  }
}
