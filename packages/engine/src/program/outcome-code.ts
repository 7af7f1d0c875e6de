import type { Outcome } from '../verdict.ts'

/** Outcomes as small integers: the place in this table is the code. */
export const OUTCOME_OF_CODE: readonly Outcome[] = [
  'unmet',
  'met',
  'needs-review',
  'unknown',
  'not-in-force',
]

/** The truth of a condition has the code of its outcome; of two open answers the larger one stands. */
export const FALSE = 0
export const TRUE = 1
export const REVIEW = 2
export const UNKNOWN = 3
export const NOT_IN_FORCE = 4
