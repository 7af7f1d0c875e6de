import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow'
import type { Table } from '../table.ts'
import { type ColumnFile, createColumnFile } from './column-file.ts'
import { type ExportOptions, rowRanges } from './export-options.ts'
import { type ExportedColumn, exportedColumns } from './exported-column.ts'
import { makeFile } from './make-file.ts'

const ROWS_IN_BATCH = 65_536
const DECIMAL_DIGITS = 18
const WORDS = 4
const WORD = 2 ** 32
const MOST_WAITING = 64 * 1024 * 1024
const CODE_BYTES = 18

interface Range {
  readonly from: number
  readonly end: number
}

/** Makes the data of one column for a range of rows. */
interface Maker {
  readonly field: Field
  readonly make: (range: Range) => Data
}

const bitsOf = (length: number, isSet: (row: number) => boolean): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(length / 8))
  for (let row = 0; row < length; row += 1) {
    if (isSet(row)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
  }
  return bits
}

/** Which rows of a range have a value, and how many have none. */
const validity = ({ column, form }: ExportedColumn, { from, end }: Range) => {
  const { values, missing, never } = column
  const isKnown = (row: number): boolean => {
    const value = values[from + row]
    return value !== missing && !(form.kind === 'day' && value === never)
  }
  const length = end - from
  let nullCount = 0
  for (let row = 0; row < length; row += 1) if (!isKnown(row)) nullCount += 1
  return { length, nullCount, nullBitmap: bitsOf(length, isKnown) }
}

/** Little-endian 128-bit words of whole numbers within the safe integers. */
const decimalWords = (length: number, valueAt: (row: number) => number): Uint32Array => {
  const words = new Uint32Array(length * WORDS)
  for (let row = 0; row < length; row += 1) {
    const value = valueAt(row)
    const high = Math.floor(value / WORD)
    const sign = value < 0 ? WORD - 1 : 0
    words.set([value - high * WORD, high >>> 0, sign, sign], row * WORDS)
  }
  return words
}

const makerFor = <Type extends DataType>(
  exported: ExportedColumn,
  type: Type,
  make: (shared: ReturnType<typeof validity>, from: number) => Data<Type>,
): Maker => ({
  field: new Field(exported.name, type, true),
  make: (range) => make(validity(exported, range), range.from),
})

const codeMaker = (exported: ExportedColumn, codes: readonly string[]): Maker => {
  const { values } = exported.column
  const type = new Dictionary(new Utf8(), new Int32())
  const dictionary: Vector<Utf8> = vectorFromArray([...codes, ''], new Utf8())
  return makerFor(exported, type, (shared, from) => {
    const data = Int32Array.from({ length: shared.length }, (_, row) =>
      Math.min(codes.length, values[from + row] ?? 0),
    )
    return makeData({ type, ...shared, data, dictionary })
  })
}

const makerOf = (exported: ExportedColumn): Maker => {
  const { column, form } = exported
  const { values, unit, never } = column
  switch (form.kind) {
    case 'decimal': {
      const { scale, times } = form
      const type = new Decimal(scale, DECIMAL_DIGITS, 128)
      return makerFor(exported, type, (shared, from) => {
        const valueAt = (row: number): number => (values[from + row] ?? 0) * times
        return makeData({ type, ...shared, data: decimalWords(shared.length, valueAt) })
      })
    }
    case 'count': {
      const type = new Int64()
      return makerFor(exported, type, (shared, from) => {
        const data = BigInt64Array.from({ length: shared.length }, (_, row) =>
          BigInt(((values[from + row] ?? 0) * unit.n) / unit.d),
        )
        return makeData({ type, ...shared, data })
      })
    }
    case 'code':
      return codeMaker(exported, form.codes)
    case 'day': {
      const type = new DateDay()
      return makerFor(exported, type, (shared, from) => {
        const data = Int32Array.from({ length: shared.length }, (_, row) => values[from + row] ?? 0)
        return makeData({ type, ...shared, data })
      })
    }
    default: {
      const type = new Bool()
      const yes = form.kind === 'never' ? never : 1
      return makerFor(exported, type, (shared, from) => {
        const data = bitsOf(shared.length, (row) => values[from + row] === yes)
        return makeData({ type, ...shared, data })
      })
    }
  }
}

const usccMaker = (uscc: Uint8Array): Maker => {
  const type = new Utf8()
  return {
    field: new Field('uscc', type, false),
    make: ({ from, end }) => {
      const length = end - from
      const valueOffsets = Int32Array.from({ length: length + 1 }, (_, row) => row * CODE_BYTES)
      const data = uscc.slice(from * CODE_BYTES, end * CODE_BYTES)
      return makeData({ type, length, nullCount: 0, valueOffsets, data })
    },
  }
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

const writeBatches = async (file: ColumnFile, table: Table, options: ExportOptions) => {
  const { limit = table.rows, synthetic = false, onProgress, signal } = options
  const rows = Math.min(limit, table.rows)
  const code = table.uscc === null ? [] : [usccMaker(table.uscc)]
  const makers = [...code, ...exportedColumns(table, 'beside').map(makerOf)]
  const metadata = new Map([['huiqi.synthetic', String(synthetic)]])
  const schema = new Schema(
    makers.map(({ field }) => field),
    metadata,
  )
  const type = new Struct(schema.fields)
  let made = 0
  let written = 0
  async function* batches(): AsyncGenerator<RecordBatch> {
    const ranges = rows === 0 ? [{ from: 0, end: 0 }] : rowRanges(rows, ROWS_IN_BATCH)
    for (const range of ranges) {
      while (made - written > MOST_WAITING) await pause()
      const children = makers.map(({ make }) => make(range))
      made += children.reduce((sum, child) => sum + child.byteLength, 0)
      const length = range.end - range.from
      yield new RecordBatch(schema, makeData({ type, length, nullCount: 0, children }))
      signal?.throwIfAborted()
      onProgress?.(range.end, rows)
    }
  }
  const writer = new RecordBatchFileWriter()
  const feeding = writer.writeAll(batches()).catch((error: unknown) => {
    writer.abort(error)
    throw error
  })
  const draining = async (): Promise<void> => {
    for await (const chunk of writer) {
      await file.write(chunk)
      written += chunk.length
    }
  }
  const [fed, drained] = await Promise.allSettled([feeding, draining()])
  if (fed.status === 'rejected') throw fed.reason
  if (drained.status === 'rejected') throw drained.reason
  return rows
}

/**
 * Writes a table as an Arrow file: money in yuan and rates as decimals, dates as days with a truth
 * column `….never` beside them, codes as dictionaries. The number of rows written.
 */
export const writeArrow = async (
  path: string,
  table: Table,
  options: ExportOptions = {},
): Promise<number> =>
  makeFile(path, async (partial) => {
    const file = await createColumnFile(partial)
    try {
      return await writeBatches(file, table, options)
    } finally {
      await file.close()
    }
  })
