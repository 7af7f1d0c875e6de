import type { Fen } from '@huiqi/domain'
import { fen, sumFen } from '@huiqi/domain'
import type { StackingRule } from './combination-count.ts'
import { countTogether } from './combination-count.ts'
import type { Option } from './combination-search.ts'
import { searchBest } from './combination-search.ts'
import type { PastAward } from './enterprise.ts'
import type { Exclusion, Frequency } from './model.ts'

/** A benefit that may be taken, for the enterprise or for one of its things. */
export interface Candidate {
  /** Distinct among the candidates. */
  readonly key: string
  readonly measure: string
  /** Id of the thing it is for; null when it is for the enterprise. */
  readonly thing: string | null
  /** Null when it is not money received: a guarantee, loan, investment or title. An open high end is null. */
  readonly amount: { readonly low: Fen; readonly high: Fen | null } | null
  readonly frequency: Frequency
  readonly stacking: readonly string[]
  readonly excludes: readonly Exclusion[]
  /** Past awards that use it up; empty when it may still be had. */
  readonly usedUpBy: readonly PastAward[]
}

/** A benefit of the best set, with what it counts for under the caps; null when it is not money. */
export interface ChosenBenefit {
  readonly candidate: Candidate
  readonly counted: { readonly low: Fen; readonly high: Fen | null } | null
}

/** Why a benefit is not in the best set; `chosen` is the key of the one that stands against it. */
export type LeftOutReason =
  | { readonly kind: 'used-up'; readonly by: readonly PastAward[] }
  | {
      readonly kind: 'excluded'
      readonly chosen: string
      /** The measure whose text says so. */
      readonly statedBy: string
      readonly exclusion: Exclusion
    }
  /** The measure is granted once, or once a year, and goes to another thing. */
  | { readonly kind: 'granted-once'; readonly chosen: string }
  | { readonly kind: 'group-full'; readonly group: string; readonly chosen: readonly string[] }
  | { readonly kind: 'group-cap'; readonly group: string }
  | { readonly kind: 'adds-nothing' }

/** A benefit that is not in the best set, with every reason. */
export interface LeftOut {
  readonly candidate: Candidate
  readonly reasons: readonly LeftOutReason[]
}

/** The legal set of benefits with the highest total. */
export interface Combination {
  /** Larger benefits first. */
  readonly chosen: readonly ChosenBenefit[]
  /** The sum of what the chosen ones count for; an open high end is null. */
  readonly total: { readonly low: Fen; readonly high: Fen | null }
  /** In the order of their keys. */
  readonly leftOut: readonly LeftOut[]
}

const NO_MONEY = { low: 0, high: 0 }

const isOnceForBoth = (a: Candidate, b: Candidate): boolean =>
  a.measure === b.measure && a.frequency !== 'each'

/** Two measures exclude each other for the same thing, not for two different ones. */
const areForDifferentThings = (a: Candidate, b: Candidate): boolean =>
  a.thing !== null && b.thing !== null && a.thing !== b.thing

/** The exclusions of one measure that bar the other. */
const exclusionsAgainst = (by: Candidate, other: Candidate): readonly Exclusion[] =>
  areForDifferentThings(by, other)
    ? []
    : by.excludes.filter(({ measure }) => measure === other.measure)

const isExclusive = (a: Candidate, b: Candidate): boolean =>
  isOnceForBoth(a, b) || exclusionsAgainst(a, b).length > 0 || exclusionsAgainst(b, a).length > 0

/** The rules that can bind these candidates at all. */
const bindingRules = (
  candidates: readonly Candidate[],
  rules: readonly StackingRule[],
): readonly StackingRule[] =>
  rules.filter(({ id, atMost, cap }) => {
    const members = candidates.filter(({ stacking }) => stacking.includes(id))
    const sum = members.reduce((total, { amount }) => total + (amount?.high ?? amount?.low ?? 0), 0)
    return (atMost !== null && members.length > atMost) || (cap !== null && sum > cap)
  })

const toOption = (candidate: Candidate, rules: readonly StackingRule[]) => {
  const { key, amount, stacking } = candidate
  return {
    candidate,
    key,
    amount: amount ? { low: amount.low, high: amount.high ?? amount.low } : NO_MONEY,
    groups: rules.filter(({ id }) => stacking.includes(id)),
    isUnpriced: amount === null || amount.high === null,
    rivals: new Set<Option>(),
  }
}

const toOptions = (
  candidates: readonly Candidate[],
  rules: readonly StackingRule[],
): readonly Option[] => {
  const options = candidates.map((candidate) => toOption(candidate, rules))
  for (const option of options) {
    for (const other of options) {
      if (option === other) continue
      const isOneOfGroup = option.groups.some(
        (group) => group.atMost === 1 && other.groups.includes(group),
      )
      if (isOneOfGroup || isExclusive(option.candidate, other.candidate)) option.rivals.add(other)
    }
  }
  return options
}

const countChosen = (
  chosen: readonly Candidate[],
  rules: readonly StackingRule[],
): readonly ChosenBenefit[] => {
  const priced = chosen.map((candidate) => ({
    candidate,
    amount: candidate.amount ?? NO_MONEY,
    groups: rules.filter(({ id }) => candidate.stacking.includes(id)),
  }))
  return [...countTogether(priced)].map(([{ candidate }, { low, high }]) => ({
    candidate,
    counted:
      candidate.amount === null ? null : { low: fen(low), high: high === null ? null : fen(high) },
  }))
}

const exclusionReasons = (candidate: Candidate, chosen: Candidate): readonly LeftOutReason[] => {
  const stated = (by: Candidate, against: Candidate): readonly LeftOutReason[] =>
    exclusionsAgainst(by, against).map((exclusion) => ({
      kind: 'excluded',
      chosen: chosen.key,
      statedBy: by.measure,
      exclusion,
    }))
  const once: readonly LeftOutReason[] = isOnceForBoth(candidate, chosen)
    ? [{ kind: 'granted-once', chosen: chosen.key }]
    : []
  return [...stated(candidate, chosen), ...stated(chosen, candidate), ...once]
}

const groupReasons = (
  { id, atMost, cap }: StackingRule,
  chosen: readonly ChosenBenefit[],
): readonly LeftOutReason[] => {
  const members = chosen.filter(({ candidate }) => candidate.stacking.includes(id))
  if (atMost !== null && members.length >= atMost) {
    const keys = members.map(({ candidate }) => candidate.key)
    return [{ kind: 'group-full', group: id, chosen: keys }]
  }
  const sum = members.reduce((total, { counted }) => total + (counted?.high ?? 0), 0)
  return cap !== null && sum >= cap ? [{ kind: 'group-cap', group: id }] : []
}

const reasonsFor = (
  candidate: Candidate,
  chosen: readonly ChosenBenefit[],
  rules: readonly StackingRule[],
): readonly LeftOutReason[] => {
  if (candidate.usedUpBy.length > 0) return [{ kind: 'used-up', by: candidate.usedUpBy }]
  const reasons = [
    ...chosen.flatMap((other) => exclusionReasons(candidate, other.candidate)),
    ...rules
      .filter(({ id }) => candidate.stacking.includes(id))
      .flatMap((rule) => groupReasons(rule, chosen)),
  ]
  return reasons.length > 0 ? reasons : [{ kind: 'adds-nothing' }]
}

const totalOf = (chosen: readonly ChosenBenefit[]): Combination['total'] => {
  const counted = chosen.flatMap((benefit) => benefit.counted ?? [])
  const highs = counted.flatMap(({ high }) => high ?? [])
  return {
    low: sumFen(counted.map(({ low }) => low)),
    high: highs.length === counted.length ? sumFen(highs) : null,
  }
}

const refuseRepeated = (candidates: readonly Candidate[]): void => {
  const keys = new Set(candidates.map(({ key }) => key))
  if (keys.size < candidates.length) throw new RangeError('two candidates have the same key')
  const benefits = new Set(candidates.map(({ measure, thing }) => JSON.stringify([measure, thing])))
  if (benefits.size < candidates.length) {
    throw new RangeError('two candidates are the same measure for the same thing')
  }
}

/**
 * Finds the legal set with the highest total: no two that exclude each other, no group above its
 * number, no sum counted above a cap. A range counts with its high end, an open one with its low
 * end. Among equals it prefers the higher low end, then more benefits whose worth is not a figure,
 * then larger ones, then smaller keys. Exact; the time grows exponentially only with the number of
 * benefits that hang together by exclusions and groups. Throws RangeError when a key occurs twice,
 * or a measure twice for the same thing.
 */
export const combine = (
  candidates: readonly Candidate[],
  rules: readonly StackingRule[],
): Combination => {
  refuseRepeated(candidates)
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]))
  const closed = new Set(rules.flatMap(({ id, atMost }) => (atMost === 0 ? [id] : [])))
  const usable = candidates.filter(
    ({ usedUpBy, stacking }) => usedUpBy.length === 0 && !stacking.some((id) => closed.has(id)),
  )
  const best = searchBest(toOptions(usable, bindingRules(usable, rules)))
  const chosen = countChosen(
    best.flatMap(({ key }) => byKey.get(key) ?? []),
    rules,
  )
  const taken = new Set(best.map(({ key }) => key))
  const leftOut = candidates
    .filter(({ key }) => !taken.has(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((candidate) => ({ candidate, reasons: reasonsFor(candidate, chosen, rules) }))
  return { chosen, total: totalOf(chosen), leftOut }
}
