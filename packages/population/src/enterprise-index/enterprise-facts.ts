import type { Exact } from '@huiqi/domain'
import type {
  Enterprise,
  Facts,
  Need,
  Rulebook,
  StatedValue,
  Thing,
  ThingKind,
} from '@huiqi/engine'

/** An enterprise with at most one thing of each kind. */
export interface EnterpriseWithThings {
  readonly enterprise: Enterprise
  readonly things: Readonly<Partial<Record<ThingKind, Thing>>>
}

const GRADES: readonly StatedValue['grade'][] = ['A', 'B', 'C', 'D', null]

const better = (a: StatedValue, b: StatedValue): StatedValue =>
  GRADES.indexOf(b.grade) < GRADES.indexOf(a.grade) ? b : a

const NO_FACTS: Facts = {}

/** The facts of the enterprise, or of its thing of a kind. */
export const factsOf = (
  { enterprise, things }: EnterpriseWithThings,
  kind: ThingKind | null,
): Facts => (kind === null ? enterprise.facts : (things[kind]?.facts ?? NO_FACTS))

/** What facts state for a need: of several values the one with the best grade; null when there is none. */
export const statedIn = (facts: Facts, { fact, year }: Need): StatedValue | null => {
  const stated = facts[fact]
  if (stated === undefined) return null
  let best: StatedValue | null = null
  for (const entry of stated) {
    if (year === null || entry.year === year) best = best === null ? entry : better(best, entry)
  }
  return best
}

/** What an enterprise or one of its things states for a need; null when it is nothing. */
export type StatedOf = (subject: EnterpriseWithThings, need: Need) => StatedValue | null

/** Looks stated values up; which facts are about things is looked up once each. */
export const createStatedOf = ({ facts }: Rulebook): StatedOf => {
  const kinds = new Map<string, ThingKind | null>()
  const kindOf = (fact: string): ThingKind | null => {
    const ready = kinds.get(fact)
    if (ready !== undefined) return ready
    const subject = facts.get(fact)?.subject ?? 'enterprise'
    const kind = subject === 'enterprise' ? null : subject
    kinds.set(fact, kind)
    return kind
  }
  return (subject, need) => statedIn(factsOf(subject, kindOf(need.fact)), need)
}

/** A whole number that doubles hold exactly; null for any other. */
export const safeInteger = ({ n, d }: Exact): number | null => {
  if (d !== 1n) return null
  const value = Number(n)
  return Number.isSafeInteger(value) ? value : null
}
