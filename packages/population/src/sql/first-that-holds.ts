import type { Sql } from './sql-node.ts'
import { all, any, FALSE, isKnown, isNull, isTrue, mayBeTrue, not } from './truth-sql.ts'
import { constant, constantOf, greatestOf, leastOf, NOTHING, pick, type Whole } from './whole.ts'

/** One of several things of which the first that holds counts; `low` is never NULL, `high` where it is open. */
export interface Choice {
  readonly truth: Sql
  readonly low: Whole
  readonly high: Whole
}

/** Least and greatest value still possible. */
export interface Ends {
  readonly low: Whole
  readonly high: Whole
}

const ZERO = constant(0)

/** Whether each may be the first that holds; two-valued. */
export const candidates = (choices: readonly { readonly truth: Sql }[]): readonly Sql[] =>
  choices.map(({ truth }, at) =>
    all(mayBeTrue(truth), ...choices.slice(0, at).map((earlier) => not(isTrue(earlier.truth)))),
  )

const isFalling = (choices: readonly Choice[]): boolean =>
  choices.every(({ low, high }, at) => {
    const value = constantOf(low)
    if (value === null || constantOf(high) !== value) return false
    const before = choices[at - 1]
    return before === undefined || before.low.low >= value
  })

/** Where values fall, the first that holds is the least possible and the first that may hold the greatest. */
const amongFalling = (choices: readonly Choice[]): Ends => ({
  low: pick(
    choices.map(({ truth, low }) => ({ when: truth, gives: low })),
    ZERO,
  ),
  high: pick(
    choices.map(({ truth, high }) => ({ when: mayBeTrue(truth), gives: high })),
    ZERO,
  ),
})

const highest = (choices: readonly Choice[]): bigint =>
  choices.map(({ low }) => low.high).reduce((a, b) => (a > b ? a : b), 0n)

const amongAny = (choices: readonly Choice[]): Ends => {
  const may = candidates(choices)
  const none = all(...choices.map(({ truth }) => not(isTrue(truth))))
  const beyond = constant(highest(choices))
  const lows = choices.map(({ low }, at) => pick([{ when: may[at] ?? FALSE, gives: low }], beyond))
  const highs = choices.map(({ high }, at) =>
    pick([{ when: all(may[at] ?? FALSE, isKnown(high.sql)), gives: high }], ZERO),
  )
  const isOpen = any(...choices.map(({ high }, at) => all(may[at] ?? FALSE, isNull(high.sql))))
  return {
    low: leastOf([...lows, pick([{ when: none, gives: ZERO }], beyond)]),
    high: pick([{ when: isOpen, gives: NOTHING }], greatestOf([...highs, ZERO])),
  }
}

/** What the first that holds may give; none gives zero. No value is negative. */
export const firstThatHolds = (choices: readonly Choice[]): Ends =>
  isFalling(choices) ? amongFalling(choices) : amongAny(choices)
