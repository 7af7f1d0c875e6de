import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Column, columnKey, type Table } from '../table.ts'
import {
  CITY_FILE,
  type CityHead,
  type ColumnEntry,
  type FileEntry,
  readHead,
} from './city-head.ts'
import { refusal } from './refuse.ts'
import { bytesOf, makeValues } from './storage.ts'

/** What to load of a city, and how far to distrust its files. */
export interface OpenOptions {
  /** Which columns are loaded; all when not given. */
  readonly wants?: (column: ColumnEntry) => boolean
  /** `checksums` reads every loaded file twice in memory; `lengths` trusts files of the right length. */
  readonly verify?: 'checksums' | 'lengths'
  /** Whether the credit codes are loaded; they are when not given. */
  readonly uscc?: 'load' | 'leave'
}

/** A city in memory. */
export interface OpenCity {
  readonly head: CityHead
  readonly table: Table
}

const READ_AT_ONCE = 16 * 1024 * 1024
const FILES_AT_ONCE = 4

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

const readHeadFile = async (folder: string): Promise<string> => {
  try {
    return await readFile(join(folder, CITY_FILE), 'utf8')
  } catch (error) {
    throw isMissing(error) ? refusal('city.none', folder) : error
  }
}

const lengthOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

/** The head of a city folder, with the length of every file checked. Throws AppError `invalid-input` (`city.…`). */
export const openCityHead = async (folder: string): Promise<CityHead> => {
  const head = readHead(await readHeadFile(folder))
  if (typeof head === 'string') throw refusal('city.head', folder, { detail: head })
  const others = [head.uscc, head.measures].filter((file) => file !== null)
  const files: readonly FileEntry[] = [...head.columns, ...others]
  for (const { file: name, bytes: expected } of files) {
    const bytes = await lengthOf(join(folder, name))
    if (bytes !== expected) throw refusal('city.truncated', folder, { name, bytes, expected })
  }
  return head
}

const readInto = async (path: string, bytes: Uint8Array): Promise<number> => {
  const handle = await open(path, 'r')
  let at = 0
  try {
    while (at < bytes.length) {
      const length = Math.min(READ_AT_ONCE, bytes.length - at)
      const { bytesRead } = await handle.read(bytes, at, length, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
  return at
}

interface Loading {
  readonly folder: string
  readonly verify: 'checksums' | 'lengths'
}

const load = async ({ folder, verify }: Loading, entry: FileEntry, bytes: Uint8Array) => {
  const { file: name, bytes: expected } = entry
  const read = await readInto(join(folder, name), bytes)
  if (read !== expected) throw refusal('city.truncated', folder, { name, bytes: read, expected })
  const isSound = verify === 'lengths' || crc32(bytes) === entry.crc32
  if (!isSound) throw refusal('city.checksum', folder, { name })
}

const loadColumn = async (loading: Loading, entry: ColumnEntry, rows: number): Promise<Column> => {
  const { fact, year, type, storage, missing, never, unit, codes } = entry
  const values = makeValues(storage, rows)
  await load(loading, entry, bytesOf(values))
  return { fact, year, type, values, missing, never, unit, codes }
}

const loadColumns = async (
  loading: Loading,
  { columns, rows }: CityHead,
): Promise<readonly Column[]> => {
  const loaded: Column[] = []
  for (let from = 0; from < columns.length; from += FILES_AT_ONCE) {
    const part = columns.slice(from, from + FILES_AT_ONCE)
    loaded.push(...(await Promise.all(part.map((entry) => loadColumn(loading, entry, rows)))))
  }
  return loaded
}

/**
 * Loads a city folder into shared memory. Throws AppError `invalid-input` when a file is missing,
 * shorter or longer than it was written, or changed.
 */
export const openCity = async (folder: string, options: OpenOptions = {}): Promise<OpenCity> => {
  const { wants = () => true, verify = 'checksums' } = options
  const head = await openCityHead(folder)
  const loading = { folder, verify }
  const columns = await loadColumns(loading, { ...head, columns: head.columns.filter(wants) })
  const { rows } = head
  const entry = options.uscc === 'leave' ? null : head.uscc
  const uscc = entry === null ? null : new Uint8Array(new SharedArrayBuffer(entry.bytes))
  if (entry !== null && uscc !== null) await load(loading, entry, uscc)
  return { head, table: { rows, columns, uscc } }
}

/** Wants the columns with these keys (`fact` or `fact@year`), or of these facts in every year. */
export const wantsColumns =
  (keys: Iterable<string>): ((column: ColumnEntry) => boolean) =>
  (column) => {
    const wanted = new Set(keys)
    return wanted.has(column.fact) || wanted.has(columnKey(column))
  }
