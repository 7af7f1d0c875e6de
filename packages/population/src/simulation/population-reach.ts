import { type Amount, amountOf, isInForce, type Measure } from '@huiqi/engine'
import { situationOfRow } from '../row-situation.ts'
import { openPopulation } from '../run/open-population.ts'
import { narrowTable } from './narrow-table.ts'
import { type Setting, toReachedAmount } from './plain-reach.ts'
import { buildReach, type Reach, type ReachedRow, type ReachOf } from './reach.ts'
import { rowsWithThing } from './things.ts'

type AmountAt = (row: number) => ReachedRow['amount']

/** Whether an amount is the same for everyone. */
const isConstant = (amount: Amount): boolean => {
  switch (amount.kind) {
    case 'fixed':
    case 'not-found':
      return true
    case 'rate':
    case 'per-unit':
    case 'formula':
      return false
    case 'first':
      return amount.bands.every(
        ({ guards, amount: each }) => guards.length === 0 && isConstant(each),
      )
    default:
      return isConstant(amount.amount)
  }
}

/** Amounts are worked out by the plain evaluator, and only for those who are reached. */
const amountsOf = (setting: Setting, measure: Measure): AmountAt => {
  const { table, rulebook, clock } = setting
  const { about } = measure
  const amount = measure.benefit?.amount ?? null
  if (amount === null) return () => null
  const bare = { ...measure, eligible: null }
  const narrow = narrowTable(table, rulebook, { measure: bare })
  const work: AmountAt = (row) =>
    toReachedAmount(amountOf(situationOfRow(narrow, row, { rulebook, clock, about }), amount))
  if (!isConstant(amount) || table.rows === 0) return work
  const each = work(0)
  return () => each
}

const BITS = 32

const isSet = (words: Uint32Array, row: number): boolean =>
  ((words[row >>> 5] ?? 0) & (1 << (row & (BITS - 1)))) !== 0

/** The rows whose bit is set, ascending. */
function* rowsIn(words: Uint32Array): Generator<number> {
  for (const [at, word] of words.entries()) {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      yield at * BITS + (BITS - 1 - Math.clz32(rest & -rest))
    }
  }
}

/** Works out reaches with the compiled program of the population; the same as `plainReach`, in a fraction of its time. */
export const populationReach = (setting: Setting): ReachOf => {
  const { table, rulebook, clock } = setting
  const population = openPopulation(table, { rulebook, clock }, [])
  return (measure): Reach => {
    const builder = buildReach({ hasMoney: measure.benefit?.amount != null })
    if (!isInForce(measure, clock.submittedOn)) return builder.finish()
    const mayReach = rowsWithThing(table, rulebook, measure.about)
    const { certainRows, possibleRows } = population.matchOne(measure)
    const amountAt = amountsOf(setting, measure)
    for (const row of rowsIn(possibleRows)) {
      if (mayReach !== null && mayReach[row] === 0) continue
      builder.add({ row, isCertain: isSet(certainRows, row), amount: amountAt(row) })
    }
    return builder.finish()
  }
}
