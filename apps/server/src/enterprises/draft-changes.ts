import type { ThingKind } from '@huiqi/contract'
import {
  type Enterprise,
  type Facts,
  type PastAward,
  type Scalar,
  THING_KINDS,
  type Thing,
} from '@huiqi/engine'
import type { ThingRow } from './file-repository.ts'
import type { EnterpriseFile, FactOnFile } from './load-file.ts'
import { toFactValue } from './scalar-json.ts'

/** A value that a document states otherwise than the file. */
export interface ValueChange {
  readonly fact: string
  readonly year: number | null
  readonly thing: ThingOfDraft | null
  readonly from: Scalar | null
  readonly to: Scalar
}

/** A thing of a document: one that the file has, or a new one. */
export interface ThingOfDraft {
  readonly kind: ThingKind
  readonly name: string
  /** Null: it is new. */
  readonly id: string | null
  /** Its place among the things of the document. */
  readonly place: number
}

/** What a document would change. */
export interface DraftChanges {
  readonly values: readonly ValueChange[]
  readonly things: readonly ThingOfDraft[]
  readonly awards: readonly PastAward[]
  readonly absent: readonly ThingKind[]
}

const placeOf = (fact: string, year: number | null, thing: string | null): string =>
  `${fact} ${year} ${thing}`

const changesIn = (
  facts: Facts,
  thing: ThingOfDraft | null,
  held: ReadonlyMap<string, FactOnFile>,
): readonly ValueChange[] =>
  Object.entries(facts).flatMap(([fact, values]) =>
    values.flatMap(({ year, value }) => {
      const isNew = thing !== null && thing.id === null
      const before = isNew ? undefined : held.get(placeOf(fact, year, thing?.id ?? null))
      const from = before?.current.value ?? null
      if (from !== null && toFactValue(from) === toFactValue(value)) return []
      return [{ fact, year, thing, from, to: value }]
    }),
  )

/** The thing of the file that a thing of a document means: by its id, else by its name. */
const matchThing = (
  things: readonly ThingRow[],
  kind: ThingKind,
  { id, name }: Thing,
): string | null => {
  const alike = things.filter((thing) => thing.kind === kind)
  const found = alike.find((thing) => thing.id === id) ?? alike.find((thing) => thing.name === name)
  return found?.id ?? null
}

/** Compares a document with the file: values that are the same, whoever stated them, are no change. */
export const compareDraft = (file: EnterpriseFile, document: Enterprise): DraftChanges => {
  const held = new Map(
    file.facts.map((fact) => [placeOf(fact.fact, fact.year, fact.thing), fact] as const),
  )
  const stated = THING_KINDS.flatMap((kind) =>
    (document.things[kind] ?? []).map((thing) => ({ kind, thing })),
  ).map(({ kind, thing }, place) => ({
    facts: thing.facts,
    thing: { kind, name: thing.name, id: matchThing(file.things, kind, thing), place },
  }))
  const known = new Set(file.enterprise.awards.map(({ measure, on }) => `${measure} ${on}`))
  return {
    values: [
      ...changesIn(document.facts, null, held),
      ...stated.flatMap(({ facts, thing }) => changesIn(facts, thing, held)),
    ],
    things: stated.flatMap(({ thing }) => (thing.id === null ? [thing] : [])),
    awards: document.awards.filter(({ measure, on }) => !known.has(`${measure} ${on}`)),
    absent: THING_KINDS.filter(
      (kind) =>
        document.things[kind]?.length === 0 &&
        !file.absent.includes(kind) &&
        !file.things.some((thing) => thing.kind === kind),
    ),
  }
}
