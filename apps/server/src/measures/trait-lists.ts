import { collectOnce } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import { type Bits, noBits, putBit } from './search/bits.ts'

/** The measures with each value of a trait. */
export type TraitBits = ReadonlyMap<string, Bits>

/** The values of measures for a trait: many measures have the same list of them. */
export interface TraitLists {
  readonly values: readonly string[]
  /** As places among the values. */
  readonly lists: readonly Int32Array[]
  /** The list of each measure by its place. */
  readonly listOf: Int32Array
}

/** Lists the values of measures, each list once. */
export const listTrait = (
  measures: readonly Measure[],
  valuesOf: (measure: Measure) => Iterable<string>,
): TraitLists => {
  const values = collectOnce((value: string) => value)
  const keys = collectOnce((key: string) => key)
  const lists: Int32Array[] = []
  const placeOf = (own: Iterable<string>): number => {
    const list = Int32Array.from(own, values.placeOf)
    const place = keys.placeOf(list.join(' '))
    lists[place] ??= list
    return place
  }
  const known = new Map<Iterable<string>, number>()
  const listOf = Int32Array.from(measures, (measure) => {
    const own = valuesOf(measure)
    const place = known.get(own) ?? placeOf(own)
    known.set(own, place)
    return place
  })
  return { values: values.entries, lists, listOf }
}

/** The measures with each value. */
export const bitsOfLists = ({ values, lists, listOf }: TraitLists): TraitBits => {
  const sets = values.map(() => noBits(listOf.length))
  for (const [measure, list] of listOf.entries()) {
    for (const value of lists[list] ?? []) {
      const bits = sets[value]
      if (bits !== undefined) putBit(bits, measure)
    }
  }
  return new Map(values.map((value, place) => [value, sets[place] ?? noBits(0)]))
}

/** How many of some measures have each value. */
export const countValues = (
  { values, lists, listOf }: TraitLists,
  measures: Int32Array,
): readonly (readonly [string, number])[] => {
  const ofLists = new Int32Array(lists.length)
  for (const measure of measures) {
    const list = listOf[measure] ?? 0
    ofLists[list] = (ofLists[list] ?? 0) + 1
  }
  const counts = new Int32Array(values.length)
  for (const [list, count] of ofLists.entries()) {
    if (count === 0) continue
    for (const value of lists[list] ?? []) counts[value] = (counts[value] ?? 0) + count
  }
  return values.map((value, place) => [value, counts[place] ?? 0])
}
