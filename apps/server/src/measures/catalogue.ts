import type { MeasureSummary } from '@huiqi/contract'
import type { IsoDate } from '@huiqi/domain'
import type { Measure, Rulebook } from '@huiqi/engine'
import { atOnce, type Steps } from '../platform/in-slices.ts'
import { standingOn } from './measure-status.ts'
import { summaryOf } from './measure-summary.ts'
import { mostOf } from './measure-traits.ts'
import { anyBits, type Bits, hasBit, noBits, putBit } from './search/bits.ts'
import {
  indexMeasures,
  type MeasureIndex,
  type MeasureWords,
  wordsOfMeasures,
} from './search/measure-index.ts'
import { bitsOfLists, listTrait, type TraitBits, type TraitLists } from './trait-lists.ts'
import { eachTrait, type Trait, traitsOf } from './traits.ts'

/** What lists and searches need of a rulebook; made once, then only read. */
export interface Catalogue {
  readonly measures: readonly Measure[]
  readonly index: MeasureIndex
  readonly traits: Readonly<Record<Trait, TraitBits>>
  readonly lists: Readonly<Record<Trait, TraitLists>>
  /** What changes with the day; those of the last two days asked for are kept. */
  readonly dayOf: (day: IsoDate) => CatalogueDay
  /** Makes a day beforehand. */
  readonly makingDay: (day: IsoDate) => Steps<void>
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
  /** How lists show a measure; those shown lately are kept. */
  readonly summaryOf: (measure: Measure) => MeasureSummary
}

const OPEN: ReadonlySet<string> = new Set(['open', 'closing'])

const SUMMARIES_KEPT = 2048

const keepSummaries = (rulebook: Rulebook, day: IsoDate): CatalogueDay['summaryOf'] => {
  const kept = new Map<Measure, MeasureSummary>()
  return (measure) => {
    const before = kept.get(measure)
    if (before !== undefined) return before
    const made = summaryOf(rulebook, measure, day)
    const [oldest] = kept.keys()
    if (kept.size >= SUMMARIES_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(measure, made)
    return made
  }
}

/** So many measures are a step. */
const STEP = 512

function* standing(rulebook: Rulebook, day: IsoDate): Steps<CatalogueDay> {
  const { measures } = rulebook.corpus
  const most = new Float64Array(measures.length)
  const status = new Map<string, Bits>()
  for (const [place, measure] of measures.entries()) {
    if (place % STEP === 0) yield
    most[place] = mostOf(rulebook, measure.benefit?.amount ?? null, day) ?? -1
    const value = standingOn(measure, day).status
    const bits = status.get(value) ?? noBits(measures.length)
    putBit(bits, place)
    status.set(value, bits)
  }
  const open = anyBits(
    measures.length,
    [...status].flatMap(([value, bits]) => (OPEN.has(value) ? [bits] : [])),
  )
  const isOpen = (place: number): boolean => hasBit(open, place)
  return {
    day,
    status,
    most,
    isOpen,
    amounts: new Map(),
    ranks: new Map(),
    summaryOf: keepSummaries(rulebook, day),
  }
}

/** Today and tomorrow. */
const DAYS = 2

/** The days of a catalogue, each made once. */
const keepDays = (rulebook: Rulebook): Pick<Catalogue, 'dayOf' | 'makingDay'> => {
  const days = new Map<IsoDate, CatalogueDay>()
  const keep = (stands: CatalogueDay): CatalogueDay => {
    days.set(stands.day, stands)
    for (const oldest of days.keys()) {
      if (days.size <= DAYS) break
      days.delete(oldest)
    }
    return stands
  }
  return {
    dayOf: (day) => days.get(day) ?? keep(atOnce(standing(rulebook, day))),
    *makingDay(day) {
      if (!days.has(day)) keep(yield* standing(rulebook, day))
    },
  }
}

const create = (rulebook: Rulebook, words: MeasureWords): Catalogue => {
  const { measures } = rulebook.corpus
  const valuesOf = traitsOf(rulebook)
  const lists = eachTrait((trait) => listTrait(measures, valuesOf[trait]))
  return {
    measures,
    index: indexMeasures(rulebook, words),
    traits: eachTrait((trait) => bitsOfLists(lists[trait])),
    lists,
    ...keepDays(rulebook),
  }
}

const made = new WeakMap<Rulebook, Catalogue>()

/** Makes the catalogue of a rulebook from words that were cut before. */
export const makeCatalogue = (rulebook: Rulebook, words: MeasureWords): void => {
  made.set(rulebook, create(rulebook, words))
}

/** The catalogue of a rulebook, made when first asked for. */
export const catalogueOf = (rulebook: Rulebook): Catalogue => {
  const catalogue = made.get(rulebook) ?? create(rulebook, wordsOfMeasures(rulebook))
  made.set(rulebook, catalogue)
  return catalogue
}
