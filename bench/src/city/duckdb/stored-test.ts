import { type Exact, parseDate, toDayNumber } from '@huiqi/domain'
import { codeLineage, type Rulebook, type Scalar, type Test } from '@huiqi/engine'
import type { Column } from '@huiqi/population'

const floorOf = (n: bigint, d: bigint): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d)

/** What a stored value is compared with. */
export interface Comparison<Bound = Scalar> {
  readonly word: Test['word']
  readonly bound: Bound
}

/** A comparison of stored whole numbers with a bound that need not be one. */
const numberSql = (
  name: string,
  { word, bound }: Comparison<Exact>,
  { unit }: Pick<Column, 'unit'>,
): string => {
  const n = bound.n * BigInt(unit.d)
  const d = bound.d * BigInt(unit.n)
  const floor = floorOf(n, d)
  const ceiling = -floorOf(-n, d)
  switch (word) {
    case 'at-least':
      return `${name} >= ${ceiling}`
    case 'at-most':
      return `${name} <= ${floor}`
    case 'more-than':
      return `${name} > ${floor}`
    case 'less-than':
      return `${name} < ${ceiling}`
    default: {
      const equal = floor === ceiling ? `${name} = ${floor}` : `${name} <> ${name}`
      return word === 'is' ? equal : `NOT (${equal})`
    }
  }
}

const dateSql = (
  name: string,
  { word, bound: day }: Comparison<number>,
  { never }: Pick<Column, 'never'>,
): string => {
  if (word === 'not-after') return `${name} <= ${day}`
  return never === null ? `${name} >= ${day}` : `${name} BETWEEN ${day} AND ${never - 1}`
}

const placesOf = (
  rulebook: Rulebook,
  { fact, codes }: Column,
  listed: readonly string[],
): readonly number[] => {
  const list = rulebook.facts.get(fact)?.codes
  const index = list ? rulebook.codeLists.get(list) : undefined
  const isWithin = (code: string): boolean =>
    index ? codeLineage(index, code).some((at) => listed.includes(at)) : listed.includes(code)
  return (codes ?? []).flatMap((code, place) => (isWithin(code) ? [place] : []))
}

/** Membership in a list of codes, those below them included. */
export const memberSql = (
  name: string,
  test: Extract<Test, { values: unknown }>,
  { rulebook, column }: { readonly rulebook: Rulebook; readonly column: Column },
): string => {
  const places = placesOf(rulebook, column, test.values)
  const isIn = places.length === 0 ? `${name} <> ${name}` : `${name} IN (${places.join(', ')})`
  return test.word === 'one-of' ? isIn : `NOT (${isIn})`
}

/** A comparison of a stored value, in the form that is cheapest to scan. */
export const compareSql = (
  name: string,
  { word, bound }: Comparison,
  column: Pick<Column, 'type' | 'unit' | 'never' | 'codes'>,
): string => {
  if (typeof bound === 'object') return numberSql(name, { word, bound }, column)
  if (typeof bound === 'boolean') return bound === (word === 'is') ? name : `NOT ${name}`
  const date = column.type === 'date' ? parseDate(bound) : null
  if (date !== null) return dateSql(name, { word, bound: toDayNumber(date) }, column)
  const equal = `${name} = ${column.codes?.indexOf(bound) ?? -1}`
  return word === 'is' ? equal : `NOT (${equal})`
}
