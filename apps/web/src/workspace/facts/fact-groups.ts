import type { components } from '@huiqi/client'

/** A fact of a file. */
export type HeldFact = components['schemas']['HeldFact']

/** Facts that belong together: of the enterprise, by year, its titles, or one of its things. */
export interface FactGroup {
  readonly id: string
  readonly kind: 'basics' | 'years' | 'titles' | 'thing'
  /** For things. */
  readonly thing: HeldFact['thing']
  readonly facts: readonly HeldFact[]
}

const groupOf = ({ fact, year, thing }: HeldFact): Omit<FactGroup, 'facts'> => {
  if (thing !== null) return { id: thing.id, kind: 'thing', thing }
  const kind = fact.startsWith('qualification.') ? 'titles' : year === null ? 'basics' : 'years'
  return { id: kind, kind, thing: null }
}

const ORDER: readonly FactGroup['kind'][] = ['basics', 'years', 'titles', 'thing']

/** The facts in groups: the basics first, then figures by year, titles, and the things one by one. */
export const groupFacts = (facts: readonly HeldFact[]): readonly FactGroup[] => {
  const groups = new Map<string, FactGroup>()
  for (const fact of facts) {
    const made = groupOf(fact)
    const before = groups.get(made.id)?.facts ?? []
    groups.set(made.id, { ...made, facts: [...before, fact] })
  }
  return [...groups.values()].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** Whether a fact has the text in its name or its id. */
export const hasText = ({ name, fact }: HeldFact, text: string): boolean => {
  const wanted = text.toLowerCase()
  return [name.zh, name.en, fact].some((part) => part.toLowerCase().includes(wanted))
}

/** What tells a fact of a file from the others. */
export const keyOf = ({ fact, year, thing }: HeldFact): string =>
  [fact, year ?? '', thing?.id ?? ''].join(' ')
