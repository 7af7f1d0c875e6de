import type { MeasureDetail, Named } from '@huiqi/contract'
import type { Measure, Rulebook } from '@huiqi/engine'
import { summaryOf } from '../measure-summary.ts'
import { factsAsked } from '../measure-traits.ts'
import type { Telling } from './conditions.ts'

interface Relations {
  readonly replacedBy: ReadonlyMap<string, readonly string[]>
  readonly withFact: ReadonlyMap<string, readonly number[]>
  readonly inInstrument: ReadonlyMap<string, readonly Measure[]>
  /** Filled as measures are asked for. */
  readonly alikeTo: WeakMap<Measure, readonly Measure[]>
}

const grouped = <Key, Value>(
  pairs: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, readonly Value[]> => {
  const groups = new Map<Key, Value[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key) ?? []
    group.push(value)
    groups.set(key, group)
  }
  return groups
}

const relationsIn = ({ corpus: { measures } }: Rulebook): Relations => ({
  replacedBy: grouped(
    measures.flatMap(({ id, replaces }) => replaces.map((old) => [old, id] as const)),
  ),
  withFact: grouped(
    measures.flatMap(({ eligible }, place) =>
      [...new Set(factsAsked(eligible))].map((fact) => [fact, place] as const),
    ),
  ),
  inInstrument: grouped(measures.map((measure) => [measure.instrument, measure] as const)),
  alikeTo: new WeakMap(),
})

const made = new WeakMap<Rulebook, Relations>()

const relationsOf = (rulebook: Rulebook): Relations => {
  const relations = made.get(rulebook) ?? relationsIn(rulebook)
  made.set(rulebook, relations)
  return relations
}

/** Measures by name. */
export const namedMeasures = ({ measures }: Rulebook, ids: readonly string[]): Named[] =>
  ids.map((id) => ({ id, name: measures.get(id)?.name ?? { zh: id, en: id } }))

/** The measures that replace one. */
export const replacementsOf = (rulebook: Rulebook, { id }: Measure): Named[] =>
  namedMeasures(rulebook, relationsOf(rulebook).replacedBy.get(id) ?? [])

const AT_MOST = 4
const LEAST_ALIKE = 2

const findAlike = (rulebook: Rulebook, measure: Measure): readonly Measure[] => {
  const { withFact } = relationsOf(rulebook)
  const { measures } = rulebook.corpus
  const scores = new Float64Array(measures.length)
  for (const fact of new Set(factsAsked(measure.eligible))) {
    const places = withFact.get(fact) ?? []
    const worth = Math.log(measures.length / Math.max(1, places.length))
    for (const place of places) scores[place] = (scores[place] ?? 0) + worth
  }
  const best: { readonly place: number; readonly score: number }[] = []
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0
    if (score < LEAST_ALIKE || score <= (best[AT_MOST - 1]?.score ?? 0)) continue
    if (measures[place]?.instrument === measure.instrument) continue
    best.push({ place, score })
    best.sort((a, b) => b.score - a.score || a.place - b.place)
    best.length = Math.min(best.length, AT_MOST)
  }
  return best.flatMap(({ place }) => measures[place] ?? [])
}

/** Other measures by what their conditions share, rare facts counting more; looked for once. */
const alike = ({ rulebook }: Telling, measure: Measure): readonly Measure[] => {
  const { alikeTo } = relationsOf(rulebook)
  const found = alikeTo.get(measure) ?? findAlike(rulebook, measure)
  alikeTo.set(measure, found)
  return found
}

const beside = ({ rulebook }: Telling, measure: Measure): readonly Measure[] => {
  const near: Measure[] = []
  const far: Measure[] = []
  for (const other of relationsOf(rulebook).inInstrument.get(measure.instrument) ?? []) {
    if (near.length === AT_MOST) break
    if (other.id === measure.id) continue
    const list = other.provision === measure.provision ? near : far
    if (list.length < AT_MOST) list.push(other)
  }
  return [...near, ...far].slice(0, AT_MOST)
}

/** Measures that somebody who reads this one may want: of the same text, and those alike. */
export const relatedTo = (telling: Telling, measure: Measure): MeasureDetail['related'] => {
  const shown = (why: 'same-instrument' | 'alike') => (other: Measure) => ({
    why,
    measure: summaryOf(telling.rulebook, other, telling.day),
  })
  return [
    ...beside(telling, measure).map(shown('same-instrument')),
    ...alike(telling, measure).map(shown('alike')),
  ]
}
