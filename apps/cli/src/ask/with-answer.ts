import type { Asked, Enterprise, Facts, Scalar, Thing, ThingKind } from '@huiqi/engine'

/** What a person answered: a value for a fact, or the name of a thing; null says there is none. */
export interface Answer {
  readonly kind: 'answer'
  readonly value: Scalar | null
}

const SELF_DECLARED = { source: 'self', grade: 'D' } as const

const withThing = (enterprise: Enterprise, kind: ThingKind, name: string | null): Enterprise => {
  const things = enterprise.things[kind] ?? []
  const id = `${kind}-${things.length + 1}`
  const added = name === null ? things : [...things, { id, name: name || id, facts: {} }]
  return { ...enterprise, things: { ...enterprise.things, [kind]: added } }
}

const withFact = (facts: Facts, fact: string, stated: Facts[string]): Facts => ({
  ...facts,
  [fact]: [...(facts[fact] ?? []), ...stated],
})

const withThingFact = (
  enterprise: Enterprise,
  thing: Thing,
  change: (facts: Facts) => Facts,
): Enterprise => {
  const kinds = Object.entries(enterprise.things).map(([kind, list]) => [
    kind,
    list.map((each) => (each.id === thing.id ? { ...each, facts: change(each.facts) } : each)),
  ])
  return { ...enterprise, things: Object.fromEntries(kinds) }
}

/** The enterprise with one more answer, self-declared. */
export const withAnswer = (enterprise: Enterprise, asked: Asked, answer: Answer): Enterprise => {
  if (asked.kind === 'things') {
    return withThing(enterprise, asked.of, answer.value === null ? null : String(answer.value))
  }
  if (answer.value === null) return enterprise
  const { fact, year } = asked.need
  const stated = [{ value: answer.value, year, ...SELF_DECLARED }]
  const change = (facts: Facts): Facts => withFact(facts, fact, stated)
  return asked.thing === null
    ? { ...enterprise, facts: change(enterprise.facts) }
    : withThingFact(enterprise, asked.thing, change)
}
