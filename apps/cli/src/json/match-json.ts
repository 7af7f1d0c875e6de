import type { Fen } from '@huiqi/domain'
import type { Clock, Enterprise, LeftOutReason, Match } from '@huiqi/engine'
import { questionJson, verdictJson } from './verdict-json.ts'

const rangeJson = ({ low, high }: { readonly low: Fen; readonly high: Fen | null }) => ({
  lowFen: low,
  highFen: high,
})

const reasonJson = (reason: LeftOutReason) =>
  reason.kind === 'used-up'
    ? {
        kind: reason.kind,
        by: reason.by.map(({ measure, on, amount }) => ({ measure, on, amountFen: amount })),
      }
    : reason

/** The whole answer of `match` for machines; the shape is described in docs/json-output.md. */
export const matchJson = (enterprise: Enterprise, clock: Clock, match: Match) => ({
  schema: 'huiqi/match/1',
  enterprise: { name: enterprise.name, uscc: enterprise.uscc },
  asOf: clock.asOf,
  submittedOn: clock.submittedOn,
  total: rangeJson(match.combination.total),
  verdicts: match.verdicts.map((verdict) => verdictJson(verdict, clock)),
  combination: {
    chosen: match.combination.chosen.map(({ candidate, counted }) => ({
      key: candidate.key,
      measure: candidate.measure,
      counted: counted === null ? null : rangeJson(counted),
    })),
    leftOut: match.combination.leftOut.map(({ candidate, reasons }) => ({
      key: candidate.key,
      measure: candidate.measure,
      reasons: reasons.map(reasonJson),
    })),
  },
  questions: match.questions.map(questionJson),
  held: match.held.map((verdict) => verdictJson(verdict, clock)),
  services: match.services.map(({ id }) => id),
  withoutText: match.withoutText.map(({ id }) => id),
  withoutThing: match.withoutThing.map(({ id }) => id),
  notInForce: match.notInForce.map(({ id }) => id),
})
