import { isoDate, toDayNumber } from '@huiqi/domain'
import { type FactDefinition, type FactType, NEVER, type Rulebook } from '@huiqi/engine'
import type { Column, Table } from '../table.ts'

/** A value as a test writes it: numbers in stored units, dates and codes as text; null is missing. */
export type Stored = number | string | boolean | null

/** Values by column, named as `enterprise.revenue@2024`. */
export type Columns = Readonly<Record<string, readonly Stored[]>>

type Part = Pick<Column, 'values' | 'missing' | 'never' | 'unit' | 'codes'>

/** Stored rates are ten thousandths. */
const UNITS: Readonly<Partial<Record<FactType, Column['unit']>>> = { rate: { n: 1, d: 10_000 } }

const ONE = { n: 1, d: 1 }
const PLAIN = { never: null, unit: ONE, codes: null }

const room = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

const truths = (values: readonly Stored[]): Part => ({
  ...PLAIN,
  missing: 0xff,
  values: new Uint8Array(room(values.length)).map((_, row) => {
    const value = values[row] ?? null
    return value === null ? 0xff : Number(value)
  }),
})

const days = (values: readonly Stored[]): Part => {
  const [missing, never] = [-0x8000_0000, -0x7fff_ffff]
  const stored = (value: Stored): number => {
    if (value === null) return missing
    return value === NEVER ? never : toDayNumber(isoDate(String(value)))
  }
  const target = new Int32Array(room(values.length * 4))
  target.set(values.map(stored))
  return { ...PLAIN, missing, never, values: target }
}

const codes = (values: readonly Stored[]): Part => {
  const named = [...new Set(values.filter((value) => value !== null).map(String))]
  const target = new Uint16Array(room(values.length * 2))
  target.set(values.map((value) => (value === null ? 0xffff : named.indexOf(String(value)))))
  return { ...PLAIN, missing: 0xffff, codes: named, values: target }
}

const numbers = (values: readonly Stored[], type: FactType): Part => {
  const missing = -Number.MAX_SAFE_INTEGER
  const target = new Float64Array(room(values.length * 8))
  target.set(values.map((value) => (value === null ? missing : Number(value))))
  return { ...PLAIN, missing, unit: UNITS[type] ?? ONE, values: target }
}

const partOf = ({ type }: FactDefinition, values: readonly Stored[]): Part => {
  switch (type) {
    case 'boolean':
      return truths(values)
    case 'date':
      return days(values)
    case 'code':
      return codes(values)
    default:
      return numbers(values, type)
  }
}

/** A table of the given columns, all of the same length. */
export const tableOf = ({ facts }: Rulebook, columns: Columns): Table => {
  const listed = Object.entries(columns).map(([key, values]): Column => {
    const [fact = '', year] = key.split('@')
    const definition = facts.get(fact)
    if (definition === undefined) throw new RangeError(`unknown fact: ${fact}`)
    const { type } = definition
    return {
      fact,
      year: year === undefined ? null : Number(year),
      type,
      ...partOf(definition, values),
    }
  })
  const lengths = new Set(listed.map(({ values }) => values.length))
  const [rows = 0] = lengths
  if (lengths.size > 1) throw new RangeError(`columns of different lengths: ${[...lengths]}`)
  return { rows, columns: listed, uscc: null }
}
