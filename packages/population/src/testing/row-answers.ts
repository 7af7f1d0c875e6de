import {
  type Clock,
  decide,
  isInForce,
  type Measure,
  type Rulebook,
  type Verdict,
} from '@huiqi/engine'
import { situationOfRow } from '../row-situation.ts'
import type { OneMatch } from '../run/open-population.ts'
import type { MeasureMatch, MoneyTotal } from '../run/population-match.ts'
import type { Table } from '../table.ts'

/** Rows and the rules that they are asked for. */
export interface Asked {
  readonly table: Table
  readonly rulebook: Rulebook
  readonly clock: Clock
}

/** The verdict of the plain evaluator for each row. */
export const verdictsOf = ({ table, rulebook, clock }: Asked, measure: Measure): Verdict[] =>
  Array.from({ length: table.rows }, (_, row) => {
    const { about } = measure
    return decide(measure, situationOfRow(table, row, { rulebook, clock, about }))
  })

/** How a row comes out: met, perhaps, or not. */
export type Sign = '+' | '?' | '-'

/** The sign of a verdict. */
export const signOf = ({ outcome }: Pick<Verdict, 'outcome'>): Sign => {
  if (outcome === 'met') return '+'
  return outcome === 'unknown' || outcome === 'needs-review' ? '?' : '-'
}

const isSet = (bits: Uint32Array, row: number): boolean =>
  (((bits[row >> 5] ?? 0) >>> (row & 31)) & 1) === 1

/** One sign for each row from the bits of a match. */
export const signsOfBits = (
  { certainRows, possibleRows }: Pick<OneMatch, 'certainRows' | 'possibleRows'>,
  rows: number,
): string =>
  Array.from({ length: rows }, (_, row): Sign => {
    if (isSet(certainRows, row)) return '+'
    return isSet(possibleRows, row) ? '?' : '-'
  }).join('')

const addVerdict = (total: MoneyTotal, { amount }: Verdict): MoneyTotal => {
  if (amount === null) return total
  const { low, high, why } = amount
  const waits = why.missing.length + why.reviews.length + why.gaps.length > 0
  return {
    low: total.low + BigInt(low),
    high: total.high + BigInt(high ?? 0),
    unbounded: total.unbounded + (high === null ? 1 : 0),
    unknown: total.unknown + (waits && low !== high ? 1 : 0),
  }
}

const NO_MONEY: MoneyTotal = { low: 0n, high: 0n, unbounded: 0, unknown: 0 }

/** What verdicts add up to, as a match tells it; money is null when the measure gives none. */
export const tallyOf = (
  measure: Measure,
  verdicts: readonly Verdict[],
  { submittedOn }: Pick<Clock, 'submittedOn'>,
): Pick<MeasureMatch, 'certain' | 'possible' | 'money'> => {
  const signs = verdicts.map(signOf)
  const met = verdicts.filter(({ outcome }) => outcome === 'met')
  const isDecided = measure.eligible !== null && isInForce(measure, submittedOn)
  const givesMoney = isDecided && measure.benefit?.amount != null
  return {
    certain: met.length,
    possible: signs.filter((sign) => sign !== '-').length,
    money: givesMoney ? met.reduce(addVerdict, NO_MONEY) : null,
  }
}
