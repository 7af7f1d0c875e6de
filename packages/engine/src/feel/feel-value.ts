import type { Exact, IsoDate } from '@huiqi/domain'

/** A definite value: exact number, exact fen, ISO date, whole days or months, truth, code. */
export type Known =
  | { readonly kind: 'known'; readonly type: 'number' | 'money'; readonly value: Exact }
  | { readonly kind: 'known'; readonly type: 'date'; readonly value: IsoDate }
  | { readonly kind: 'known'; readonly type: 'days' | 'months'; readonly value: number }
  | { readonly kind: 'known'; readonly type: 'boolean'; readonly value: boolean }
  | { readonly kind: 'known'; readonly type: 'text'; readonly value: string }

/** Not known yet; `missing` names each missing fact once, in the order of the formula. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly missing: readonly string[]
}

/** Why no value exists: `never` is a date that is known never to have come. */
export type UndefinedReason = 'division-by-zero' | 'date-out-of-range' | 'never'

/** No value exists whatever else becomes known; behaves as unknown with nothing to ask for. */
export interface Undefined {
  readonly kind: 'undefined'
  readonly reason: UndefinedReason
}

/** The outcome of a formula. */
export type FeelValue = Known | Unknown | Undefined

/** The value true. */
export const TRUE: Known = { kind: 'known', type: 'boolean', value: true }
/** The value false. */
export const FALSE: Known = { kind: 'known', type: 'boolean', value: false }

/** Truth as a value. */
export const knownTruth = (value: boolean): Known => (value ? TRUE : FALSE)

/** A dimensionless exact number as a value. */
export const knownNumber = (value: Exact): Known => ({ kind: 'known', type: 'number', value })

/** An exact number of fen as a value. */
export const knownMoney = (value: Exact): Known => ({ kind: 'known', type: 'money', value })

/** A date as a value. */
export const knownDate = (value: IsoDate): Known => ({ kind: 'known', type: 'date', value })

/** A whole number of days as a value. */
export const knownDays = (value: number): Known => ({ kind: 'known', type: 'days', value })

/** A whole number of months as a value. */
export const knownMonths = (value: number): Known => ({ kind: 'known', type: 'months', value })

/** A code as a value. */
export const knownText = (value: string): Known => ({ kind: 'known', type: 'text', value })

/** An unknown that waits for the named facts. */
export const unknown = (...missing: readonly string[]): Unknown => ({ kind: 'unknown', missing })

/** What a quotient with divisor zero gives, such as growth from a zero base. */
export const DIVISION_BY_ZERO: Undefined = { kind: 'undefined', reason: 'division-by-zero' }
/** What a date before year 1 or after year 9999 gives. */
export const DATE_OUT_OF_RANGE: Undefined = { kind: 'undefined', reason: 'date-out-of-range' }

const wrongType = (value: Known, expected: string): TypeError =>
  new TypeError(`${expected} expected, found ${value.type}`)

/** The exact payload of a number or of money (fen). */
export const exactOf = (value: Known): Exact => {
  if (value.type === 'number' || value.type === 'money') return value.value
  throw wrongType(value, 'number or money')
}

/** The payload of a number of days or months. */
export const wholeOf = (value: Known): number => {
  if (value.type === 'days' || value.type === 'months') return value.value
  throw wrongType(value, 'days or months')
}

/** The payload of a date. */
export const dateOf = (value: Known): IsoDate => {
  if (value.type === 'date') return value.value
  throw wrongType(value, 'date')
}

/** The payload of a truth value. */
export const truthOf = (value: Known): boolean => {
  if (value.type === 'boolean') return value.value
  throw wrongType(value, 'boolean')
}

/** All names missing from the given values, each once. */
export const missingOf = (values: readonly FeelValue[]): readonly string[] => {
  const waiting = values.filter((value) => value.kind === 'unknown')
  const [first] = waiting
  if (first !== undefined && waiting.length === 1) return first.missing
  return [...new Set(waiting.flatMap((value) => value.missing))]
}

/**
 * The outcome of a strict operation whose operands are not all known: undefined when one operand is,
 * since no answer would change that, else unknown.
 */
export const strictOutcome = (values: readonly FeelValue[]): Unknown | Undefined => {
  for (const value of values) if (value.kind === 'undefined') return value
  return { kind: 'unknown', missing: missingOf(values) }
}
