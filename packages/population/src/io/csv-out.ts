import { fromDayNumber } from '@huiqi/domain'
import type { Table } from '../table.ts'
import { createColumnFile } from './column-file.ts'
import { type ExportOptions, rowRanges } from './export-options.ts'
import { type ExportedColumn, exportedColumns, usccAt } from './exported-column.ts'
import { makeFile } from './make-file.ts'

const ENCODER = new TextEncoder()
const ROWS_AT_ONCE = 4_096
const QUOTED = /[",\r\n]/

const decimalText = (value: number, scale: number): string => {
  if (scale === 0) return String(value)
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '')
  const whole = digits.slice(0, -scale)
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`
}

const cellText = ({ column, form }: ExportedColumn, row: number): string => {
  const value = column.values[row] ?? column.missing
  if (value === column.missing) return ''
  if (value === column.never) return 'never'
  switch (form.kind) {
    case 'decimal':
      return decimalText(value * form.times, form.scale)
    case 'count':
      return String((value * column.unit.n) / column.unit.d)
    case 'truth':
      return value === 1 ? 'true' : 'false'
    case 'code':
      return form.codes[value] ?? ''
    default:
      return fromDayNumber(value)
  }
}

const quoted = (text: string): string =>
  QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const rowText = (table: Table, columns: readonly ExportedColumn[], row: number): string => {
  const cells = columns.map((column) => quoted(cellText(column, row)))
  const code = table.uscc === null ? [] : [usccAt(table.uscc, row)]
  return `${[...code, ...cells].join(',')}\n`
}

const writeRows = async (
  partial: string,
  table: Table,
  options: ExportOptions,
): Promise<number> => {
  const { limit = table.rows, onProgress, signal } = options
  const rows = Math.min(limit, table.rows)
  const columns = exportedColumns(table, 'inline')
  const file = await createColumnFile(partial)
  const write = async (text: string): Promise<void> => file.write(ENCODER.encode(text))
  try {
    const code = table.uscc === null ? [] : ['uscc']
    await write(`${[...code, ...columns.map(({ name }) => name)].join(',')}\n`)
    for (const { from, end } of rowRanges(rows, ROWS_AT_ONCE)) {
      const length = end - from
      const lines = Array.from({ length }, (_, step) => rowText(table, columns, from + step))
      await write(lines.join(''))
      signal?.throwIfAborted()
      onProgress?.(end, rows)
    }
  } finally {
    await file.close()
  }
  return rows
}

/**
 * Writes a table as CSV: a head of `uscc`, `fact` and `fact@year`, money in yuan, `never`, empty where
 * not known. The number of rows written.
 */
export const writeCsv = async (
  path: string,
  table: Table,
  options: ExportOptions = {},
): Promise<number> => makeFile(path, (partial) => writeRows(partial, table, options))
