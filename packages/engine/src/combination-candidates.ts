import type { Fen } from '@huiqi/domain'
import { fen, yearOf } from '@huiqi/domain'
import type { Candidate } from './combination.ts'
import type { StackingRule } from './combination-count.ts'
import type { PastAward } from './enterprise.ts'
import type { BenefitKind, StackingGroup } from './model.ts'
import { resolveOperand } from './reference.ts'
import type { Situation } from './situation.ts'
import type { Verdict } from './verdict.ts'

/** Kinds of benefit that are money received; the others never count into a total. */
export const MONEY_RECEIVED: ReadonlySet<BenefitKind> = new Set([
  'award',
  'subsidy',
  'interest-subsidy',
  'voucher',
  'relief',
])

/** The key under which the benefit of a verdict stands in a combination. */
export const benefitKey = ({ measure, thing }: Pick<Verdict, 'measure' | 'thing'>): string =>
  thing === null ? measure.id : `${measure.id}#${thing.id}`

/** What of a verdict a combination looks at. */
export type GivenBenefit = Pick<Verdict, 'measure' | 'thing' | 'outcome' | 'amount' | 'usedUpBy'>

const toCandidate = ({ measure, thing, amount, usedUpBy }: GivenBenefit): readonly Candidate[] => {
  const { id, benefit, stacking, excludes } = measure
  if (benefit === null || benefit.kind === 'service') return []
  const isReceived = MONEY_RECEIVED.has(benefit.kind)
  return [
    {
      key: benefitKey({ measure, thing }),
      measure: id,
      thing: thing?.id ?? null,
      amount: amount && isReceived ? { low: amount.low, high: amount.high } : null,
      frequency: benefit.frequency,
      stacking,
      excludes,
      usedUpBy,
    },
  ]
}

/**
 * The benefits of the met verdicts. Guarantees, loans, investments and titles are not money
 * received: they take part in exclusions and add nothing to the total.
 */
export const candidatesOf = (verdicts: readonly GivenBenefit[]): readonly Candidate[] =>
  verdicts.filter(({ outcome }) => outcome === 'met').flatMap(toCandidate)

const awardsThisYear = (situation: Situation, group: string): readonly PastAward[] => {
  const { rulebook, enterprise, clock } = situation
  const year = yearOf(clock.submittedOn)
  return enterprise.awards.filter(
    ({ measure, on }) =>
      yearOf(on) === year && rulebook.measures.get(measure)?.stacking.includes(group),
  )
}

const capOf = (situation: Situation, { cap }: StackingGroup): Fen | null => {
  const value = cap === null ? null : resolveOperand(situation, cap)
  return typeof value === 'object' && value !== null ? fen(value.n / value.d) : null
}

/**
 * What each stacking group still allows this year: its number and cap, less the awards of the year
 * of submission. An award of unknown amount takes nothing from a cap.
 */
export const stackingRulesOf = (situation: Situation): readonly StackingRule[] =>
  situation.rulebook.corpus.stackingGroups.map((group) => {
    const awards = awardsThisYear(situation, group.id)
    const received = awards.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
    const cap = capOf(situation, group)
    return {
      id: group.id,
      atMost: group.atMost === null ? null : Math.max(0, group.atMost - awards.length),
      cap: cap === null ? null : fen(Math.max(0, cap - received)),
    }
  })
