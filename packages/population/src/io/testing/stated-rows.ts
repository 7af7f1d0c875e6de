import { exact, formatExact, fromDayNumber } from '@huiqi/domain'
import { type Column, columnKey, type Table } from '../../table.ts'

const stated = (column: Column, row: number): string => {
  const value = column.values[row] ?? column.missing
  if (value === column.missing) return ''
  if (value === column.never) return 'never'
  if (column.codes !== null) return column.codes[value] ?? ''
  if (column.type === 'date') return fromDayNumber(value)
  if (column.type === 'boolean') return String(value === 1)
  return formatExact(exact(BigInt(value) * BigInt(column.unit.n), BigInt(column.unit.d)))
}

/** What each row states, whatever its storage: exact values in the unit of the fact, by column. */
export const statedRows = (table: Table): readonly Readonly<Record<string, string>>[] =>
  Array.from({ length: table.rows }, (_, row) => {
    const code = table.uscc?.subarray(row * 18, row * 18 + 18) ?? []
    const values = table.columns.map((column) => [columnKey(column), stated(column, row)])
    return { uscc: String.fromCharCode(...code), ...Object.fromEntries(values) }
  })
