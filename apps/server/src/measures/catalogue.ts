import type { IsoDate } from '@huiqi/domain'
import type { Measure, Rulebook } from '@huiqi/engine'
import { standingOn } from './measure-status.ts'
import { mostOf } from './measure-traits.ts'
import { type Bits, noBits, putBit } from './search/bits.ts'
import { indexRulebook, type MeasureIndex } from './search/measure-index.ts'
import { type Trait, traitsOf } from './traits.ts'

/** The measures with each value of a trait. */
export type TraitBits = ReadonlyMap<string, Bits>

/** What lists and searches need of a rulebook; made once, then only read. */
export interface Catalogue {
  readonly measures: readonly Measure[]
  readonly index: MeasureIndex
  readonly traits: Readonly<Record<Trait, TraitBits>>
  /** What changes with the day; the one of the last day asked for is kept. */
  readonly dayOf: (day: IsoDate) => CatalogueDay
}

/** The measures as they stand on a day. */
export interface CatalogueDay {
  readonly day: IsoDate
  readonly status: TraitBits
  /** In fen; -1 where the text sets no end. */
  readonly most: Float64Array
  readonly isOpen: (place: number) => boolean
  /** The measures with at least so many fen, for the steps that are counted. */
  readonly amounts: Map<number, Bits>
  /** Ranks of an order, made when first asked for. */
  readonly ranks: Map<string, Float64Array>
}

const OPEN: ReadonlySet<string> = new Set(['open', 'closing'])

const bitsOf = (
  measures: readonly Measure[],
  valuesOf: (measure: Measure) => Iterable<string>,
): TraitBits => {
  const sets = new Map<string, Bits>()
  for (const [place, measure] of measures.entries()) {
    for (const value of valuesOf(measure)) {
      const bits = sets.get(value) ?? noBits(measures.length)
      putBit(bits, place)
      sets.set(value, bits)
    }
  }
  return sets
}

const standOn = (rulebook: Rulebook, day: IsoDate): CatalogueDay => {
  const { measures } = rulebook.corpus
  const most = new Float64Array(measures.length)
  const open = new Uint8Array(measures.length)
  for (const [place, measure] of measures.entries()) {
    most[place] = mostOf(rulebook, measure.benefit?.amount ?? null, day) ?? -1
  }
  const status = bitsOf(measures, (measure) => [standingOn(measure, day).status])
  for (const [value, bits] of status) {
    if (!OPEN.has(value)) continue
    for (let place = 0; place < open.length; place += 1) {
      if (((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0) open[place] = 1
    }
  }
  return {
    day,
    status,
    most,
    isOpen: (place) => open[place] === 1,
    amounts: new Map(),
    ranks: new Map(),
  }
}

const create = (rulebook: Rulebook): Catalogue => {
  const { measures } = rulebook.corpus
  const traits = traitsOf(rulebook)
  let latest: CatalogueDay | null = null
  return {
    measures,
    index: indexRulebook(rulebook),
    traits: {
      agency: bitsOf(measures, traits.agency),
      district: bitsOf(measures, traits.district),
      industry: bitsOf(measures, traits.industry),
      title: bitsOf(measures, traits.title),
      kind: bitsOf(measures, traits.kind),
      delivery: bitsOf(measures, traits.delivery),
      instrument: bitsOf(measures, traits.instrument),
      about: bitsOf(measures, traits.about),
    },
    dayOf: (day) => {
      if (latest?.day !== day) latest = standOn(rulebook, day)
      return latest
    },
  }
}

const made = new WeakMap<Rulebook, Catalogue>()

/** The catalogue of a rulebook, made when first asked for. */
export const catalogueOf = (rulebook: Rulebook): Catalogue => {
  const before = made.get(rulebook)
  if (before !== undefined) return before
  const catalogue = create(rulebook)
  made.set(rulebook, catalogue)
  return catalogue
}
