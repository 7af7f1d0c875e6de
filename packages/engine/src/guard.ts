import { applyTest, type TestOutcome } from './condition-test.ts'
import type { Guard, Reference } from './model.ts'
import { resolveReference } from './reference.ts'
import { CLOSED, joinOpenness, type Openness, type Resolved } from './resolved.ts'
import type { CodeIndex, Rulebook } from './rulebook.ts'
import type { Situation } from './situation.ts'
import { allOf, type Truth } from './truth.ts'

/** A value and how each of the tests on it came out. */
export interface GuardOutcome {
  readonly resolved: Resolved
  readonly outcomes: readonly TestOutcome[]
  readonly truth: Truth
  readonly why: Openness
}

const codeIndexOf = (rulebook: Rulebook, reference: Reference): CodeIndex | null => {
  if (reference.kind !== 'fact') return null
  const list = rulebook.facts.get(reference.fact)?.codes
  return list ? (rulebook.codeLists.get(list) ?? null) : null
}

const reasons = (resolved: Resolved, outcomes: readonly TestOutcome[]): Openness => {
  const gaps = outcomes.flatMap(({ gap }) => (gap === null ? [] : [gap]))
  const byText = gaps.length === 0 ? CLOSED : { missing: [], reviews: [], gaps }
  return resolved.kind === 'open' ? joinOpenness([resolved, byText]) : byText
}

/** Applies all tests of a guard or leaf to the value it names. */
export const applyGuard = (situation: Situation, guard: Guard): GuardOutcome => {
  const resolved = resolveReference(situation, guard.reference)
  const index = codeIndexOf(situation.rulebook, guard.reference)
  const outcomes = guard.tests.map((test) => applyTest(situation, test, { resolved, index }))
  const truth = allOf(outcomes.map((outcome) => outcome.truth))
  return { resolved, outcomes, truth, why: truth === 'open' ? reasons(resolved, outcomes) : CLOSED }
}
