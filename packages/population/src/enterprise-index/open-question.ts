import {
  type Asked,
  amountOf,
  type Need,
  type Situation,
  type ThingKind,
  worthOf,
} from '@huiqi/engine'
import type { PopulationProgram } from '../compile/program.ts'
import { OPEN } from '../compile/truth-code.ts'
import type { FenSpan } from '../kernel/amount-span.ts'
import { resolveSource } from '../kernel/engine-states.ts'
import { i32At } from '../kernel/read-array.ts'
import { lowestBit } from './bit-rows.ts'
import { thingKindOf } from './change-subject.ts'
import type { EnterpriseWithThings } from './enterprise-facts.ts'
import type { MatchBits } from './match-bits.ts'
import type { MeasureOrder } from './measure-order.ts'
import type { NodeTruths } from './node-truth.ts'
import { createTallies, type Tally } from './question-tally.ts'
import { BY_AMOUNT, type Outcome, type Stakes } from './stakes.ts'
import type { TermLists } from './term-lists.ts'

/** A question to the enterprise with what its answer is good for. */
export interface OpenQuestion {
  readonly asked: Asked
  /** Expected yuan per unit of effort; only for ordering. */
  readonly worth: number
  /** Places of the measures for which this is the only thing missing. */
  readonly decides: readonly number[]
  /** Places of all measures that wait for it, those it decides included. */
  readonly touches: readonly number[]
}

/** What questions are collected from. */
export interface QuestionContext {
  readonly program: PopulationProgram
  readonly order: MeasureOrder
  readonly terms: TermLists
  readonly truths: NodeTruths
  readonly bits: MatchBits
  readonly stakes: Stakes
  readonly subject: EnterpriseWithThings
  readonly situation: Situation
  readonly amountFor: (measure: number) => FenSpan | null
  /** The value of a base as a whole number of its unit: NaN when it is open, null when it is none. */
  readonly figureOfBase: (base: number) => number | null
  /** Whether awards received use the benefit of a measure up. */
  readonly isUsedUp: (measure: number) => boolean
}

type Tallies = ReturnType<typeof createTallies>

/** What a value waits for: questions, and whether reviews or holes in the text as well. */
interface Waits {
  readonly tallies: readonly Tally[]
  readonly hasMore: boolean
}

const NOTHING: Waits = { tallies: [], hasMore: false }

/** Remembers what each slot and each base waits for. */
const createWaits = (context: QuestionContext, tallies: Tallies) => {
  const { program, stakes, subject, situation, amountFor, figureOfBase } = context
  const isOpen = (base: number): boolean => Number.isNaN(figureOfBase(base))
  const bySlot: (Waits | undefined)[] = []
  const byBase: (readonly Tally[] | undefined)[] = []
  /** Facts of a thing that there is not cannot be asked. */
  const talliesOf = (needs: readonly Need[]): readonly Tally[] =>
    needs.flatMap((need) => {
      const kind = thingKindOf(program.rulebook, need.fact)
      const thing = kind === null ? null : subject.things[kind]
      return thing === undefined ? [] : [tallies.of({ kind: 'fact', need, thing })]
    })
  const talliesOfThing = (of: ThingKind): readonly Tally[] => [tallies.of({ kind: 'things', of })]
  const slotWaits = (place: number): Waits => {
    const source = program.slots[place]?.source
    if (source === undefined) return NOTHING
    if (source.kind === 'thing') return { tallies: talliesOfThing(source.of), hasMore: false }
    const resolved = resolveSource(situation, source)
    if (resolved.kind === 'known') return NOTHING
    const { missing, reviews, gaps } = resolved
    return { tallies: talliesOf(missing), hasMore: reviews.length + gaps.length > 0 }
  }
  const missingFor = (place: number): readonly Tally[] => {
    const given = program.measures[place]?.measure.benefit?.amount
    return given == null ? NOTHING.tallies : talliesOf(amountOf(situation, given).why.missing)
  }
  return {
    ofSlot: (place: number): Waits => {
      const ready = bySlot[place] ?? slotWaits(place)
      bySlot[place] = ready
      return ready
    },
    /** What a measure without a rule waits for. */
    ofThing: (bit: number): readonly Tally[] => {
      const kind = stakes.thingsWithoutRule.get(bit)
      const isAbsent = kind !== undefined && subject.things[kind] === undefined
      return isAbsent ? talliesOfThing(kind) : NOTHING.tallies
    },
    ofAmount: (bit: number, place: number): readonly Tally[] => {
      const base = i32At(stakes.bases, bit)
      if (base === BY_AMOUNT) {
        return amountFor(place)?.isUnknown === true ? missingFor(place) : NOTHING.tallies
      }
      if (base < 0) return NOTHING.tallies
      const ready = byBase[base] ?? (isOpen(base) ? missingFor(place) : NOTHING.tallies)
      byBase[base] = ready
      return ready
    },
  }
}

/** Runs over the bits that are set. */
const forEachBit = (
  words: number,
  bitsAt: (word: number) => number,
  visit: (bit: number) => void,
) => {
  for (let word = 0; word < words; word += 1) {
    let bits = bitsAt(word)
    while (bits !== 0) {
      visit((word << 5) + lowestBit(bits))
      bits &= bits - 1
    }
  }
}

/**
 * Questions over measures that are open or met, best first: each measure shares its worth among what it
 * still lacks, a question collects its shares and divides them by its effort.
 */
export const findQuestions = (context: QuestionContext): readonly OpenQuestion[] => {
  const { program, order, terms, truths, stakes, bits } = context
  const tallies = createTallies(program.rulebook)
  const waits = createWaits(context, tallies)

  const askAll = (asked: readonly Tally[]): void => {
    for (let at = 0; at < asked.length; at += 1) {
      const tally = asked[at]
      if (tally !== undefined) tallies.ask(tally)
    }
  }
  /** Asks what an open node waits for; tells whether answers alone do not settle it. */
  const askForNode = (place: number): boolean => {
    if (truths.of(place) !== OPEN) return false
    const node = program.nodes[place]
    if (node === undefined || node.kind === 'constant') return true
    if ('slot' in node) {
      const waiting = waits.ofSlot(node.slot)
      askAll(waiting.tallies)
      return waiting.hasMore
    }
    let hasMore = false
    for (const part of node.parts) hasMore = askForNode(part) || hasMore
    return hasMore
  }
  const worthAt = (bit: number, place: number, outcome: Outcome): number => {
    const base = i32At(stakes.bases, bit)
    const figure = base >= 0 ? context.figureOfBase(base) : Number.NaN
    const worth = figure === null ? null : stakes.worth(bit, outcome, figure)
    if (worth !== null) return worth
    const measure = program.measures[place]?.measure
    if (measure === undefined) return 0
    return worthOf({ measure, outcome, amount: context.amountFor(place) })
  }
  const add = (bit: number, outcome: Outcome): void => {
    const place = i32At(order.measures, bit)
    if (context.isUsedUp(place)) return
    let hasMore = false
    tallies.start()
    if (outcome === 'unknown') {
      askAll(waits.ofThing(bit))
      for (let at = i32At(terms.starts, bit); at < i32At(terms.starts, bit + 1); at += 1) {
        hasMore = askForNode(i32At(terms.terms, at)) || hasMore
      }
    }
    askAll(waits.ofAmount(bit, place))
    if (tallies.count() > 0) tallies.share({ place, worth: worthAt(bit, place, outcome), hasMore })
  }
  const openAt = (word: number) => i32At(bits.possible, word) & ~i32At(bits.certain, word)
  forEachBit(order.words, openAt, (bit) => add(bit, 'unknown'))
  forEachBit(
    order.words,
    (word) => i32At(bits.certain, word),
    (bit) => add(bit, 'met'),
  )
  return tallies.ranked()
}
