import type { Fraction } from '../fraction.ts'
import { joinOpen, MISSING, type WhenOpen } from '../resolved-sql.ts'
import type { Sql } from '../sql-node.ts'
import { all, any, FALSE, isNull, not } from '../truth-sql.ts'
import type { Whole } from '../whole.ts'

/** Why a part of a formula has no value in a row. */
export interface PartOpen {
  /** No value exists whatever else becomes known: division by zero, a date that never came; two-valued. */
  readonly undefined: Sql
  /** Why the other open rows are open. */
  readonly whenOpen: WhenOpen
}

/** The value of a part of a formula: NULL where it is not known. */
export type Part = PartOpen &
  (
    | { readonly type: 'number' | 'money'; readonly value: Fraction }
    | { readonly type: 'days' | 'months'; readonly value: Whole }
    | { readonly type: 'date' | 'boolean' | 'text'; readonly value: Sql }
  )

/** What is NULL exactly where the part is not known. */
export const witness = (part: Part): Sql => {
  switch (part.type) {
    case 'number':
    case 'money':
      return part.value.n.sql
    case 'days':
    case 'months':
      return part.value.sql
    default:
      return part.value
  }
}

/** A part that is always known. */
export const ALWAYS_KNOWN: PartOpen = { undefined: FALSE, whenOpen: MISSING }

/** Not known, though a value may exist; two-valued. */
export const isWaiting = (part: Part): Sql => all(isNull(witness(part)), not(part.undefined))

/** Why a whole is open that waits for whatever its parts wait for. */
export const waitingFor = (parts: readonly Part[]): WhenOpen =>
  joinOpen(parts.map((part) => ({ isOpen: isWaiting(part), whenOpen: part.whenOpen })))

/** A strict operation: no value as soon as one operand has none, else it waits for the open ones. */
export const strictly = (operands: readonly Part[], ownUndefined: Sql = FALSE): PartOpen => ({
  undefined: any(...operands.map((operand) => operand.undefined), ownUndefined),
  whenOpen: waitingFor(operands),
})

const wrongType = (part: Part, expected: string): TypeError =>
  new TypeError(`${expected} expected, found ${part.type}`)

/** The payload of days or months. */
export const wholeOf = (part: Part): Whole => {
  if (part.type === 'days' || part.type === 'months') return part.value
  throw wrongType(part, 'days or months')
}

/** The payload of a number or of money. */
export const fractionIn = (part: Part): Fraction => {
  if (part.type === 'number' || part.type === 'money') return part.value
  throw wrongType(part, 'a number')
}

/** The payload of a date, truth or code. */
export const sqlIn = (part: Part): Sql => {
  if (part.type === 'date' || part.type === 'boolean' || part.type === 'text') return part.value
  throw wrongType(part, 'a date, truth or code')
}
