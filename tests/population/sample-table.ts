import { isoDate, toDayNumber } from '@huiqi/domain'
import { NEVER, type Rulebook, type Scalar } from '@huiqi/engine'
import { type Column, columnKey, type SourceColumn, type Table } from '@huiqi/population'
import type { SampleRow } from '../second-engines/random-rows.ts'

/** A column for each fact, and for each of the years of a yearly one. */
export const columnsOf = (
  { corpus }: Rulebook,
  years: readonly number[],
): readonly SourceColumn[] =>
  corpus.facts.flatMap((definition) => {
    const { id: fact, period } = definition
    return (period === 'year' ? years : [null]).map((year) => ({
      name: columnKey({ fact, year }),
      definition,
      year,
    }))
  })

type Part = Pick<Column, 'values' | 'missing' | 'never' | 'unit' | 'codes'>
type Given = readonly (Scalar | null)[]

const ONE = { n: 1, d: 1 }
const PLAIN = { never: null, unit: ONE, codes: null }
const MILLION = 1_000_000

const truths = (given: Given): Part => ({
  ...PLAIN,
  missing: 0xff,
  values: Uint8Array.from(given, (value) => (value === null ? 0xff : Number(value))),
})

const days = (given: Given): Part => {
  const [missing, never] = [-0x8000_0000, -0x7fff_ffff]
  const values = Int32Array.from(given, (value) => {
    if (value === null) return missing
    return value === NEVER ? never : toDayNumber(isoDate(String(value)))
  })
  return { ...PLAIN, missing, never, values }
}

const codes = (given: Given): Part => {
  const named = [...new Set(given.filter((value) => value !== null).map(String))]
  const places = new Map(named.map((code, place) => [code, place]))
  const values = Uint16Array.from(given, (value) => places.get(String(value)) ?? 0xffff)
  return { ...PLAIN, missing: 0xffff, codes: named, values }
}

const numbers = (given: Given): Part => {
  const isWhole = given.every(
    (value) => typeof value !== 'object' || value === null || value.d === 1n,
  )
  const unit = isWhole ? ONE : { n: 1, d: MILLION }
  const missing = -Number.MAX_SAFE_INTEGER
  const values = Float64Array.from(given, (value) => {
    if (typeof value !== 'object' || value === null) return missing
    const stored = Number((value.n * BigInt(unit.d)) / value.d)
    if (!Number.isSafeInteger(stored)) throw new RangeError(`too large for a column: ${stored}`)
    return stored
  })
  return { ...PLAIN, missing, unit, values }
}

const partOf = ({ definition }: SourceColumn, given: Given): Part => {
  switch (definition.type) {
    case 'boolean':
      return truths(given)
    case 'date':
      return days(given)
    case 'code':
      return codes(given)
    default:
      return numbers(given)
  }
}

/** The rows as a table of columns. */
export const tableOf = (rows: readonly SampleRow[], columns: readonly SourceColumn[]): Table => ({
  rows: rows.length,
  uscc: null,
  columns: columns.map((column) => {
    const given = rows.map(({ values }) => values.get(column.name) ?? null)
    const { definition, year } = column
    return { fact: definition.id, year, type: definition.type, ...partOf(column, given) }
  }),
})
