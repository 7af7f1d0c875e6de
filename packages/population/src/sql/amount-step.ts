import type { Measure } from '@huiqi/engine'
import { type AmountSql, amountSql } from './amount-sql.ts'
import type { PageStep } from './page.ts'
import type { Scope } from './scope.ts'
import type { Sql } from './sql-node.ts'
import { choose, column, comparison } from './truth-sql.ts'

const text = (value: string): Sql => ({ kind: 'text', value })

const NO_AMOUNT: Sql = { kind: 'null', type: 'big' }
const NO_STATUS: Sql = { kind: 'null', type: 'text' }

/** The amount of a measure in force that gives money; null for any other. */
export const amountOfMeasure = (scope: Scope, measure: Measure): AmountSql | null => {
  const amount = measure.eligible === null ? null : (measure.benefit?.amount ?? null)
  return amount === null ? null : amountSql(scope, amount)
}

const TEXT = {
  zh: '金额以分计，只取整分。缺基数时金额 unknown：不按 0，也不按上限。',
  en: 'Amounts in whole fen. A missing base makes the amount unknown: never zero, never the cap.',
} as const

const VERDICT = column('verdict', 1)
const isGiven = comparison('<>', VERDICT, text('unmet'))

const statusOf = ({ low, high, isUnknown }: AmountSql): Sql =>
  choose(
    [
      { when: comparison('=', VERDICT, text('unmet')), gives: NO_STATUS },
      { when: comparison('=', low.sql, high.sql), gives: text('exact') },
      { when: isUnknown, gives: text('unknown') },
    ],
    text('by-officer'),
  )

const given = (sql: Sql): Sql =>
  choose([{ when: isGiven, gives: { kind: 'cast', type: 'big', operand: sql } }])

/** The step from the verdict to the amounts; `amount_high` is NULL where no end is known. */
export const amountStep = (scope: Scope, amount: AmountSql | null): PageStep => {
  const low = amount === null ? NO_AMOUNT : given(amount.low.sql)
  const high = amount === null ? NO_AMOUNT : given(amount.high.sql)
  const status = amount === null ? NO_STATUS : statusOf(amount)
  return {
    name: 'amounts',
    remarks: amount === null ? [] : [TEXT[scope.language]],
    columns: [
      { name: 'amount_low', sql: low, remarks: [] },
      { name: 'amount_high', sql: high, remarks: [] },
      { name: 'amount_status', sql: status, remarks: [] },
    ],
  }
}

/** What an amount rests on. */
export const amountParts = (amount: AmountSql | null): readonly Sql[] =>
  amount === null ? [] : [amount.low.sql, amount.high.sql, amount.isUnknown]
