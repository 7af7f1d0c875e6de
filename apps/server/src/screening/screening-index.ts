import type { IsoDate } from '@huiqi/domain'
import type { Clock, Measure, Rulebook, ThingKind } from '@huiqi/engine'
import { buildEnterpriseIndex, compilePopulation, type EnterpriseIndex } from '@huiqi/population'

/** All measures of a rulebook on one day, ready to answer enterprise after enterprise. */
export interface ScreeningIndex {
  readonly rulebook: Rulebook
  readonly day: IsoDate
  readonly clock: Clock
  readonly measures: readonly Measure[]
  readonly index: EnterpriseIndex
  /** Places of the measures with a rule, by what they are about. */
  readonly own: readonly number[]
  readonly byThing: ReadonlyMap<ThingKind, readonly number[]>
  /** Places of the measures that grant a title. */
  readonly titles: readonly number[]
  readonly services: readonly number[]
  readonly withoutText: readonly number[]
  readonly notInForce: readonly number[]
}

const build = (rulebook: Rulebook, day: IsoDate): ScreeningIndex => {
  const clock = { asOf: day, submittedOn: day }
  const { measures } = rulebook.corpus
  const program = compilePopulation(measures, { rulebook, clock })
  const placesWhere = (holds: (place: number) => boolean): readonly number[] =>
    [...measures.keys()].filter(holds)
  const statusAt = (place: number) => program.measures[place]?.status
  const rules = placesWhere((place) => statusAt(place) === 'rule')
  const isService = (place: number) => measures[place]?.delivery === 'service'
  const byThing = new Map<ThingKind, number[]>()
  for (const place of rules) {
    const about = measures[place]?.about ?? 'enterprise'
    if (about !== 'enterprise') byThing.set(about, [...(byThing.get(about) ?? []), place])
  }
  return {
    rulebook,
    day,
    clock,
    measures,
    index: buildEnterpriseIndex(program),
    own: rules.filter((place) => measures[place]?.about === 'enterprise'),
    byThing,
    titles: rules.filter((place) => (measures[place]?.benefit?.grants ?? null) !== null),
    services: placesWhere((place) => statusAt(place) === 'without-rule' && isService(place)),
    withoutText: placesWhere((place) => statusAt(place) === 'without-rule' && !isService(place)),
    notInForce: placesWhere((place) => statusAt(place) === 'not-in-force'),
  }
}

const built = new WeakMap<Rulebook, ScreeningIndex>()

/** The index of a rulebook on a day; the one of the last day asked for is kept and shared. */
export const screeningIndexOf = (rulebook: Rulebook, day: IsoDate): ScreeningIndex => {
  const known = built.get(rulebook)
  if (known?.day === day) return known
  const made = build(rulebook, day)
  built.set(rulebook, made)
  return made
}
