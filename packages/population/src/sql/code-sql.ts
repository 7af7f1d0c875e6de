import { type CodeIndex, codeLineage } from '@huiqi/engine'
import { refuse } from './refusal.ts'
import type { ResolvedSql } from './resolved-sql.ts'
import type { Sql } from './sql-node.ts'
import { any, OPEN, oneOf } from './truth-sql.ts'

const codesOf = (index: CodeIndex): readonly string[] => index.list.codes.map(({ code }) => code)

const isProperPrefix = (prefix: string, code: string): boolean =>
  prefix.length < code.length && code.startsWith(prefix)

/**
 * Refuses a list in which a code begins with another without belonging to it, or with a listed value
 * that the list does not hold: there a prefix alone would not tell where a longer code belongs.
 */
const checkPrefixes = (index: CodeIndex, values: readonly string[]): void => {
  const codes = codesOf(index)
  for (const code of codes) {
    const lineage = codeLineage(index, code)
    const stray = [...codes, ...values].find(
      (prefix) => isProperPrefix(prefix, code) && !lineage.includes(prefix),
    )
    if (stray !== undefined) refuse('not-supported', `${code} beside ${stray} in ${index.list.id}`)
  }
}

/** Whether a code is one of the values or belongs to one. */
export const belongsTo = (
  index: CodeIndex | null,
  code: string,
  values: readonly string[],
): boolean => {
  const lineage = index === null ? [code] : codeLineage(index, code)
  return lineage.some((ancestor) => values.includes(ancestor))
}

/** The listed codes that belong to one of the values, and the values themselves. */
const belonging = (index: CodeIndex, values: readonly string[]): readonly string[] => {
  const inside = codesOf(index).filter((code) => belongsTo(index, code, values))
  return [...new Set([...inside, ...values])]
}

const byLength = (codes: readonly string[]): ReadonlyMap<number, readonly string[]> => {
  const lengths = [...new Set(codes.map(({ length }) => length))].toSorted((a, b) => a - b)
  return new Map(lengths.map((length) => [length, codes.filter((code) => code.length === length)]))
}

/** Whether a code begins with one of the prefixes, the shortest asked for first. */
export const beginsWith = (value: Sql, prefixes: readonly string[]): Sql => {
  if (value.kind === 'null') return OPEN
  const parts = [...byLength(prefixes)].map(([length, codes]) =>
    oneOf({ kind: 'prefix', operand: value, length }, codes.toSorted()),
  )
  return any(...parts)
}

/** Codes that do not begin with another of them. */
const shortest = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => !codes.some((other) => isProperPrefix(other, code)))

/** Whether a code is one of the values or belongs to one; open where the code is NULL. */
export const isWithinCodes = (
  value: Sql,
  values: readonly string[],
  index: CodeIndex | null,
): Sql => {
  if (index === null) return oneOf(value, values)
  const inside = belonging(index, values)
  if (!index.list.hasPrefixHierarchy) return oneOf(value, inside)
  checkPrefixes(index, values)
  return beginsWith(value, shortest(inside))
}

type CodeResolved = Extract<ResolvedSql, { kind: 'code' }>

interface CoarsePlace {
  readonly top: string
  readonly place: number | null
  /** The place that the code itself would have. */
  readonly own: number | null
}

/** One way to tell a place in a list from the code, nearest first. */
export interface CodeCase {
  readonly when: Sql
  /** Null where the code leaves open which place is meant. */
  readonly place: number | null
}

const nearestPlace = (
  index: CodeIndex | null,
  code: string,
  places: ReadonlyMap<string, number>,
): number | null => {
  const lineage = index === null ? [code] : codeLineage(index, code)
  const nearest = lineage.find((ancestor) => places.has(ancestor))
  return nearest === undefined ? null : (places.get(nearest) ?? null)
}

const grouped = (
  value: Sql,
  codes: readonly (readonly [code: string, place: number])[],
  asTest: (value: Sql, codes: readonly string[]) => Sql,
): readonly CodeCase[] => {
  const places = [...new Set(codes.map(([, place]) => place))].toSorted((a, b) => a - b)
  return places.map((place) => ({
    place,
    when: asTest(
      value,
      codes.filter(([, other]) => other === place).map(([code]) => code),
    ),
  }))
}

/** A code with the place of every code that it may stand for; null where these differ or have none. */
const coarsePlaces = (
  { coarse, index }: CodeResolved,
  places: ReadonlyMap<string, number>,
): readonly CoarsePlace[] =>
  [...(coarse?.tops ?? [])].map(([top, below]) => {
    const found = new Set(below.map((code) => nearestPlace(index, code, places)))
    const [place = null] = found
    return { top, place: found.size === 1 ? place : null, own: nearestPlace(index, top, places) }
  })

const coarseCases = (value: Sql, coarse: readonly CoarsePlace[]): readonly CodeCase[] => {
  const other = coarse.filter(({ place, own }) => place !== own)
  const places = [...new Set(other.map(({ place }) => place))]
  return places.map((place) => {
    const tops = other.filter((each) => each.place === place).map(({ top }) => top)
    return { place, when: oneOf(value, tops) }
  })
}

/**
 * Tells from a code the place given to it or to the nearest code it belongs to; of several cases the
 * first that holds counts.
 */
export const casesByCode = (
  resolved: CodeResolved,
  places: ReadonlyMap<string, number>,
): readonly CodeCase[] => {
  const { index } = resolved
  const value = resolved.coarse?.stated ?? resolved.value
  const named = [...places.keys()]
  const all = index === null ? named : [...new Set([...codesOf(index), ...named])]
  const placed = all.flatMap((code) => {
    const place = nearestPlace(index, code, places)
    return place === null ? [] : [[code, place] as const]
  })
  const first = coarseCases(value, coarsePlaces(resolved, places))
  if (index === null || !index.list.hasPrefixHierarchy) {
    return [...first, ...grouped(value, placed, oneOf)]
  }
  checkPrefixes(index, named)
  const isImplied = ([code, place]: readonly [string, number]): boolean => {
    const above = placed.filter(([other]) => isProperPrefix(other, code))
    const nearest = above.toSorted(([a], [b]) => b.length - a.length)[0]
    return nearest?.[1] === place
  }
  const needed = placed.filter((entry) => !isImplied(entry))
  const lengths = [...byLength(needed.map(([code]) => code)).keys()].toReversed()
  const byPrefix = lengths.flatMap((length) =>
    grouped(
      value,
      needed.filter(([code]) => code.length === length),
      beginsWith,
    ),
  )
  return [...first, ...byPrefix]
}
