import { formatExact } from '@huiqi/domain'
import {
  type AmountRange,
  type CallStatus,
  type Change,
  type Clock,
  callStatus,
  type Distance,
  type EvidenceCheck,
  type FactUse,
  type Need,
  type Openness,
  type Question,
  type Scalar,
  type Trace,
  type Verdict,
} from '@huiqi/engine'

const scalarJson = (value: Scalar | null): string | boolean | null =>
  typeof value === 'object' && value !== null ? formatExact(value) : value

const useJson = (use: FactUse) => ({
  fact: use.fact,
  year: use.year,
  value: scalarJson(use.value),
  source: use.source,
  grade: use.grade,
})

const needJson = ({ fact, year }: Need) => ({ fact, year })

const whyJson = (why: Openness) => ({
  missing: why.missing.map(needJson),
  reviews: why.reviews.map(needJson),
  gaps: why.gaps,
})

const amountJson = (amount: AmountRange | null) =>
  amount === null
    ? null
    : {
        lowFen: amount.low,
        highFen: amount.high,
        decidedByOfficer: amount.isDecidedByOfficer,
        ...whyJson(amount.why),
      }

const distanceJson = (distance: Distance | null) => {
  switch (distance?.kind) {
    case 'number':
      return {
        kind: distance.direction,
        type: distance.type,
        by: formatExact(distance.by),
        bound: formatExact(distance.bound),
      }
    case 'date':
      return { kind: distance.direction, days: distance.days, bound: distance.bound }
    case 'other':
      return { kind: 'expected', values: distance.expected }
    default:
      return null
  }
}

const changeJson = ({ leaf, to }: Change) => ({
  path: leaf.path,
  provision: leaf.provision,
  says: leaf.says,
  to,
  distance: distanceJson(leaf.distance),
})

const evidenceJson = ({ evidence, weak }: EvidenceCheck) => ({
  id: evidence.id,
  name: evidence.name,
  grade: evidence.grade,
  proves: evidence.proves,
  weak: weak.map(useJson),
})

/** The state of a measure's application windows for machines. */
const callJson = (status: CallStatus) =>
  status.kind === 'unscheduled'
    ? { status: status.kind, call: null, from: null, to: null }
    : { status: status.kind, call: status.call.id, from: status.call.from, to: status.call.to }

/** A verdict for machines; money in fen, other exact numbers as text. */
export const verdictJson = (verdict: Verdict, { submittedOn }: Clock) => ({
  measure: verdict.measure.id,
  name: verdict.measure.name,
  thing: verdict.thing === null ? null : { id: verdict.thing.id, name: verdict.thing.name },
  outcome: verdict.outcome,
  delivery: verdict.measure.delivery,
  benefit: verdict.measure.benefit?.kind ?? null,
  amount: amountJson(verdict.amount),
  ...whyJson(verdict.why),
  changes: verdict.changes?.map(changeJson) ?? null,
  evidence: verdict.evidence.map(evidenceJson),
  handling: verdict.handling,
  usedUp: verdict.usedUpBy.length > 0,
  call: callJson(callStatus(verdict.measure, submittedOn)),
})

/** The reasoning of a verdict for machines. */
export const traceJson = (trace: Trace): object => {
  const { kind, path, provision, says, truth } = trace
  const base = { kind, path, provision, says, truth, ...whyJson(trace.why) }
  if (trace.kind !== 'leaf') return { ...base, parts: trace.parts.map(traceJson) }
  return {
    ...base,
    reference: trace.leaf.reference,
    value: trace.resolved.kind === 'known' ? scalarJson(trace.resolved.value) : null,
    uses: trace.resolved.uses.map(useJson),
    tests: trace.tests.map(({ test, bound, truth }) => ({
      word: test.word,
      bound: 'values' in test ? test.values : scalarJson(bound),
      truth,
    })),
    distance: distanceJson(trace.distance),
  }
}

/** The whole answer of `explain` for machines. */
export const explainJson = (clock: Clock, verdicts: readonly Verdict[]) => ({
  schema: 'huiqi/explain/1',
  asOf: clock.asOf,
  submittedOn: clock.submittedOn,
  verdicts: verdicts.map((verdict) => ({
    ...verdictJson(verdict, clock),
    trace: verdict.trace === null ? null : traceJson(verdict.trace),
  })),
})

const askedJson = (asked: Question['asked']) =>
  asked.kind === 'things'
    ? { things: asked.of }
    : { ...needJson(asked.need), thing: asked.thing?.id ?? null }

/** A question for machines; `worth` is for ordering only. */
export const questionJson = (question: Question) => ({
  ask: askedJson(question.asked),
  worth: Math.round(question.worth),
  decides: question.decides,
  touches: question.touches,
})
