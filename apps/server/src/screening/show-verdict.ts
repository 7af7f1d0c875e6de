import type { FenRange, VerdictSummary } from '@huiqi/contract'
import { type ChosenBenefit, decide, type LeftOut, type Verdict } from '@huiqi/engine'
import { summaryOf } from '../measures/measure-summary.ts'
import { sayAmount, sayLeftOut, sayReasons } from './say-parts.ts'
import type { Screening } from './screen.ts'
import type { Entry } from './screening-index.ts'

/** An amount in fen. */
export const toRange = ({
  low,
  high,
}: {
  readonly low: number
  readonly high: number | null
}): FenRange => ({ lowFen: low, highFen: high })

interface Counting {
  readonly counted: ReadonlyMap<string, ChosenBenefit['counted']>
  readonly leftOut: ReadonlyMap<string, LeftOut>
}

const counting = new WeakMap<Screening, Counting>()

/** What each benefit counts for in the best combination of a screening. */
export const countingOf = (screening: Screening): Counting => {
  const known = counting.get(screening)
  if (known !== undefined) return known
  const { chosen, leftOut } = screening.combination
  const made = {
    counted: new Map(chosen.map(({ candidate, counted }) => [candidate.key, counted])),
    leftOut: new Map(leftOut.map((left) => [left.candidate.key, left])),
  }
  counting.set(screening, made)
  return made
}

/** The plain evaluator's answer for an entry. */
export const verdictOf = (screening: Screening, { measure, thing }: Entry): Verdict =>
  decide(measure, screening.situationFor(thing))

/** A verdict as it is shown. */
export const showVerdict = (
  screening: Screening,
  entry: Entry,
  { verdict, withReasons }: { readonly verdict: Verdict; readonly withReasons: boolean },
): VerdictSummary => {
  const { rulebook, day } = screening.at
  const bench = { rulebook, day }
  const { counted, leftOut } = countingOf(screening)
  const counts = counted.get(entry.key) ?? null
  const reasons = leftOut.get(entry.key)?.reasons ?? []
  return {
    key: entry.key,
    measure: summaryOf(rulebook, entry.measure, day),
    thing: entry.thing === null ? null : { id: entry.thing.id, name: entry.thing.name },
    outcome: verdict.outcome,
    amount: verdict.amount === null ? null : toRange(verdict.amount),
    amountText: sayAmount(verdict),
    counted: counts === null ? null : toRange(counts),
    leftOut: reasons.map((reason) => sayLeftOut(bench, reason)),
    handling: verdict.handling,
    isUsedUp: verdict.usedUpBy.length > 0,
    reasons: withReasons ? [...sayReasons(bench, verdict)] : [],
  }
}

/** An entry decided and shown. */
export const showEntry = (
  screening: Screening,
  entry: Entry,
  isWhy: 'with-reasons' | 'plain' = 'plain',
): VerdictSummary =>
  showVerdict(screening, entry, {
    verdict: verdictOf(screening, entry),
    withReasons: isWhy === 'with-reasons',
  })
