import type { Exact } from '@huiqi/domain'
import type { Enterprise, Facts, Rulebook, StatedValue, Thing, ThingKind } from '@huiqi/engine'

/** An enterprise with at most one thing of each kind. */
export interface Subject {
  readonly enterprise: Enterprise
  readonly things: Readonly<Partial<Record<ThingKind, Thing>>>
}

const GRADES: readonly StatedValue['grade'][] = ['A', 'B', 'C', 'D', null]

const better = (a: StatedValue, b: StatedValue): StatedValue =>
  GRADES.indexOf(b.grade) < GRADES.indexOf(a.grade) ? b : a

const factsAbout = ({ facts }: Rulebook, { enterprise, things }: Subject, fact: string): Facts => {
  const subject = facts.get(fact)?.subject
  if (subject === undefined || subject === 'enterprise') return enterprise.facts
  return things[subject]?.facts ?? {}
}

/** What is stated of a fact: of several values the one with the best grade; null when there is none. */
export const statedOf = (
  rulebook: Rulebook,
  subject: Subject,
  { fact, year }: { readonly fact: string; readonly year: number | null },
): StatedValue | null => {
  const stated = factsAbout(rulebook, subject, fact)[fact]
  const [first] = stated ?? []
  if (stated === undefined || first === undefined) return null
  if (stated.length === 1) return year === null || first.year === year ? first : null
  const matching = stated.filter((entry) => year === null || entry.year === year)
  return matching.length === 0 ? null : matching.reduce(better)
}

/** A whole number that doubles hold exactly; null for any other. */
export const safeInteger = ({ n, d }: Exact): number | null => {
  if (d !== 1n) return null
  const value = Number(n)
  return Number.isSafeInteger(value) ? value : null
}
