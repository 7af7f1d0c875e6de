import { type Measure, type Need, needKey, type Situation } from '@huiqi/engine'
import type { Arithmetic } from '../compile/arithmetic.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { OPEN } from '../compile/truth-code.ts'
import type { FenSpan } from '../kernel/amount-span.ts'
import type { BoundAmount } from '../kernel/bound-program.ts'
import { resolveSource } from '../kernel/engine-states.ts'
import type { NodeTruths } from './node-truth.ts'

/** A fact to ask for, with what its answer is good for. */
export interface OpenQuestion {
  readonly need: Need
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
  readonly truths: NodeTruths
  readonly situation: () => Situation
  readonly amountFor: (measure: number) => FenSpan | null
  readonly amountOf: (measure: number) => BoundAmount | null
  readonly baseOf: (place: number) => Arithmetic | null
}

const WORTH_WITHOUT_MONEY = 50_000
const WORTH_AT_MOST = 5_000_000
const FEN_PER_YUAN = 100

const NOT_RECEIVED: readonly string[] = ['guarantee', 'loan', 'investment']

const worthOf = (measure: Measure, amount: FenSpan | null, isMet: boolean): number => {
  if (amount === null || NOT_RECEIVED.includes(measure.benefit?.kind ?? '')) {
    return WORTH_WITHOUT_MONEY
  }
  const { low, high } = amount
  const atStake = isMet ? (high ?? low * 2) - low : (high ?? low)
  return Math.min(atStake / FEN_PER_YUAN, WORTH_AT_MOST) || WORTH_WITHOUT_MONEY
}

interface Tally {
  readonly need: Need
  worth: number
  readonly decides: number[]
  readonly touches: number[]
}

/** Remembers what each slot and each base waits for. */
const createWaiting = ({ program, truths, situation, baseOf }: QuestionContext) => {
  const bySlot = new Map<number, readonly Need[]>()
  const ofSlot = (place: number): readonly Need[] => {
    const ready = bySlot.get(place)
    if (ready !== undefined) return ready
    const source = program.slots[place]?.source
    const resolved = source === undefined ? null : resolveSource(situation(), source)
    const needs = resolved?.kind === 'open' ? resolved.missing : []
    bySlot.set(place, needs)
    return needs
  }
  const ofNode = (place: number): readonly Need[] => {
    if (truths.of(place) !== OPEN) return []
    const node = program.nodes[place]
    if (node === undefined || node.kind === 'constant') return []
    return 'parts' in node ? node.parts.flatMap(ofNode) : ofSlot(node.slot)
  }
  const ofBase = (amount: BoundAmount | null): readonly Need[] => {
    const base = amount?.kind === 'scaled' ? baseOf(amount.base) : null
    if (base?.kind !== 'fact') return []
    const resolved = situation().resolve(base.fact, base.year)
    return resolved.kind === 'open' ? resolved.missing : []
  }
  return { ofNode, ofBase }
}

const distinct = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [needKey(need), need])).values(),
]

/**
 * Facts to ask for, best first: each measure shares its worth among what it still lacks, a fact
 * collects its shares and divides them by its effort.
 */
export const findQuestions = (
  context: QuestionContext,
  { open, met }: { readonly open: Int32Array; readonly met: Int32Array },
): readonly OpenQuestion[] => {
  const { program } = context
  const waiting = createWaiting(context)
  const tallies = new Map<string, Tally>()
  const add = (place: number, isMet: boolean): void => {
    const compiled = program.measures[place]
    if (compiled === undefined) return
    const needs = distinct([
      ...(isMet ? [] : compiled.terms.flatMap(waiting.ofNode)),
      ...waiting.ofBase(context.amountOf(place)),
    ])
    if (needs.length === 0) return
    const share = worthOf(compiled.measure, context.amountFor(place), isMet) / needs.length
    for (const need of needs) {
      const tally = tallies.get(needKey(need)) ?? { need, worth: 0, decides: [], touches: [] }
      tallies.set(needKey(need), tally)
      tally.worth += share
      tally.touches.push(place)
      if (needs.length === 1) tally.decides.push(place)
    }
  }
  for (const place of open) add(place, false)
  for (const place of met) add(place, true)
  return [...tallies.values()]
    .map((tally) => ({
      ...tally,
      worth: tally.worth / (program.rulebook.facts.get(tally.need.fact)?.effort ?? 1),
    }))
    .sort((a, b) => b.worth - a.worth || b.touches.length - a.touches.length)
}
