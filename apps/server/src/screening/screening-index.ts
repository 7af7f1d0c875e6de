import type { IsoDate } from '@huiqi/domain'
import {
  benefitKey,
  type Clock,
  type Measure,
  type Rulebook,
  type Thing,
  type ThingKind,
} from '@huiqi/engine'
import {
  buildingEnterpriseIndex,
  compilingPopulation,
  type EnterpriseIndex,
} from '@huiqi/population'
import { inSlices, type Steps } from '../platform/in-slices.ts'

/** One measure for the enterprise or one of its things. */
export interface Entry {
  readonly key: string
  readonly place: number
  readonly measure: Measure
  readonly thing: Thing | null
}

/** All measures of a rulebook on one day, ready to answer enterprise after enterprise. */
export interface ScreeningIndex {
  readonly rulebook: Rulebook
  readonly day: IsoDate
  readonly clock: Clock
  readonly measures: readonly Measure[]
  /** Each measure without a thing. */
  readonly entries: readonly Entry[]
  /** Whether a measure has a rule, and whether that is about the enterprise itself. */
  readonly ruleAt: (place: number) => 'none' | 'own' | 'of-thing'
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

const RULES = ['none', 'own', 'of-thing'] as const

function* building(rulebook: Rulebook, day: IsoDate): Steps<ScreeningIndex> {
  const clock = { asOf: day, submittedOn: day }
  const { measures } = rulebook.corpus
  const program = yield* compilingPopulation(measures, { rulebook, clock })
  const index = yield* buildingEnterpriseIndex(program)
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
  const ruled = new Uint8Array(measures.length)
  for (const place of rules) ruled[place] = measures[place]?.about === 'enterprise' ? 1 : 2
  return {
    rulebook,
    day,
    clock,
    measures,
    entries: measures.map((measure, place) => ({
      key: benefitKey({ measure, thing: null }),
      place,
      measure,
      thing: null,
    })),
    ruleAt: (place) => RULES[ruled[place] ?? 0] ?? 'none',
    index,
    own: rules.filter((place) => measures[place]?.about === 'enterprise'),
    byThing,
    titles: rules.filter((place) => (measures[place]?.benefit?.grants ?? null) !== null),
    services: placesWhere((place) => statusAt(place) === 'without-rule' && isService(place)),
    withoutText: placesWhere((place) => statusAt(place) === 'without-rule' && !isService(place)),
    notInForce: placesWhere((place) => statusAt(place) === 'not-in-force'),
  }
}

/** Today and tomorrow. */
const DAYS = 2

const built = new WeakMap<Rulebook, Map<IsoDate, Promise<ScreeningIndex>>>()

/**
 * The index of a rulebook on a day, built in slices when first asked for; those of the last two days asked
 * for are kept and shared.
 */
export const screeningIndexOf = (rulebook: Rulebook, day: IsoDate): Promise<ScreeningIndex> => {
  const shelf = built.get(rulebook) ?? new Map<IsoDate, Promise<ScreeningIndex>>()
  built.set(rulebook, shelf)
  const index = shelf.get(day) ?? inSlices(building(rulebook, day))
  shelf.delete(day)
  shelf.set(day, index)
  for (const oldest of shelf.keys()) {
    if (shelf.size <= DAYS) break
    shelf.delete(oldest)
  }
  return index
}
