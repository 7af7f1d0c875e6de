import type { DecodedArray, SchemaElement } from 'hyparquet'
import { type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Table } from '../table.ts'
import { type ExportOptions, rowRanges } from './export-options.ts'
import { type ExportedColumn, exportedColumns, usccAt } from './exported-column.ts'
import { makeFile } from './make-file.ts'

const ROWS_IN_GROUP = 65_536
const DECIMAL_DIGITS = 18

const elementOf = ({ name, form }: ExportedColumn): SchemaElement => {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  switch (form.kind) {
    case 'decimal': {
      const { scale } = form
      const decimal = { converted_type: 'DECIMAL', precision: DECIMAL_DIGITS, scale } as const
      return { ...optional, type: 'INT64', ...decimal }
    }
    case 'count':
      return { ...optional, type: 'INT64' }
    case 'code':
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }
    case 'day':
      return { ...optional, type: 'INT32', converted_type: 'DATE' }
    default:
      return { ...optional, type: 'BOOLEAN' }
  }
}

const USCC: SchemaElement = {
  name: 'uscc',
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: 'REQUIRED',
}

type Value = bigint | string | number | boolean | null

const readerOf = ({ column, form }: ExportedColumn): ((value: number) => Value) => {
  const { never, unit } = column
  switch (form.kind) {
    case 'decimal':
      return (value) => BigInt(value * form.times)
    case 'count':
      return (value) => BigInt((value * unit.n) / unit.d)
    case 'code':
      return (value) => form.codes[value] ?? null
    case 'day':
      return (value) => (value === never ? null : value)
    case 'truth':
      return (value) => value === 1
    case 'never':
      return (value) => value === never
  }
}

const valuesOf = (
  exported: ExportedColumn,
  { from, end }: { readonly from: number; readonly end: number },
): DecodedArray => {
  const { values, missing } = exported.column
  const read = readerOf(exported)
  return Array.from({ length: end - from }, (_, step) => {
    const value = values[from + step] ?? missing
    return value === missing ? null : read(value)
  })
}

const codesOf = (uscc: Uint8Array, from: number, end: number): ColumnSource => ({
  name: USCC.name,
  data: Array.from({ length: end - from }, (_, step) => usccAt(uscc, from + step)),
})

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

const writeGroups = async (partial: string, table: Table, options: ExportOptions) => {
  const { limit = table.rows, synthetic = false, onProgress, signal } = options
  const rows = Math.min(limit, table.rows)
  const columns = exportedColumns(table, 'beside')
  const { uscc } = table
  const elements = [...(uscc === null ? [] : [USCC]), ...columns.map(elementOf)]
  const parquet = new ParquetWriter({
    writer: fileWriter(partial),
    schema: [{ name: 'root', num_children: elements.length }, ...elements],
    kvMetadata: [{ key: 'huiqi.synthetic', value: String(synthetic) }],
    createdBy: 'huiqi',
  })
  for (const { from, end } of rowRanges(rows, ROWS_IN_GROUP)) {
    const codes = uscc === null ? [] : [codesOf(uscc, from, end)]
    const sources = columns.map((column) => ({
      name: column.name,
      data: valuesOf(column, { from, end }),
    }))
    await parquet.write({ columnData: [...codes, ...sources], rowGroupSize: ROWS_IN_GROUP })
    signal?.throwIfAborted()
    onProgress?.(end, rows)
    await pause()
  }
  await parquet.finish()
  return rows
}

/**
 * Writes a table as Parquet (snappy): money in yuan and rates as decimals, dates as dates with a truth
 * column `….never` beside them, codes as text. The number of rows written.
 */
export const writeParquet = async (
  path: string,
  table: Table,
  options: ExportOptions = {},
): Promise<number> => makeFile(path, (partial) => writeGroups(partial, table, options))
