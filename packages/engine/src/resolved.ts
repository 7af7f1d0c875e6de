import { type Exact, ZERO } from '@huiqi/domain'
import type { Grade, Scalar } from './model.ts'

/** One fact of one year, as it is asked for; `year` is null for facts without a period. */
export interface Need {
  readonly fact: string
  readonly year: number | null
}

/** A stated value that an answer rests on. */
export interface FactUse extends Need {
  readonly value: Scalar
  readonly source: string | null
  readonly grade: Grade | null
}

/** What is still possible for an open value; null when nothing narrows it. */
export type Possible =
  | { readonly kind: 'range'; readonly low: Exact; readonly high: Exact }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | null

/** Why something is undecided: facts to supply, judgements to make, holes in the text. */
export interface Openness {
  readonly missing: readonly Need[]
  readonly reviews: readonly Need[]
  readonly gaps: readonly string[]
}

/** A value that is known, or open with the reasons. */
export type Resolved =
  | { readonly kind: 'known'; readonly value: Scalar; readonly uses: readonly FactUse[] }
  | (Openness & {
      readonly kind: 'open'
      readonly possible: Possible
      readonly uses: readonly FactUse[]
    })

/** Nothing is open. */
export const CLOSED: Openness = { missing: [], reviews: [], gaps: [] }

const unique = <T>(values: readonly T[], key: (value: T) => string): readonly T[] => {
  if (values.length < 2) return values
  const byKey = new Map(values.map((value) => [key(value), value]))
  return byKey.size === values.length ? values : [...byKey.values()]
}

/** The need as a text of its own: `enterprise.revenue@2024`. */
export const needKey = (need: Need): string =>
  need.year === null ? need.fact : `${need.fact}@${need.year}`

/** Each fact of each year once. */
export const distinctUses = (uses: readonly FactUse[]): readonly FactUse[] => unique(uses, needKey)

/** The union of several opennesses, each need and gap once, without anything else the parts carry. */
export const joinOpenness = (parts: readonly Openness[]): Openness => ({
  missing: unique(
    parts.flatMap((part) => part.missing),
    needKey,
  ),
  reviews: unique(
    parts.flatMap((part) => part.reviews),
    needKey,
  ),
  gaps: unique(
    parts.flatMap((part) => part.gaps),
    (gap) => gap,
  ),
})

/** A value that is known. */
export const known = (value: Scalar, uses: readonly FactUse[] = []): Resolved => ({
  kind: 'known',
  value,
  uses,
})

/** A value that is open, with the reasons and what is still possible. */
export const open = (
  openness: Partial<Openness>,
  rest: { readonly possible?: Possible; readonly uses?: readonly FactUse[] } = {},
): Resolved => ({
  kind: 'open',
  missing: openness.missing ?? [],
  reviews: openness.reviews ?? [],
  gaps: openness.gaps ?? [],
  possible: rest.possible ?? null,
  uses: rest.uses ?? [],
})

/** The scalar as a number; throws TypeError when the type check let something else through. */
export const asExact = (value: Scalar): Exact => {
  if (typeof value === 'object') return value
  throw new TypeError(`a number was expected, found ${typeof value}`)
}

/** Low and high end of a numeric value that may be open; null where an end is not known. */
export const boundsOf = (
  resolved: Resolved,
): { readonly low: Exact | null; readonly high: Exact | null } => {
  if (resolved.kind === 'known')
    return { low: asExact(resolved.value), high: asExact(resolved.value) }
  if (resolved.possible?.kind === 'range') return resolved.possible
  return { low: null, high: null }
}

/** `null` and negative numbers become zero. */
export const atLeastZero = (x: Exact | null): Exact => (x === null || x.n < 0n ? ZERO : x)
