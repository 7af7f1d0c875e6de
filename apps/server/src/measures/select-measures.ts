import type { MeasureFilter } from '@huiqi/contract'
import type { IsoDate } from '@huiqi/domain'
import { codeLineage, type Rulebook } from '@huiqi/engine'
import { type Catalogue, type CatalogueDay, catalogueOf } from './catalogue.ts'
import { allBits, anyBits, type Bits, bothBits, noBits, putBit } from './search/bits.ts'
import type { Answered } from './search/measure-index.ts'
import type { TraitBits } from './trait-lists.ts'
import type { Trait } from './traits.ts'

/** What a list can be narrowed by. */
export type Dimension = Trait | 'status' | 'amountAtLeastFen'

/** The measures that a filter wants, each part of it for itself. */
export interface Selection {
  readonly catalogue: Catalogue
  readonly day: CatalogueDay
  readonly answered: Answered | null
  readonly parts: ReadonlyMap<Dimension, Bits>
  /** All parts and the words together. */
  readonly places: Bits
}

const TRAITS: readonly Trait[] = [
  'agency',
  'district',
  'industry',
  'title',
  'kind',
  'delivery',
  'instrument',
  'about',
]

const listOf = (value: string | readonly string[] | undefined): readonly string[] => {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** An industry that no list names stands for the nearest one above it. */
const listed = (rulebook: Rulebook, bits: TraitBits, code: string): string => {
  const index = rulebook.codeLists.get(rulebook.facts.get('enterprise.industry')?.codes ?? '')
  const lineage = index === undefined ? [code] : codeLineage(index, code)
  return lineage.find((one) => bits.has(one)) ?? code
}

/** The measures with an amount of at least so many fen. */
export const placesFrom = ({ most }: CatalogueDay, fen: number): Bits => {
  const bits = noBits(most.length)
  for (let place = 0; place < most.length; place += 1) {
    if ((most[place] ?? -1) >= fen) putBit(bits, place)
  }
  return bits
}

const widen = (count: number, bits: TraitBits, values: readonly string[]): Bits =>
  anyBits(
    count,
    values.flatMap((value) => bits.get(value) ?? []),
  )

const partsOf = (
  rulebook: Rulebook,
  filter: MeasureFilter,
  { catalogue, day }: Pick<Selection, 'catalogue' | 'day'>,
): ReadonlyMap<Dimension, Bits> => {
  const count = catalogue.measures.length
  const parts = new Map<Dimension, Bits>()
  for (const trait of TRAITS) {
    const values = listOf(filter[trait])
    const bits = catalogue.traits[trait]
    const known = trait === 'industry' ? values.map((one) => listed(rulebook, bits, one)) : values
    if (values.length > 0) parts.set(trait, widen(count, bits, known))
  }
  const statuses = listOf(filter.status)
  if (statuses.length > 0) parts.set('status', widen(count, day.status, statuses))
  const { amountAtLeastFen } = filter
  if (amountAtLeastFen !== undefined)
    parts.set('amountAtLeastFen', placesFrom(day, amountAtLeastFen))
  return parts
}

/** What a selection would be without one of its parts. */
export const without = (
  { catalogue, answered, parts, places }: Selection,
  left: Dimension | null,
): Bits => {
  if (left !== null && !parts.has(left)) return places
  const others = [...parts].flatMap(([dimension, bits]) => (dimension === left ? [] : [bits]))
  const start = answered === null ? allBits(catalogue.measures.length) : answered.places
  return others.reduce(bothBits, start)
}

/** The measures that a filter wants on a day. */
export const selectMeasures = (
  rulebook: Rulebook,
  filter: MeasureFilter,
  today: IsoDate,
): Selection => {
  const catalogue = catalogueOf(rulebook)
  const day = catalogue.dayOf(today)
  const text = filter.text?.trim() ?? ''
  const answered = text === '' ? null : catalogue.index.search(text)
  const parts = partsOf(rulebook, filter, { catalogue, day })
  const found = { catalogue, day, answered, parts, places: allBits(0) }
  return { ...found, places: without(found, null) }
}
