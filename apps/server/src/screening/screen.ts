import type { VerdictCounts } from '@huiqi/contract'
import {
  type AmountRange,
  amountOf,
  benefitKey,
  type Combination,
  candidatesOf,
  type Enterprise,
  type PastAward,
  type Situation,
  situationOf,
  stackingRulesOf,
  type Thing,
  type ThingKind,
  usedUpBy,
} from '@huiqi/engine'
import type { EnterpriseAnswers } from '@huiqi/population'
import { combineParts } from './combine-parts.ts'
import type { Entry, ScreeningIndex } from './screening-index.ts'

/** A met entry with what it gives. */
export interface MetEntry extends Entry {
  readonly outcome: 'met'
  readonly amount: AmountRange | null
  /** Past awards that use it up. */
  readonly usedUpBy: readonly PastAward[]
}

/** All measures answered for one enterprise. */
export interface Screening {
  readonly at: ScreeningIndex
  readonly enterprise: Enterprise
  readonly counts: VerdictCounts
  readonly met: readonly MetEntry[]
  readonly open: readonly Entry[]
  readonly held: readonly Entry[]
  readonly withoutThing: readonly number[]
  readonly combination: Combination
  /** Measures with a rule that are not met and cannot become so, made when first asked for. */
  readonly unmet: () => readonly Entry[]
  readonly situationFor: (thing: Thing | null) => Situation
  /** The answers of the index, with the first thing of each kind. */
  readonly answers: EnterpriseAnswers
}

const thingsAt = (
  { things }: Enterprise,
  round: number,
): Readonly<Partial<Record<ThingKind, Thing>>> =>
  Object.fromEntries(
    Object.entries(things).flatMap(([kind, list]) => {
      const thing = list[round]
      return thing === undefined ? [] : [[kind, thing]]
    }),
  )

const roundsOf = ({ things }: Enterprise): number =>
  Math.max(1, ...Object.values(things).map((list) => list.length))

/** The entry of a place in a round: with the thing of that round, or without one where none is known. */
const entryAt = (
  { entries }: ScreeningIndex,
  { things }: Enterprise,
  { place, round }: { readonly place: number; readonly round: number },
): Entry | null => {
  const bare = entries[place]
  if (bare === undefined) throw new RangeError(`no measure ${place}`)
  const { measure } = bare
  const list = measure.about === 'enterprise' ? undefined : things[measure.about]
  if (list === undefined) return round === 0 ? bare : null
  const thing = list[round]
  return thing === undefined ? null : { key: benefitKey({ measure, thing }), place, measure, thing }
}

const entriesOf = (
  at: ScreeningIndex,
  enterprise: Enterprise,
  { places, round }: { readonly places: Iterable<number>; readonly round: number },
): readonly Entry[] => {
  const entries: Entry[] = []
  for (const place of places) {
    const entry = entryAt(at, enterprise, { place, round })
    if (entry !== null) entries.push(entry)
  }
  return entries
}

/** The title is held already, so that it cannot be had again. */
const heldIn = (at: ScreeningIndex, situation: Situation): ReadonlySet<number> =>
  new Set(
    at.titles.filter((place) => {
      const title = at.measures[place]?.benefit?.grants
      const held = situation.resolve(`qualification.${title}`, null)
      return held.kind === 'known' && held.value === true
    }),
  )

const NO_AWARDS: readonly PastAward[] = []

const toMet = ({ key, place, measure, thing }: Entry, situation: Situation): MetEntry => {
  const gives = measure.benefit?.amount ?? null
  const { rulebook, enterprise } = situation
  return {
    ...{ key, place, measure, thing },
    outcome: 'met',
    amount: gives === null ? null : amountOf(situation, gives),
    usedUpBy: enterprise.awards.length === 0 ? NO_AWARDS : usedUpBy(rulebook, measure, situation),
  }
}

const thingsOfKind = ({ things }: Enterprise, kind: ThingKind): number => things[kind]?.length ?? 1

const createSituations = (at: ScreeningIndex, enterprise: Enterprise) => {
  const situations = new Map<Thing | null, Situation>()
  return (thing: Thing | null): Situation => {
    const ready =
      situations.get(thing) ?? situationOf(at.rulebook, enterprise, { clock: at.clock, thing })
    situations.set(thing, ready)
    return ready
  }
}

interface Answered {
  readonly answers: EnterpriseAnswers
  readonly met: readonly Entry[]
  readonly open: readonly Entry[]
}

/** Adds the entries of places with a rule. Most rules are about the enterprise: their entries are ready. */
const addEntries = (
  entries: Entry[],
  at: ScreeningIndex,
  asked: { readonly enterprise: Enterprise; readonly round: number; readonly places: Int32Array },
): void => {
  const { enterprise, round, places } = asked
  for (const place of places) {
    const rule = at.ruleAt(place)
    if (rule === 'none' || (rule === 'own' && round > 0)) continue
    const ready = rule === 'own' ? at.entries[place] : null
    const entry = ready ?? entryAt(at, enterprise, { place, round })
    if (entry !== null) entries.push(entry)
  }
}

/** Asks the index once for each round of things. */
const askIndex = (at: ScreeningIndex, enterprise: Enterprise): Answered => {
  const answers = at.index.open({ enterprise, things: thingsAt(enterprise, 0) })
  const met: Entry[] = []
  const open: Entry[] = []
  for (let round = 0; round < roundsOf(enterprise); round += 1) {
    const here =
      round === 0 ? answers : at.index.open({ enterprise, things: thingsAt(enterprise, round) })
    addEntries(met, at, { enterprise, round, places: here.certain() })
    addEntries(open, at, { enterprise, round, places: here.open() })
  }
  return { answers, met, open }
}

const allWithRule = (at: ScreeningIndex, enterprise: Enterprise): readonly Entry[] =>
  Array.from({ length: roundsOf(enterprise) }, (_, round) => [
    ...(round === 0 ? entriesOf(at, enterprise, { places: at.own, round }) : []),
    ...[...at.byThing.values()].flatMap((places) => entriesOf(at, enterprise, { places, round })),
  ]).flat()

/** Answers every measure for an enterprise, as `matchEnterprise` of the engine does. */
export const screen = (at: ScreeningIndex, enterprise: Enterprise): Screening => {
  const situationFor = createSituations(at, enterprise)
  const { answers, met: allMet, open: allOpen } = askIndex(at, enterprise)
  const titles = heldIn(at, situationFor(null))
  const isFree = ({ place }: Entry): boolean => !titles.has(place)
  const met = allMet.filter(isFree).map((entry) => toMet(entry, situationFor(entry.thing)))
  const open = allOpen.filter(isFree)
  const held = entriesOf(at, enterprise, { places: titles, round: 0 })
  const withoutThing = [...at.byThing].flatMap(([kind, places]) =>
    enterprise.things[kind]?.length === 0 ? places : [],
  )
  const rules = [...at.byThing].reduce(
    (sum, [kind, places]) => sum + places.length * thingsOfKind(enterprise, kind),
    at.own.length,
  )
  const candidates = candidatesOf(met)
  let unmet: readonly Entry[] | null = null
  const findUnmet = (): readonly Entry[] => {
    const others = new Set([...allMet, ...allOpen].map(({ key }) => key))
    return allWithRule(at, enterprise).filter((entry) => isFree(entry) && !others.has(entry.key))
  }
  return {
    at,
    enterprise,
    counts: {
      met: met.length,
      open: open.length,
      unmet: rules - met.length - open.length - held.length,
      held: held.length,
      services: at.services.length,
      'without-text': at.withoutText.length,
      'without-thing': withoutThing.length,
      'not-in-force': at.notInForce.length,
    },
    met,
    open,
    held,
    withoutThing,
    combination: combineParts(candidates, stackingRulesOf(situationFor(null))),
    unmet: () => {
      unmet ??= findUnmet()
      return unmet
    },
    situationFor,
    answers,
  }
}
