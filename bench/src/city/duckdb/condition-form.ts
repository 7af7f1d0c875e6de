import { type Condition, type Leaf, resolveOperand, type Situation, yearMeant } from '@huiqi/engine'
import { columnKey, type Table } from '@huiqi/population'
import type { DerivedValues } from './derived-values.ts'
import { compareSql, memberSql } from './stored-test.ts'

/** What conditions are written over. */
export interface FormContext {
  readonly situation: Situation
  readonly table: Table
  readonly derived: DerivedValues
}

/** A three-valued condition, and what tells that it cannot be decided. */
interface Form {
  readonly sql: string
  readonly open: string
}

const whole = (sql: string): Form => ({ sql, open: `(${sql}) IS NULL` })

const UNKNOWN: Form = { sql: 'CAST(NULL AS BOOLEAN)', open: 'TRUE' }

const storedLeaf = ({ situation, table }: FormContext, leaf: Leaf): Form => {
  const { reference, tests } = leaf
  if (reference.kind !== 'fact') return UNKNOWN
  const year = reference.year === null ? null : yearMeant(situation.clock, reference.year)
  const key = columnKey({ fact: reference.fact, year })
  const place = table.columns.findIndex((column) => columnKey(column) === key)
  const column = table.columns[place]
  if (column === undefined) return UNKNOWN
  const name = `r${place}`
  const parts = tests.map((test) => {
    if ('values' in test) return memberSql(name, test, { rulebook: situation.rulebook, column })
    const bound = resolveOperand(situation, test.value)
    return bound === null ? null : compareSql(name, { word: test.word, bound }, column)
  })
  const sql = parts.map((part) => part ?? UNKNOWN.sql).join(' AND ')
  return parts.includes(null) ? whole(`(${sql})`) : { sql: `(${sql})`, open: `${name} IS NULL` }
}

const formOf = (context: FormContext, condition: Condition): Form => {
  if (condition.kind === 'leaf') {
    const ready = context.derived.leafSql(condition)
    return ready === null ? storedLeaf(context, condition) : whole(ready)
  }
  const parts = condition.parts.map((part) => formOf(context, part).sql)
  if (condition.kind === 'all') return whole(`(${parts.join(' AND ') || 'TRUE'})`)
  const any = `(${parts.join(' OR ') || 'FALSE'})`
  return whole(condition.kind === 'any' ? any : `NOT ${any}`)
}

/** The two halves of a query: who may meet a condition, and who certainly does. */
export interface QueryForm {
  readonly possible: string
  readonly certain: string
}

/** A condition for `SELECT count_if(certain), count(*) … WHERE possible`: each term in turn may be open. */
export const queryForm = (context: FormContext, condition: Condition): QueryForm => {
  const terms = condition.kind === 'all' ? condition.parts : [condition]
  const forms = terms.map((term) => formOf(context, term))
  return {
    possible: forms.map(({ sql, open }) => `(${sql} OR ${open})`).join('\n  AND ') || 'TRUE',
    certain: forms.map(({ sql }) => sql).join(' AND ') || 'TRUE',
  }
}
