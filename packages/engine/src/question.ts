import { MONEY_RECEIVED } from './combination-candidates.ts'
import type { Thing } from './enterprise.ts'
import type { ThingKind } from './model.ts'
import { type Need, needKey } from './resolved.ts'
import type { Rulebook } from './rulebook.ts'
import { opennessOf, type Verdict } from './verdict.ts'

/** Something to ask: one fact of the enterprise or of a thing, or whether there are things of a kind at all. */
export type Asked =
  | { readonly kind: 'fact'; readonly need: Need; readonly thing: Thing | null }
  | { readonly kind: 'things'; readonly of: ThingKind }

/** A question with what its answer is good for. */
export interface Question {
  readonly asked: Asked
  /** Expected yuan per unit of effort; only for ordering. */
  readonly worth: number
  /** Measures for which this is the only thing missing. */
  readonly decides: readonly string[]
  /** All measures that wait for it, those it decides included. */
  readonly touches: readonly string[]
}

/** What a measure without an amount of money counts for in the order of questions, in yuan. */
const WORTH_WITHOUT_MONEY = 50_000
const WORTH_AT_MOST = 5_000_000
/** Effort of bringing forward a thing, beside facts of effort 1 to 3; few run a cluster. */
const EFFORT_OF_THINGS: Readonly<Record<ThingKind, number>> = {
  project: 2,
  contract: 2,
  loan: 2,
  hire: 2,
  product: 3,
  exhibition: 3,
  cluster: 20,
}
const FEN_PER_YUAN = 100

interface Tally {
  readonly asked: Asked
  readonly effort: number
  worth: number
  readonly decides: Set<string>
  readonly touches: Set<string>
}

/** What the worth of a measure that is open or met depends on; amounts in fen. */
export interface AtStake extends Pick<Verdict, 'measure' | 'outcome'> {
  readonly amount: { readonly low: number; readonly high: number | null } | null
}

const isMoneyReceived = ({ measure }: AtStake): boolean => {
  const kind = measure.benefit?.kind
  return kind !== undefined && MONEY_RECEIVED.has(kind)
}

/** What answers about a measure are worth in yuan; only for ordering questions. */
export const worthOf = (verdict: AtStake): number => {
  if (verdict.amount === null || !isMoneyReceived(verdict)) return WORTH_WITHOUT_MONEY
  const { low, high } = verdict.amount
  const atStake = verdict.outcome === 'met' ? (high ?? low * 2) - low : (high ?? low)
  return Math.min(atStake / FEN_PER_YUAN, WORTH_AT_MOST) || WORTH_WITHOUT_MONEY
}

const askedFor = (rulebook: Rulebook, verdict: Verdict): readonly Asked[] => {
  const { about } = verdict.measure
  const asked: Asked[] = []
  for (const need of opennessOf(verdict).missing) {
    const isOwn = rulebook.facts.get(need.fact)?.subject === 'enterprise'
    if (isOwn) asked.push({ kind: 'fact', need, thing: null })
    else if (verdict.thing !== null) asked.push({ kind: 'fact', need, thing: verdict.thing })
  }
  if (about !== 'enterprise' && verdict.thing === null) asked.push({ kind: 'things', of: about })
  return asked
}

const keyOf = (asked: Asked): string =>
  asked.kind === 'things' ? `things:${asked.of}` : `${needKey(asked.need)}#${asked.thing?.id ?? ''}`

/** What it takes to answer a question: the effort of the fact, or of bringing forward a thing. */
export const effortOf = (rulebook: Rulebook, asked: Asked): number =>
  asked.kind === 'things'
    ? EFFORT_OF_THINGS[asked.of]
    : (rulebook.facts.get(asked.need.fact)?.effort ?? 1)

/** Whether one fact is all that a verdict waits for. */
const isDecidedBy = ([asked, ...others]: readonly Asked[], verdict: Verdict): boolean => {
  const { reviews, gaps } = verdict.why
  const waitsForMore = others.length + reviews.length + gaps.length > 0
  return asked?.kind === 'fact' && !waitsForMore
}

const isOpen = (verdict: Verdict): boolean =>
  verdict.outcome === 'unknown' || verdict.outcome === 'needs-review' || verdict.outcome === 'met'

/**
 * Questions over all verdicts, best first: each measure shares its worth among what it still lacks,
 * a question collects its shares and divides them by its effort.
 */
export const nextQuestions = (
  rulebook: Rulebook,
  verdicts: readonly Verdict[],
): readonly Question[] => {
  const tallies = new Map<string, Tally>()
  for (const verdict of verdicts) {
    if (!isOpen(verdict) || verdict.usedUpBy.length > 0) continue
    const askedHere = askedFor(rulebook, verdict)
    for (const asked of askedHere) {
      const key = keyOf(asked)
      const tally = tallies.get(key) ?? {
        asked,
        effort: effortOf(rulebook, asked),
        worth: 0,
        decides: new Set(),
        touches: new Set(),
      }
      tally.worth += worthOf(verdict) / askedHere.length
      tally.touches.add(verdict.measure.id)
      if (isDecidedBy(askedHere, verdict)) tally.decides.add(verdict.measure.id)
      tallies.set(key, tally)
    }
  }
  return [...tallies.values()]
    .map(({ asked, effort, worth, decides, touches }) => ({
      asked,
      worth: worth / effort,
      decides: [...decides],
      touches: [...touches],
    }))
    .sort((a, b) => b.worth - a.worth || b.touches.length - a.touches.length)
}
