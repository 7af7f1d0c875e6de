import type { Condition, Measure, Rulebook } from '@huiqi/engine'
import { findReachedFacts } from '../city/reached-facts.ts'
import type { Table } from '../table.ts'

const NO_WORDS = { zh: '', en: '' }

/** A measure that looks at some facts. */
const asking = (facts: readonly string[]): readonly Condition[] =>
  facts.map((fact) => ({
    kind: 'leaf',
    path: '',
    provision: '',
    says: NO_WORDS,
    reference: { kind: 'fact', fact, year: null },
    tests: [],
  }))

/** A measure that looks at some more facts than its own. */
export const withFacts = (measure: Measure, facts: readonly string[]): Measure => {
  const own = measure.eligible === null ? [] : [measure.eligible]
  const parts = [...own, ...asking(facts)]
  const all = { kind: 'all', path: '', provision: '', says: NO_WORDS, parts } as const
  return { ...measure, eligible: all }
}

/**
 * The table with only the columns that a measure, or one of the facts named, can look at. Columns that
 * state derived facts stay.
 */
export const narrowTable = (
  table: Table,
  rulebook: Rulebook,
  { measure, facts = [] }: { readonly measure: Measure; readonly facts?: readonly string[] },
): Table => {
  const { corpus } = rulebook
  const measures = [withFacts(measure, facts)]
  const reached = findReachedFacts({ ...rulebook, corpus: { ...corpus, measures } })
  const isOfThing = (fact: string): boolean =>
    measure.about !== 'enterprise' && rulebook.facts.get(fact)?.subject === measure.about
  const columns = table.columns.filter(
    ({ fact }) =>
      reached.has(fact) || isOfThing(fact) || rulebook.facts.get(fact)?.derivation !== null,
  )
  return { ...table, columns }
}
