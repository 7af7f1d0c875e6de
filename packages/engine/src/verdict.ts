import { type Fen, yearOf } from '@huiqi/domain'
import { type AmountRange, amountOf } from './amount.ts'
import { type Change, smallestChange } from './change.ts'
import { leavesOf, type Trace, traceCondition } from './condition.ts'
import type { Clock, Enterprise, PastAward, Thing } from './enterprise.ts'
import { checkEvidence, type EvidenceCheck, type Handling, handlingOf } from './evidence.ts'
import { type Measure, NOT_FOUND } from './model.ts'
import { situationOf } from './resolve-fact.ts'
import { CLOSED, distinctUses, joinOpenness, type Openness } from './resolved.ts'
import type { Rulebook } from './rulebook.ts'
import type { Situation } from './situation.ts'

/** The answer for one measure. */
export type Outcome = 'met' | 'unmet' | 'unknown' | 'needs-review' | 'not-in-force'

/** One measure answered for one enterprise, or for one of its things. */
export interface Verdict {
  readonly measure: Measure
  readonly thing: Thing | null
  readonly outcome: Outcome
  /** Null when the measure has no rule or is not in force. */
  readonly trace: Trace | null
  /** Null when the verdict is unmet or not in force, or the benefit is not money. */
  readonly amount: AmountRange | null
  /** What decides an open verdict. */
  readonly why: Openness
  /** The fewest changes that turn an unmet verdict; null when nothing that can be changed does. */
  readonly changes: readonly Change[] | null
  readonly evidence: readonly EvidenceCheck[]
  /** How a met verdict may be handled, judged by the grades of the facts used; else null. */
  readonly handling: Handling | null
  /** Awards already received that use this benefit up. */
  readonly usedUpBy: readonly PastAward[]
}

/** Whether the measure is in force on the day; an end that was not found counts as open. */
export const isInForce = (measure: Measure, day: string): boolean => {
  const { from, to } = measure.inForce
  return from <= day && (to === null || to === NOT_FOUND || day <= to)
}

/** Without the thing it is about, a measure that nothing speaks against stays unknown. */
const isWithoutThing = (measure: Measure, thing: Thing | null): boolean =>
  measure.about !== 'enterprise' && thing === null

const outcomeOf = (trace: Trace, measure: Measure, thing: Thing | null): Outcome => {
  if (trace.truth === 'false') return 'unmet'
  if (isWithoutThing(measure, thing)) return 'unknown'
  if (trace.truth === 'true') return 'met'
  return trace.why.missing.length > 0 || trace.why.gaps.length > 0 ? 'unknown' : 'needs-review'
}

/** Awards already received that use the benefit of a measure, or of one it replaces, up. */
export const usedUpBy = (
  rulebook: Rulebook,
  measure: Measure,
  at: Pick<Situation, 'clock' | 'enterprise'>,
): readonly PastAward[] => {
  const frequency = measure.benefit?.frequency
  if (frequency === undefined || frequency === 'each') return []
  const year = yearOf(at.clock.submittedOn)
  const line = predecessors(rulebook, measure)
  return at.enterprise.awards.filter(
    (award) => line.has(award.measure) && (frequency === 'once' || yearOf(award.on) === year),
  )
}

const predecessors = (rulebook: Rulebook, measure: Measure): ReadonlySet<string> => {
  const line = new Set([measure.id])
  for (const id of line)
    for (const older of rulebook.measures.get(id)?.replaces ?? []) line.add(older)
  return line
}

const blank = (measure: Measure, thing: Thing | null): Omit<Verdict, 'outcome'> => ({
  measure,
  thing,
  trace: null,
  amount: null,
  why: CLOSED,
  changes: null,
  evidence: [],
  handling: null,
  usedUpBy: [],
})

const withoutRule = (measure: Measure, thing: Thing | null): Verdict => {
  const why = { missing: [], reviews: [], gaps: [NOT_FOUND] }
  return { ...blank(measure, thing), outcome: 'unknown', why }
}

/** Answers a measure in a situation that is already set up. */
export const decide = (measure: Measure, situation: Situation): Verdict => {
  const { rulebook, thing, clock } = situation
  if (!isInForce(measure, clock.submittedOn)) {
    return { ...blank(measure, thing), outcome: 'not-in-force' }
  }
  if (measure.eligible === null) return withoutRule(measure, thing)
  const trace = traceCondition(situation, measure.eligible)
  const outcome = outcomeOf(trace, measure, thing)
  const gives = outcome !== 'unmet' && measure.benefit?.amount ? measure.benefit.amount : null
  const amount = gives ? amountOf(situation, gives) : null
  const used = leavesOf(trace).flatMap(({ resolved }) => resolved.uses)
  const uses = distinctUses([...used, ...(amount?.uses ?? [])])
  const evidence = checkEvidence(measure, uses)
  const isAmountFixed = amount === null || amount.low === amount.high
  return {
    measure,
    thing,
    outcome,
    trace,
    amount,
    why: trace.why,
    changes: outcome === 'unmet' ? smallestChange(rulebook, trace) : null,
    evidence,
    handling: outcome === 'met' ? handlingOf(measure, { uses, evidence, isAmountFixed }) : null,
    usedUpBy: usedUpBy(rulebook, measure, situation),
  }
}

/** Answers one measure for an enterprise or one of its things. Throws RangeError on an unknown measure. */
export const evaluate = (
  rulebook: Rulebook,
  measureId: string,
  about: { readonly enterprise: Enterprise; readonly thing?: Thing | null; readonly clock: Clock },
): Verdict => {
  const measure = rulebook.measures.get(measureId)
  if (!measure) throw new RangeError(`unknown measure: ${measureId}`)
  return decide(measure, situationOf(rulebook, about.enterprise, about))
}

/** Everything that an open verdict or an open amount still needs. */
export const opennessOf = (verdict: Verdict): Openness =>
  verdict.amount === null ? verdict.why : joinOpenness([verdict.why, verdict.amount.why])

/** The fen that a verdict is sure to bring; zero unless met. */
export const sureAmount = (verdict: Verdict): Fen | null =>
  verdict.outcome === 'met' ? (verdict.amount?.low ?? null) : null
