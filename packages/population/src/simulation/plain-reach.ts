import {
  type AmountRange,
  amountOf,
  type Clock,
  isInForce,
  type Measure,
  type Rulebook,
  traceCondition,
} from '@huiqi/engine'
import { situationOfRow } from '../row-situation.ts'
import type { Table } from '../table.ts'
import { narrowTable } from './narrow-table.ts'
import { buildReach, type Reach, type ReachedRow, type ReachOf } from './reach.ts'
import { rowsWithThing } from './things.ts'

/** A population with the rules and the day on which it is looked at. */
export interface Setting {
  readonly table: Table
  readonly rulebook: Rulebook
  readonly clock: Clock
}

/** Told now and then how many rows are done. */
export type OnRows = (done: number, of: number) => void

const ROWS_AT_ONCE = 4096

/** Whether the text gives an amount that missing facts or holes keep open. */
const isUnknown = ({ low, high, why }: AmountRange): boolean =>
  why.missing.length + why.reviews.length > 0 || (why.gaps.length > 0 && low !== high)

/** An amount as a reach holds it. */
export const toReachedAmount = (range: AmountRange): NonNullable<ReachedRow['amount']> => ({
  low: range.low,
  high: range.high,
  isUnknown: isUnknown(range),
})

const answerOf = (setting: Setting, measure: Measure): ((row: number) => ReachedRow | null) => {
  const { rulebook, clock } = setting
  const { eligible, about } = measure
  const amount = measure.benefit?.amount ?? null
  const narrow = narrowTable(setting.table, rulebook, { measure })
  return (row) => {
    const situation = situationOfRow(narrow, row, { rulebook, clock, about })
    const truth = eligible === null ? 'open' : traceCondition(situation, eligible).truth
    if (truth === 'false') return null
    const isCertain = truth === 'true' && (about === 'enterprise' || situation.thing !== null)
    const range = amount === null ? null : amountOf(situation, amount)
    return { row, isCertain, amount: range && toReachedAmount(range) }
  }
}

/**
 * Works out reaches row by row with the plain evaluator: the meaning that every faster way is held to.
 * A measure that is not in force on the day reaches no one.
 */
export const plainReach =
  (setting: Setting, onRows: OnRows = () => undefined): ReachOf =>
  (measure): Reach => {
    const { table, rulebook, clock } = setting
    const builder = buildReach({ hasMoney: measure.benefit?.amount != null })
    if (!isInForce(measure, clock.submittedOn)) return builder.finish()
    const mayReach = rowsWithThing(table, rulebook, measure.about)
    const answer = answerOf(setting, measure)
    for (let row = 0; row < table.rows; row += 1) {
      if (row % ROWS_AT_ONCE === 0) onRows(row, table.rows)
      const reached = mayReach === null || mayReach[row] === 1 ? answer(row) : null
      if (reached !== null) builder.add(reached)
    }
    onRows(table.rows, table.rows)
    return builder.finish()
  }
