import { compare, exact, formatExact } from '@huiqi/domain'
import {
  type AmountRange,
  type Distance,
  decide,
  type LeafTrace,
  leavesOf,
  type Measure,
  type Need,
  opennessOf,
  type Rulebook,
  type Scalar,
  type Situation,
  situationOf,
  type Verdict,
} from '@huiqi/engine'
import type { Case, Expectation, ExpectedAmount } from './case-suite.ts'

/** One point in which a case came out otherwise than expected. */
export interface Mismatch {
  /** The key of `expect`, with the fact where there are several. */
  readonly what: string
  readonly expected: string
  readonly found: string
}

/** The situation of a case under a rulebook. */
export const situationOfCase = (rulebook: Rulebook, entry: Case): Situation => {
  const thing = entry.thing === 'none' ? null : entry.thing
  return situationOf(rulebook, entry.enterprise, { clock: entry.clock, thing })
}

const show = (value: Scalar | null): string => {
  if (value === null) return 'unknown'
  return typeof value === 'object' ? formatExact(value) : String(value)
}

const isSame = (a: Scalar, b: Scalar): boolean =>
  typeof a === 'object' && typeof b === 'object' ? compare(a, b) === 0 : a === b

const yuan = (fen: number | null): string =>
  fen === null ? '' : `${formatExact(exact(fen, 100))}元`

const showAmount = (amount: ExpectedAmount): string => {
  if (amount === 'none') return amount
  return amount.low === amount.high ? yuan(amount.low) : `${yuan(amount.low)}–${yuan(amount.high)}`
}

const compareAmount = (
  expected: ExpectedAmount | null,
  found: AmountRange | null,
): readonly Mismatch[] => {
  if (expected === null) return []
  const isEqual =
    expected === 'none' || found === null
      ? expected === 'none' && found === null
      : expected.low === found.low && expected.high === found.high
  if (isEqual) return []
  return [{ what: 'amount', expected: showAmount(expected), found: showAmount(found ?? 'none') }]
}

const compareNames = (
  what: 'missing' | 'reviews',
  expected: readonly string[] | null,
  needs: readonly Need[],
): readonly Mismatch[] => {
  if (expected === null) return []
  const found = [...new Set(needs.map(({ fact }) => fact))].sort().join(', ')
  const wanted = expected.join(', ')
  return wanted === found ? [] : [{ what, expected: wanted, found }]
}

const sizeOf = (distance: Distance): Scalar | null => {
  if (distance.kind === 'number') return distance.by
  return distance.kind === 'date' ? exact(distance.days) : null
}

const isAbout = ({ leaf: { reference } }: LeafTrace, fact: string): boolean =>
  reference.kind === 'fact' && reference.fact === fact

const compareDistances = (
  expected: Expectation['distance'],
  { trace }: Verdict,
): readonly Mismatch[] => {
  const leaves = trace === null ? [] : leavesOf(trace)
  return [...expected].flatMap(([fact, wanted]): Mismatch[] => {
    const found = leaves
      .filter((leaf) => isAbout(leaf, fact))
      .flatMap(({ distance }) => (distance === null ? [] : (sizeOf(distance) ?? [])))
    if (found.some((size) => isSame(size, wanted))) return []
    const text = found.map(show).join(', ')
    return [{ what: `distance ${fact}`, expected: show(wanted), found: text }]
  })
}

const compareVerdict = (expect: Expectation, verdict: Verdict): readonly Mismatch[] => {
  const { outcome } = expect
  const openness = opennessOf(verdict)
  const outcomes: readonly Mismatch[] =
    outcome === null || outcome === verdict.outcome
      ? []
      : [{ what: 'outcome', expected: outcome, found: verdict.outcome }]
  return [
    ...outcomes,
    ...compareAmount(expect.amount, verdict.amount),
    ...compareNames('missing', expect.missing, openness.missing),
    ...compareNames('reviews', expect.reviews, openness.reviews),
    ...compareDistances(expect.distance, verdict),
  ]
}

const lastCompletedYear = ({ clock }: Situation): number =>
  Number(clock.submittedOn.slice(0, 4)) - 1

const compareFacts = (situation: Situation, facts: Expectation['facts']): readonly Mismatch[] =>
  [...facts].flatMap(([id, wanted]): Mismatch[] => {
    const isYearly = situation.rulebook.facts.get(id)?.period === 'year'
    const resolved = situation.resolve(id, isYearly ? lastCompletedYear(situation) : null)
    const found = resolved.kind === 'known' ? resolved.value : null
    const isEqual = wanted === null || found === null ? wanted === found : isSame(wanted, found)
    return isEqual ? [] : [{ what: `facts ${id}`, expected: show(wanted), found: show(found) }]
  })

/** Everything in which a case comes out otherwise than expected; empty when it passes. */
export const runCase = (
  situation: Situation,
  measure: Measure | null,
  { expect }: Case,
): readonly Mismatch[] => [
  ...(measure === null ? [] : compareVerdict(expect, decide(measure, situation))),
  ...compareFacts(situation, expect.facts),
]
