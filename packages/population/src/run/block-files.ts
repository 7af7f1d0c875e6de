import { closeSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { bytesOf, makeValues, storageOf } from '../io/storage.ts'
import type { Table } from '../table.ts'

/** A file that is read, with room for the CRC-32 of each block; null when it is trusted. */
export interface ReadFile {
  readonly path: string
  readonly sums: Uint32Array | null
}

/** The file of each column of a table; null for columns that are not read. */
export type ColumnFiles = readonly (ReadFile | null)[]

/** The rows of one block at a time, read from files. */
export interface BlockFiles {
  /** Holds the block read last, from its first row on. */
  readonly table: Table
  readonly read: (start: number, count: number) => void
  readonly close: () => void
}

/** Opens the files of a table's columns. Throws RangeError when a file ends before the rows do. */
export const openBlockFiles = (table: Table, files: ColumnFiles, blockRows: number): BlockFiles => {
  const opened = table.columns.flatMap((column, place) => {
    const file = files[place] ?? null
    if (file === null) return []
    const values = makeValues(storageOf(column.values), blockRows)
    return [{ ...file, place, values, bytes: bytesOf(values), handle: openSync(file.path, 'r') }]
  })
  const read = (start: number, count: number): void => {
    for (const { path, sums, values, bytes, handle } of opened) {
      const width = values.BYTES_PER_ELEMENT
      const length = count * width
      const found = readSync(handle, bytes, 0, length, start * width)
      if (found !== length) throw new RangeError(`${path} ends before row ${start + count}`)
      if (sums !== null) sums[start / blockRows] = crc32(bytes.subarray(0, length))
    }
  }
  const columns = [...table.columns]
  for (const { place, values } of opened) {
    const column = columns[place]
    if (column !== undefined) columns[place] = { ...column, values }
  }
  return {
    table: { rows: blockRows, columns, uscc: null },
    read,
    close: () => {
      for (const { handle } of opened) closeSync(handle)
    },
  }
}
