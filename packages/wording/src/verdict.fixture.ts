import { fen, isoDate } from '@huiqi/domain'
import {
  type AmountRange,
  type CallStatus,
  candidatesOf,
  combine,
  type Match,
  type Measure,
  NOTHING_FURTHER,
  type Verdict,
} from '@huiqi/engine'

const CLOSED = { missing: [], reviews: [], gaps: [] }

/** A measure with nothing in it but its id and what is given. */
export const measureOf = (id: string, rest: Partial<Measure> = {}): Measure => ({
  id,
  instrument: 'city/text',
  name: { zh: `措施${id}`, en: `Measure ${id}` },
  provision: 'art-1',
  lead: 'office',
  agencies: [],
  delivery: 'apply',
  about: 'enterprise',
  inForce: { from: isoDate('2025-01-01'), to: null },
  grade: 'corroborated',
  eligible: null,
  benefit: {
    kind: 'award',
    grants: null,
    amount: { kind: 'not-found' },
    frequency: 'once',
    sharedBy: null,
    pool: null,
  },
  ...NOTHING_FURTHER,
  plain: { zh: '简介', en: 'plain' },
  ...rest,
})

/** A measure of one kind of benefit. */
export const measureOfKind = (
  id: string,
  kind: NonNullable<Measure['benefit']>['kind'],
  rest: Partial<Measure> = {},
): Measure => {
  const measure = measureOf(id)
  return { ...measure, benefit: measure.benefit && { ...measure.benefit, kind }, ...rest }
}

/** An amount in yuan; null leaves its upper end open. */
export const amountOf = (low: number, high: number | null): AmountRange => ({
  low: fen(low * 100),
  high: high === null ? null : fen(high * 100),
  isDecidedByOfficer: false,
  why: CLOSED,
  uses: [],
})

/** A met verdict on a measure. */
export const verdictOf = (measure: Measure, rest: Partial<Verdict> = {}): Verdict => ({
  measure,
  thing: null,
  outcome: 'met',
  trace: null,
  amount: null,
  why: CLOSED,
  changes: null,
  evidence: [],
  handling: 'manual',
  usedUpBy: [],
  ...rest,
})

/** A match of these verdicts, with the state of windows by measure. */
export const matchOf = (
  verdicts: readonly Verdict[],
  calls: Readonly<Record<string, CallStatus>> = {},
): Match => ({
  verdicts,
  held: [],
  services: [],
  withoutText: [],
  withoutThing: [],
  notInForce: [],
  combination: combine(candidatesOf(verdicts), []),
  questions: [],
  calls: new Map(Object.entries(calls)),
})
