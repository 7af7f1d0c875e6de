import type { ImportFormat } from '@huiqi/contract'
import { csvSource, parquetSource, type RowSource } from '@huiqi/population'
import { xlsxSource } from './xlsx/xlsx-source.ts'

const OPENERS: Readonly<Record<ImportFormat, (path: string) => Promise<RowSource>>> = {
  csv: csvSource,
  xlsx: xlsxSource,
  parquet: parquetSource,
}

/** Opens a file of rows. Throws AppError `invalid-input` for a file that cannot be read as what it is said to be. */
export const openSource = (format: ImportFormat, path: string): Promise<RowSource> =>
  OPENERS[format](path)

const ENDINGS: ReadonlyMap<string, ImportFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['xlsx', 'xlsx'],
  ['parquet', 'parquet'],
])

/** The format that a file name promises; null for any other. */
export const formatOfName = (fileName: string): ImportFormat | null => {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  return ENDINGS.get(ending) ?? null
}
