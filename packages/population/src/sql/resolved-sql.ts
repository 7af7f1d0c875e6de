import type { CodeIndex } from '@huiqi/engine'
import { type NumberSql, UNKNOWN_NUMBER, valueSqlOf } from './fraction.ts'
import type { Sql } from './sql-node.ts'
import { all, any, FALSE, isAlways, isNull, oneOf, TRUE } from './truth-sql.ts'
import type { Whole } from './whole.ts'

/**
 * Why a value or a condition is open; means nothing where it is not: `unknown` when a fact is missing or the text has a
 * hole, else an officer must say; `gap` when the text has a hole. Both are two-valued.
 */
export interface WhenOpen {
  readonly unknown: Sql
  readonly gap: Sql
}

/** A fact is missing. */
export const MISSING: WhenOpen = { unknown: TRUE, gap: FALSE }
/** Only an officer can say. */
export const REVIEW: WhenOpen = { unknown: FALSE, gap: FALSE }
/** The text has a hole. */
export const HOLE: WhenOpen = { unknown: TRUE, gap: TRUE }

/** Classes still possible: places in `classes` from `best` to `worst`; NULL when any is. */
export interface ClassSpan {
  readonly best: Sql
  readonly worst: Sql
  readonly classes: readonly string[]
}

/**
 * A code as stated where some codes are too coarse to be known: each of `tops` leaves open which of the
 * codes below it is meant.
 */
export interface CoarseCode {
  readonly stated: Sql
  readonly tops: ReadonlyMap<string, readonly string[]>
}

/** The value of a fact or formula in every row: NULL where it is open. */
export type ResolvedSql =
  | {
      readonly kind: 'number'
      readonly value: NumberSql
      /** What is still possible; both ends are always known. */
      readonly range: { readonly low: NumberSql; readonly high: NumberSql } | null
      readonly whenOpen: WhenOpen
    }
  | { readonly kind: 'date' | 'truth'; readonly value: Sql; readonly whenOpen: WhenOpen }
  | {
      readonly kind: 'code'
      readonly value: Sql
      readonly span: ClassSpan | null
      readonly coarse: CoarseCode | null
      readonly index: CodeIndex | null
      readonly whenOpen: WhenOpen
    }

/** Points still possible, never NULL, in parts of a point that the table shares. */
export interface PointsSql {
  readonly low: Whole
  readonly high: Whole
  readonly whenOpen: WhenOpen
}

/** Whether the value is open; two-valued. */
export const isOpen = (resolved: ResolvedSql): Sql => {
  if (resolved.kind === 'number') return isNull(valueSqlOf(resolved.value))
  if (resolved.kind !== 'code' || resolved.coarse === null) return isNull(resolved.value)
  const { stated, tops } = resolved.coarse
  return any(isNull(stated), oneOf(stated, [...tops.keys()]))
}

/** A part that may be open, and why it is when it is; `isOpen` is two-valued. */
export interface OpenPart {
  readonly isOpen: Sql
  readonly whenOpen: WhenOpen
}

/** Why the whole is open when parts of it are: a fact missing in one open part is enough. */
export const joinOpen = (parts: readonly OpenPart[]): WhenOpen => {
  const live = parts.filter((part) => !isAlways(part.isOpen, false))
  const anyOpen = (flagOf: (whenOpen: WhenOpen) => Sql): Sql => {
    const flags = live.map(({ whenOpen }) => flagOf(whenOpen))
    const [only] = flags
    if (only !== undefined && flags.length === 1) return only
    if (flags.length > 0 && flags.every((flag) => isAlways(flag, true))) return TRUE
    return any(...live.map(({ isOpen, whenOpen }) => all(isOpen, flagOf(whenOpen))))
  }
  return { unknown: anyOpen(({ unknown }) => unknown), gap: anyOpen(({ gap }) => gap) }
}

const UNKNOWN_CODE = {
  kind: 'code',
  value: { kind: 'null', type: 'text' },
  span: null,
  coarse: null,
  index: null,
} as const

/** A value that no row has. */
export const openValue = (kind: ResolvedSql['kind'], whenOpen: WhenOpen): ResolvedSql => {
  switch (kind) {
    case 'number':
      return { kind, value: UNKNOWN_NUMBER, range: null, whenOpen }
    case 'date':
      return { kind, value: { kind: 'null', type: 'date' }, whenOpen }
    case 'truth':
      return { kind, value: { kind: 'null', type: 'truth' }, whenOpen }
    case 'code':
      return { ...UNKNOWN_CODE, whenOpen }
  }
}
