import { yearOf } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import { findReachedFacts } from '../city/reached-facts.ts'
import type { Grouping } from '../compile/grouping.ts'
import type { Rules } from '../compile/program.ts'
import { withFacts } from '../simulation/narrow-table.ts'
import { type Column, columnKey } from '../table.ts'

const factsOf = ({ rulebook }: Rules, groupings: readonly Grouping[]): readonly string[] =>
  groupings.flatMap((grouping) => {
    if (grouping.kind !== 'ladder') return [grouping.fact]
    const ladder = rulebook.corpus.ladders.find(({ id }) => id === grouping.ladder)
    return ladder?.rungs.map(({ held }) => held) ?? []
  })

/**
 * Tells the columns that measures and groupings may look at on a day. Columns that state derived facts
 * are among them, and every column about a kind of thing that a measure is about.
 */
export const neededColumns = (
  measures: readonly Measure[],
  rules: Rules,
  groupings: readonly Grouping[] = [],
): ((column: Pick<Column, 'fact' | 'year'>) => boolean) => {
  const { rulebook, clock } = rules
  const [first, ...others] = measures
  const asked = factsOf(rules, groupings)
  const asking = first === undefined ? [] : [withFacts(first, asked), ...others]
  const reached = findReachedFacts({
    ...rulebook,
    corpus: { ...rulebook.corpus, measures: asking },
  })
  const wanted = new Set<string>()
  for (const [fact, years] of reached) {
    if (years.size === 0) wanted.add(fact)
    for (const ago of years) {
      wanted.add(columnKey({ fact, year: yearOf(clock.submittedOn) - ago }))
    }
  }
  const subjects = new Set(measures.map(({ about }) => about))
  return (column) => {
    const definition = rulebook.facts.get(column.fact)
    if (wanted.has(column.fact) || wanted.has(columnKey(column))) return true
    if (definition === undefined) return false
    const isOfThing = definition.subject !== 'enterprise' && subjects.has(definition.subject)
    return isOfThing || definition.derivation !== null
  }
}
