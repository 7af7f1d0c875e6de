import type { Exact, IsoDate } from '@huiqi/domain'

/** How wide a whole number is kept: 32 bits, 64 bits, or as the widest exact type of the dialect. */
export type Width = 'int' | 'big' | 'wide'

/** The types that values have in every dialect; `decimal` has six decimals. */
export type SqlType = Width | 'decimal' | 'truth' | 'text' | 'date'

/** The signs of a comparison. */
export type ComparisonSign = '=' | '<>' | '<' | '<=' | '>' | '>='

/** A column of a table or of an earlier step; `depth` counts the steps that it needs, 0 for the table. */
export interface ColumnNode {
  readonly kind: 'column'
  readonly name: string
  readonly depth: number
  readonly isNeverNull: boolean
}

/** An operation on whole numbers; `bits` is the room that its result may need. */
export interface ArithmeticNode {
  readonly kind: 'sum' | 'difference' | 'product' | 'quotient' | 'remainder'
  readonly left: Sql
  readonly right: Sql
  readonly bits: number
}

/** `CASE WHEN … THEN … ELSE … END`; without `otherwise` the result is NULL when no branch holds. */
export interface CaseNode {
  readonly kind: 'case'
  readonly branches: readonly { readonly when: Sql; readonly gives: Sql }[]
  readonly otherwise: Sql | null
}

/** An expression that every dialect can say. Truth is three-valued: NULL is "cannot be told". */
export type Sql =
  | ColumnNode
  | ArithmeticNode
  | CaseNode
  | { readonly kind: 'integer'; readonly value: bigint }
  /** At most six decimals. */
  | { readonly kind: 'decimal'; readonly value: Exact }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'date'; readonly value: IsoDate | 'never' }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'null'; readonly type: SqlType }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Sql[] }
  | { readonly kind: 'not'; readonly operand: Sql }
  | {
      readonly kind: 'comparison'
      readonly sign: ComparisonSign
      readonly left: Sql
      readonly right: Sql
    }
  | { readonly kind: 'one-of'; readonly operand: Sql; readonly values: readonly string[] }
  | { readonly kind: 'is-null' | 'is-known'; readonly operand: Sql }
  /** The first part that is not NULL. */
  | { readonly kind: 'first-known'; readonly parts: readonly Sql[] }
  /** Of parts that are never NULL: dialects disagree on what a NULL among them does. */
  | { readonly kind: 'least' | 'greatest'; readonly parts: readonly Sql[] }
  | { readonly kind: 'cast'; readonly type: SqlType; readonly operand: Sql }
  /** A decimal times a million, as a whole number. */
  | { readonly kind: 'millionths'; readonly operand: Sql }
  | { readonly kind: 'prefix'; readonly operand: Sql; readonly length: number }
  | { readonly kind: 'date-part'; readonly part: 'year' | 'month' | 'day'; readonly operand: Sql }
  | { readonly kind: 'month-end'; readonly operand: Sql }
  | { readonly kind: 'days-between'; readonly from: Sql; readonly to: Sql }
  | { readonly kind: 'add-days'; readonly date: Sql; readonly days: Sql }
  | { readonly kind: 'add-months'; readonly date: Sql; readonly months: number }
  /** A part of `all` or `any` with a remark above it. */
  | { readonly kind: 'noted'; readonly operand: Sql; readonly note: string }

/** The direct parts of an expression. */
export const partsOf = (sql: Sql): readonly Sql[] => {
  switch (sql.kind) {
    case 'column':
    case 'integer':
    case 'decimal':
    case 'text':
    case 'date':
    case 'truth':
    case 'null':
      return []
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
    case 'remainder':
    case 'comparison':
      return [sql.left, sql.right]
    case 'case': {
      const branches = sql.branches.flatMap(({ when, gives }) => [when, gives])
      return sql.otherwise === null ? branches : [...branches, sql.otherwise]
    }
    case 'all':
    case 'any':
    case 'first-known':
    case 'least':
    case 'greatest':
      return sql.parts
    case 'days-between':
      return [sql.from, sql.to]
    case 'add-days':
      return [sql.date, sql.days]
    case 'add-months':
      return [sql.date]
    default:
      return [sql.operand]
  }
}

/** How many steps must come before the expression can be worked out. */
export const depthOf = (sql: Sql): number =>
  sql.kind === 'column' ? sql.depth : Math.max(0, ...partsOf(sql).map(depthOf))

/** Whether the expression is worth a column of its own: anything but a column or a constant. */
export const isCompound = (sql: Sql): boolean => partsOf(sql).length > 0

/** Whether anything in the expression carries a remark. */
export const hasNotes = (sql: Sql): boolean => sql.kind === 'noted' || partsOf(sql).some(hasNotes)
