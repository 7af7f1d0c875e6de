import { compare, daysBetween, type Exact, parseDate, subtract } from '@huiqi/domain'
import type { TestOutcome } from './condition-test.ts'
import { type FactType, type Guard, NEVER, type Scalar } from './model.ts'
import { typeOfReference } from './reference.ts'
import type { Resolved } from './resolved.ts'
import type { Rulebook } from './rulebook.ts'

/** How far a value is from passing: the amount short of, or over, the bound. */
export type Distance =
  | {
      readonly kind: 'number'
      readonly type: FactType
      readonly direction: 'short' | 'over'
      /** Fen for money; zero when only the number itself is excluded (`more-than`, `less-than`). */
      readonly by: Exact
      readonly bound: Exact
    }
  | {
      readonly kind: 'date'
      readonly direction: 'early' | 'late'
      readonly days: number
      readonly bound: string
    }
  | { readonly kind: 'other'; readonly expected: readonly string[] }

const between = (value: Exact, bound: Exact): Exact =>
  compare(value, bound) < 0 ? subtract(bound, value) : subtract(value, bound)

const ofDates = (word: string, value: Scalar, bound: string): Distance | null => {
  if (value === NEVER) return { kind: 'other', expected: [bound] }
  const [from, to] = [parseDate(String(value)), parseDate(bound)]
  if (from === null || to === null) return null
  const days = Math.abs(daysBetween(from, to))
  return { kind: 'date', direction: word === 'not-before' ? 'early' : 'late', days, bound }
}

const ofTest = (type: FactType, value: Scalar, outcome: TestOutcome): Distance | null => {
  const { test, bound } = outcome
  switch (test.word) {
    case 'at-least':
    case 'more-than':
    case 'at-most':
    case 'less-than': {
      if (typeof value !== 'object' || typeof bound !== 'object' || bound === null) return null
      const direction = test.word === 'at-least' || test.word === 'more-than' ? 'short' : 'over'
      return { kind: 'number', type, direction, by: between(value, bound), bound }
    }
    case 'not-before':
    case 'not-after':
      return typeof bound === 'string' ? ofDates(test.word, value, bound) : null
    case 'one-of':
      return { kind: 'other', expected: test.values }
    case 'is':
      return {
        kind: 'other',
        expected: bound === null || typeof bound === 'object' ? [] : [String(bound)],
      }
    default:
      return { kind: 'other', expected: [] }
  }
}

/** The distance of the first failing comparison; null when the value is open. */
export const distanceOf = (
  rulebook: Rulebook,
  guard: Guard,
  found: { readonly resolved: Resolved; readonly outcomes: readonly TestOutcome[] },
): Distance | null => {
  const failing = found.outcomes.find(({ truth }) => truth === 'false')
  if (!failing || found.resolved.kind === 'open') return null
  return ofTest(typeOfReference(rulebook, guard.reference), found.resolved.value, failing)
}
