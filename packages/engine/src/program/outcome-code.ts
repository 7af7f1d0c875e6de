import type { Outcome } from '../verdict.ts'

/** Outcomes as small integers: the place in this table is the code. */
export const OUTCOME_OF_CODE: readonly Outcome[] = [
  'unmet',
  'met',
  'needs-review',
  'unknown',
  'not-in-force',
]

/** A condition fails; the code of its truth is that of the outcome. */
export const FALSE = 0
/** A condition holds. */
export const TRUE = 1
/** A condition waits for a judgement. */
export const REVIEW = 2
/** A condition waits for a fact or a text; where parts wait for different things, this one stands. */
export const UNKNOWN = 3
/** The measure is not in force. */
export const NOT_IN_FORCE = 4
