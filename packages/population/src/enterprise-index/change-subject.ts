import type { Facts, Need, Rulebook, StatedValue, ThingKind } from '@huiqi/engine'
import type { EnterpriseWithThings } from './enterprise-facts.ts'

/** A value stated anew, or null to take it back. */
export type Restated = Pick<StatedValue, 'value'> | null

const changeFacts = (facts: Facts, { fact, year }: Need, stated: Restated): Facts => {
  const others = (facts[fact] ?? []).filter((entry) => year !== null && entry.year !== year)
  const fresh = stated === null ? [] : [{ value: stated.value, year, source: null, grade: null }]
  return { ...facts, [fact]: [...others, ...fresh] }
}

/** The kind of thing that a fact is about; null for facts of the enterprise itself. */
export const thingKindOf = ({ facts }: Rulebook, fact: string): ThingKind | null => {
  const subject = facts.get(fact)?.subject ?? 'enterprise'
  return subject === 'enterprise' ? null : subject
}

/** The need as measures know it: facts without a period are asked for without a year. */
export const plainNeed = ({ facts }: Rulebook, need: Need): Need =>
  facts.get(need.fact)?.period === 'year' ? need : { fact: need.fact, year: null }

/** The enterprise with one fact stated anew; a thing that there was not yet comes into being with its first fact. */
export const changeSubject = (
  rulebook: Rulebook,
  subject: EnterpriseWithThings,
  { need, stated }: { readonly need: Need; readonly stated: Restated },
): EnterpriseWithThings => {
  const kind = thingKindOf(rulebook, need.fact)
  const { enterprise, things } = subject
  if (kind === null) {
    const facts = changeFacts(enterprise.facts, need, stated)
    return { enterprise: { ...enterprise, facts }, things }
  }
  if (things[kind] === undefined && stated === null) return subject
  const thing = things[kind] ?? { id: kind, name: '', facts: {} }
  const changed = { ...thing, facts: changeFacts(thing.facts, need, stated) }
  return { enterprise, things: { ...things, [kind]: changed } }
}
