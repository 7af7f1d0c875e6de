import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import {
  type AsyncRecordBatchFileReader,
  type AsyncRecordBatchStreamReader,
  CompressionType,
  compressionRegistry,
  DataType,
  type RecordBatch,
  RecordBatchReader,
  type Schema,
  type Vector,
} from 'apache-arrow'
import type { Cell } from './cell.ts'
import type { SourceColumn } from './column-heads.ts'
import { refusal } from './refuse.ts'
import type { RowBatch, RowSource } from './row-source.ts'

const FORMAT = 'Arrow'
const MAGIC = Buffer.from('ARROW1')
const CONTINUATION = Buffer.from([255, 255, 255, 255])
const END_OF_STREAM = Buffer.from([255, 255, 255, 255, 0, 0, 0, 0])
const WORD = 2 ** 32

compressionRegistry.set(CompressionType.ZSTD, {
  encode: (bytes) => zstdCompressSync(bytes),
  decode: (bytes) => zstdDecompressSync(bytes),
})

const isPlain = (type: DataType): boolean =>
  DataType.isInt(type) ||
  DataType.isFloat(type) ||
  DataType.isBool(type) ||
  DataType.isUtf8(type) ||
  DataType.isLargeUtf8(type) ||
  DataType.isNull(type)

const physicalOf = (type: DataType): SourceColumn['physical'] | null => {
  if (DataType.isDecimal(type)) return { scale: type.scale }
  if (DataType.isDate(type)) return 'days'
  if (DataType.isDictionary(type)) return isPlain(type.dictionary) ? 'plain' : null
  return isPlain(type) || DataType.isTimestamp(type) ? 'plain' : null
}

const columnsOf = (path: string, { fields }: Schema): readonly SourceColumn[] =>
  fields.map(({ name, type }) => {
    const physical = physicalOf(type)
    if (physical) return { name, physical }
    throw refusal('file.format', path, { format: FORMAT, detail: `${name} is ${type}` })
  })

/** A 128-bit whole number within the safe integers, from its little-endian words. */
const decimalAt = (words: ArrayLike<number>, row: number): number =>
  (words[4 * row] ?? 0) + ((words[4 * row + 1] ?? 0) | 0) * WORD

type Reader = (row: number) => Cell

const plainCell = (value: unknown): Cell =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  typeof value === 'boolean'
    ? value
    : null

/** Reads numbers of fixed width straight from their buffer; null for types that lie otherwise. */
const fixedReader = ({ type, data }: Vector): Reader | null => {
  const [chunk] = data
  if (chunk === undefined || data.length !== 1) return null
  const { values } = chunk
  const valid = (read: Reader): Reader =>
    chunk.nullCount === 0 ? read : (row) => (chunk.getValid(row) ? read(row) : null)
  if (DataType.isDecimal(type) && type.bitWidth === 128) {
    const perOne = 10 ** type.scale
    return valid((row) => decimalAt(values, row) / perOne)
  }
  const isDays = DataType.isDate(type) && values instanceof Int32Array
  return isDays || DataType.isInt(type) ? valid((row) => values[row]) : null
}

const readerOf = (vector: Vector): Reader => {
  const { type } = vector
  const fixed = fixedReader(vector)
  if (fixed !== null) return fixed
  if (DataType.isDate(type) || DataType.isTimestamp(type)) {
    return (row) => {
      const instant: unknown = vector.get(row)
      return typeof instant === 'number' ? new Date(instant) : null
    }
  }
  const source = DataType.isDictionary(type) ? vector.memoize() : vector
  return (row) => plainCell(source.get(row))
}

const toBatch = (batch: RecordBatch, first: number): RowBatch => {
  const readers = batch.schema.fields.map((_, column): Reader => {
    const vector = batch.getChildAt(column)
    return vector === null ? () => null : readerOf(vector)
  })
  return {
    rows: batch.numRows,
    cell: (row, column) => readers[column]?.(row),
    lineOf: (row) => first + row,
    faultOf: () => null,
  }
}

const detailOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const asRefusal = (path: string, cause: unknown): Error =>
  Object.assign(refusal('file.format', path, { format: FORMAT, detail: detailOf(cause) }), {
    cause,
  })

const readAt = async (path: string, reader: AsyncRecordBatchFileReader, index: number) => {
  let batch: RecordBatch | null
  try {
    batch = await reader.readRecordBatch(index)
  } catch (cause) {
    throw asRefusal(path, cause)
  }
  if (batch === null) throw refusal('file.truncated', path, { format: FORMAT })
  return batch
}

async function* fileBatches(
  path: string,
  handle: FileHandle,
  reader: AsyncRecordBatchFileReader,
): AsyncGenerator<RowBatch> {
  let first = 1
  try {
    for (let index = 0; index < reader.numRecordBatches; index += 1) {
      const batch = await readAt(path, reader, index)
      yield toBatch(batch, first)
      first += batch.numRows
    }
  } finally {
    await handle.close()
  }
}

async function* streamBatches(
  path: string,
  handle: FileHandle,
  reader: AsyncRecordBatchStreamReader,
): AsyncGenerator<RowBatch> {
  const batches = reader[Symbol.asyncIterator]()
  let first = 1
  const next = async (): Promise<RecordBatch | null> => {
    try {
      const { value, done } = await batches.next()
      return done ? null : value
    } catch (cause) {
      throw asRefusal(path, cause)
    }
  }
  try {
    for (let batch = await next(); batch !== null; batch = await next()) {
      yield toBatch(batch, first)
      first += batch.numRows
    }
  } finally {
    await handle.close()
  }
}

const bytesAt = async (handle: FileHandle, start: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length)
  await handle.read(bytes, 0, length, Math.max(0, start))
  return bytes
}

/** Which of the two formats it is; a file ends with its magic, a stream with the mark of its end. */
const formatOf = async (path: string, handle: FileHandle): Promise<'file' | 'stream'> => {
  const { size } = await handle.stat()
  const isFile = (await bytesAt(handle, 0, MAGIC.length)).equals(MAGIC)
  const isStream = (await bytesAt(handle, 0, CONTINUATION.length)).equals(CONTINUATION)
  if (!isFile && !isStream) {
    throw refusal('file.format', path, {
      format: FORMAT,
      detail: 'neither an Arrow file nor a stream',
    })
  }
  const end = isFile ? MAGIC : END_OF_STREAM
  const isWhole = (await bytesAt(handle, size - end.length, end.length)).equals(end)
  if (!isWhole) throw refusal('file.truncated', path, { format: FORMAT })
  return isFile ? 'file' : 'stream'
}

const openBatches = async (path: string, handle: FileHandle) => {
  const format = await formatOf(path, handle)
  try {
    if (format === 'stream') {
      const stream = await RecordBatchReader.from(createReadStream(path))
      await stream.open()
      if (stream.isStream() && stream.isAsync()) {
        return { schema: stream.schema, batches: streamBatches(path, handle, stream) }
      }
    } else {
      const file = await RecordBatchReader.from(handle)
      await file.open()
      if (file.isFile() && file.isAsync()) {
        return { schema: file.schema, batches: fileBatches(path, handle, file) }
      }
    }
  } catch (cause) {
    throw asRefusal(path, cause)
  }
  throw refusal('file.format', path, { format: FORMAT, detail: format })
}

/**
 * An Arrow file or stream (IPC; plain or zstd), read batch by batch. Rows count from 1. Throws AppError
 * `invalid-input` for one that is cut off or is none.
 */
export const arrowSource = async (path: string): Promise<RowSource> => {
  const handle = await open(path, 'r')
  try {
    const { schema, batches } = await openBatches(path, handle)
    return { columns: columnsOf(path, schema), batches, rows: null }
  } catch (error) {
    await handle.close()
    throw error
  }
}
