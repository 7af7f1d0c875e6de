import type { ImportFormat } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { csvSource, parquetSource, type RowSource } from '@huiqi/population'

const OPENERS: Readonly<Partial<Record<ImportFormat, (path: string) => Promise<RowSource>>>> = {
  csv: csvSource,
  parquet: parquetSource,
}

/** Opens a file of rows. Throws AppError `invalid-input` for a file that cannot be read as what it is said to be. */
export const openSource = (format: ImportFormat, path: string): Promise<RowSource> => {
  const open = OPENERS[format]
  if (open !== undefined) return open(path)
  throw new AppError('invalid-input', {
    issues: [
      { code: 'file.format', severity: 'error', params: { format, detail: 'not supported' } },
    ],
  })
}

const ENDINGS: ReadonlyMap<string, ImportFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['xlsx', 'xlsx'],
  ['parquet', 'parquet'],
])

/** The formats that can be opened. */
export const isReadable = (format: ImportFormat): boolean => OPENERS[format] !== undefined

/** The format that a file name promises; null for any other. */
export const formatOfName = (fileName: string): ImportFormat | null => {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  return ENDINGS.get(ending) ?? null
}
