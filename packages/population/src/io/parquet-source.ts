import { type FileHandle, open } from 'node:fs/promises'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  type ParquetScan,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet'
import type { Cell } from './cell.ts'
import type { SourceColumn } from './column-heads.ts'
import { refusal } from './refuse.ts'
import { columnBatch, type RowBatch, type RowSource } from './row-source.ts'

const MAGIC = 'PAR1'
const FORMAT = 'Parquet'
const LEAST_BYTES = 12
const ROWS_AT_ONCE = 65_536

const COMPRESSORS: Compressors = {
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
  ZSTD: (input) => zstdDecompressSync(input),
}

const PARSERS = { dateFromDays: (days: number): number => days }

const readBytes = async (handle: FileHandle, start: number, end: number): Promise<ArrayBuffer> => {
  const buffer = new ArrayBuffer(end - start)
  const bytes = new Uint8Array(buffer)
  let at = 0
  while (at < bytes.length) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at)
    if (bytesRead === 0) throw new RangeError(`the file ends at byte ${start + at}`)
    at += bytesRead
  }
  return buffer
}

const asBuffer = (handle: FileHandle, byteLength: number): AsyncBuffer => ({
  byteLength,
  slice: (start, end = byteLength) => readBytes(handle, start, end),
})

const textAt = async (handle: FileHandle, start: number): Promise<string> =>
  Buffer.from(await readBytes(handle, start, start + MAGIC.length)).toString('latin1')

/** Refuses a file without its first or last mark: one that was cut off has lost its footer. */
const refuseTruncated = async (path: string, handle: FileHandle, size: number): Promise<void> => {
  const first = size < LEAST_BYTES ? '' : await textAt(handle, 0)
  const last = size < LEAST_BYTES ? '' : await textAt(handle, size - MAGIC.length)
  if (first === MAGIC && last !== MAGIC) throw refusal('file.truncated', path, { format: FORMAT })
  if (first !== MAGIC) {
    throw refusal('file.format', path, { format: FORMAT, detail: 'no PAR1 at the beginning' })
  }
}

const lastByte = ({ row_groups }: FileMetaData): number =>
  Math.max(
    0,
    ...row_groups.flatMap(({ columns }) =>
      columns.flatMap(({ meta_data }) => {
        if (meta_data === undefined) return []
        const { data_page_offset, dictionary_page_offset, total_compressed_size } = meta_data
        return Number((dictionary_page_offset || data_page_offset) + total_compressed_size)
      }),
    ),
  )

const physicalOf = (element: SchemaElement): SourceColumn['physical'] => {
  const { converted_type, logical_type, scale } = element
  if (converted_type === 'DATE' || logical_type?.type === 'DATE') return 'days'
  if (converted_type === 'DECIMAL') return { scale: scale ?? 0 }
  return logical_type?.type === 'DECIMAL' ? { scale: logical_type.scale } : 'plain'
}

const columnsOf = (path: string, metadata: FileMetaData): readonly SourceColumn[] =>
  parquetSchema(metadata).children.map(({ element, children }) => {
    if (children.length > 0 || element.repetition_type === 'REPEATED') {
      throw refusal('file.format', path, {
        format: FORMAT,
        detail: `nested column ${element.name}`,
      })
    }
    return { name: element.name, physical: physicalOf(element) ?? 'plain' }
  })

const readPart = async (
  scan: ParquetScan,
  names: readonly string[],
  { rowStart, rowEnd }: { readonly rowStart: number; readonly rowEnd: number },
): Promise<RowBatch> => {
  const columns: ArrayLike<Cell>[] = []
  for (const column of names) {
    const values: ArrayLike<Cell> = await scan.readColumn({ column, rowStart, rowEnd })
    if (values.length !== rowEnd - rowStart) {
      throw new RangeError(`${values.length} values of ${column} for ${rowEnd - rowStart} rows`)
    }
    columns.push(values)
  }
  return columnBatch(columns, { rows: rowEnd - rowStart, first: rowStart + 1 })
}

const detailOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const asRefusal = (path: string, cause: unknown): Error =>
  Object.assign(refusal('file.format', path, { format: FORMAT, detail: detailOf(cause) }), {
    cause,
  })

async function* readGroups(
  path: string,
  handle: FileHandle,
  { scan, names }: { readonly scan: ParquetScan; readonly names: readonly string[] },
): AsyncGenerator<RowBatch> {
  try {
    for (const { rowStart, rowEnd } of scan.ranges) {
      for (let from = rowStart; from < rowEnd; from += ROWS_AT_ONCE) {
        const part = { rowStart: from, rowEnd: Math.min(rowEnd, from + ROWS_AT_ONCE) }
        let batch: RowBatch
        try {
          batch = await readPart(scan, names, part)
        } catch (cause) {
          throw asRefusal(path, cause)
        }
        yield batch
      }
    }
  } finally {
    await handle.close()
  }
}

const openScan = async (path: string, handle: FileHandle) => {
  const { size } = await handle.stat()
  await refuseTruncated(path, handle, size)
  const file = asBuffer(handle, size)
  let metadata: FileMetaData
  try {
    metadata = await parquetMetadataAsync(file)
  } catch (cause) {
    throw asRefusal(path, cause)
  }
  if (lastByte(metadata) > size) throw refusal('file.truncated', path, { format: FORMAT })
  const columns = columnsOf(path, metadata)
  const options = { file, metadata, compressors: COMPRESSORS, parsers: PARSERS }
  return { columns, scan: await parquetScan(options), rows: Number(metadata.num_rows) }
}

/**
 * A Parquet file, read row group by row group (snappy, gzip, brotli, zstd or uncompressed). Rows count
 * from 1. Throws AppError `invalid-input` for a file that is cut off or none.
 */
export const parquetSource = async (path: string): Promise<RowSource> => {
  const handle = await open(path, 'r')
  try {
    const { columns, scan, rows } = await openScan(path, handle)
    const names = columns.map(({ name }) => name)
    return { columns, batches: readGroups(path, handle, { scan, names }), rows }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** The columns of a Parquet file. Throws AppError `invalid-input` for a file that is cut off or none. */
export const parquetColumns = async (path: string): Promise<readonly SourceColumn[]> => {
  const handle = await open(path, 'r')
  try {
    return (await openScan(path, handle)).columns
  } finally {
    await handle.close()
  }
}
