import type { FacetValue, MeasureFacets, MeasureFilter } from '@huiqi/contract'
import { type Bilingual, yuanToFen } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { type Bits, countBits, countingIn, placesIn } from './search/bits.ts'
import {
  type Dimension,
  placesFrom,
  type Selection,
  selectMeasures,
  without,
} from './select-measures.ts'
import { countValues } from './trait-lists.ts'
import type { Trait } from './traits.ts'

type NameOf = (id: string) => Bilingual | null

const YUAN_STEPS = [10_000n, 100_000n, 500_000n, 1_000_000n, 5_000_000n, 10_000_000n]

const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || (a.id < b.id ? -1 : 1)

const ranked = (counts: Iterable<readonly [string, number]>, nameOf: NameOf): FacetValue[] =>
  [...counts]
    .filter(([, count]) => count > 0)
    .map(([id, count]) => ({ id, name: nameOf(id), count }))
    .toSorted(byCount)

const namesOfCodes = (rulebook: Rulebook, fact: string): NameOf => {
  const list = rulebook.codeLists.get(rulebook.facts.get(fact)?.codes ?? '')?.list
  const names = new Map(list?.codes.map(({ code, name }) => [code, name]))
  return (id) => names.get(id) ?? null
}

const makeNamers = (rulebook: Rulebook): Readonly<Record<Trait, NameOf>> => {
  const agencies = new Map(rulebook.corpus.agencies.map(({ id, name }) => [id, name]))
  return {
    agency: (id) => agencies.get(id) ?? null,
    instrument: (id) => rulebook.instruments.get(id)?.name ?? null,
    title: (id) => rulebook.qualifications.get(id)?.name ?? null,
    district: namesOfCodes(rulebook, 'enterprise.district'),
    industry: namesOfCodes(rulebook, 'enterprise.industry'),
    kind: () => null,
    delivery: () => null,
    about: () => null,
  }
}

const made = new WeakMap<Rulebook, ReturnType<typeof makeNamers>>()

const namers = (rulebook: Rulebook): ReturnType<typeof makeNamers> => {
  const names = made.get(rulebook) ?? makeNamers(rulebook)
  made.set(rulebook, names)
  return names
}

const placesAtStep = ({ day }: Selection, fen: number): Bits => {
  const places = day.amounts.get(fen) ?? placesFrom(day, fen)
  day.amounts.set(fen, places)
  return places
}

/** What is counted in the list as it would be without a part of its filter. */
const createCounts = (selection: Selection) => {
  const { catalogue, day, places, parts } = selection
  const whole = placesIn(places)
  const countWhole = countingIn(places)
  const countingWithout = (left: Dimension) =>
    parts.has(left) ? countingIn(without(selection, left)) : countWhole
  return {
    ofTrait: (trait: Trait) =>
      countValues(
        catalogue.lists[trait],
        parts.has(trait) ? placesIn(without(selection, trait)) : whole,
      ),
    ofStatus: () => {
      const countIn = countingWithout('status')
      return Array.from(day.status, ([id, bits]) => [id, countIn(bits)] as const)
    },
    ofAmounts: (): MeasureFacets['amountAtLeastFen'] => {
      const countIn = countingWithout('amountAtLeastFen')
      return YUAN_STEPS.map((yuan) => yuanToFen({ n: yuan, d: 1n }, 'down'))
        .map((fen) => ({ fen, count: countIn(placesAtStep(selection, fen)) }))
        .filter(({ count }) => count > 0)
    },
  }
}

/**
 * What a list can be narrowed by. The count of a value is the length of the list with this value in
 * place of others of its kind.
 */
export const countFacets = (
  { policies, clock }: Platform,
  filter: MeasureFilter,
): MeasureFacets => {
  const { rulebook } = policies
  const selection = selectMeasures(rulebook, filter, clock.today())
  const names = namers(rulebook)
  const counts = createCounts(selection)
  const of = (trait: Trait): FacetValue[] => ranked(counts.ofTrait(trait), names[trait])
  return {
    total: countBits(selection.places),
    status: ranked(counts.ofStatus(), () => null),
    delivery: of('delivery'),
    kind: of('kind'),
    about: of('about'),
    agency: of('agency'),
    instrument: of('instrument'),
    district: of('district'),
    industry: of('industry'),
    title: of('title'),
    amountAtLeastFen: counts.ofAmounts(),
  }
}
