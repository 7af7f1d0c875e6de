import { type IsoDate, parseDate } from '@huiqi/domain'
import type { FactType } from '@huiqi/engine'
import type { FileSeal } from './column-file.ts'
import { isStorage, STORAGES, type Storage } from './storage.ts'

/** The name of the head of a city folder. */
export const CITY_FILE = 'city.json'

/** The version of the format that this code writes and reads. */
export const CITY_FORMAT = 'huiqi-city/1'

/** What a city says of itself. */
export interface CityAbout {
  /** Whether the entities are made up. */
  readonly synthetic: boolean
  /** The seed of a generated city, else null. */
  readonly seed: number | null
  /** The day the figures are as of, else null. */
  readonly asOf: IsoDate | null
}

/** A file of the folder. */
export interface FileEntry extends FileSeal {
  readonly file: string
}

/** The file of the synthetic measures. */
export interface MeasuresEntry extends FileEntry {
  readonly count: number
}

/** One column and its file; the fields of a column of a table without the values. */
export interface ColumnEntry extends FileEntry {
  readonly fact: string
  readonly year: number | null
  readonly type: FactType
  readonly storage: Storage
  readonly missing: number
  readonly never: number | null
  readonly unit: { readonly n: number; readonly d: number }
  readonly codes: readonly string[] | null
}

/** The content of `city.json`. */
export interface CityHead extends CityAbout {
  readonly format: typeof CITY_FORMAT
  readonly rows: number
  readonly columns: readonly ColumnEntry[]
  readonly uscc: FileEntry | null
  /** The synthetic measures that belong to it. */
  readonly measures: MeasuresEntry | null
}

const TYPES: readonly string[] = ['money', 'rate', 'count', 'number', 'date', 'boolean', 'code']

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isType = (value: unknown): value is FactType =>
  typeof value === 'string' && TYPES.includes(value)

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value)

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const PLAIN_NAME = /^[a-z0-9][a-z0-9_.@-]*$/

const readFile = (value: unknown): FileEntry | null => {
  if (!isFields(value)) return null
  const { file, bytes, crc32 } = value
  const isSound =
    typeof file === 'string' && PLAIN_NAME.test(file) && isCount(bytes) && isCount(crc32)
  return isSound ? { file, bytes, crc32 } : null
}

const readUnit = (value: unknown): ColumnEntry['unit'] | null => {
  if (!isFields(value)) return null
  const { n, d } = value
  return isCount(n) && isCount(d) && n > 0 && d > 0 ? { n, d } : null
}

type Marks = Pick<ColumnEntry, 'storage' | 'missing' | 'never' | 'codes'>

const readMarks = ({ storage, missing, never, codes }: Fields): Marks | null => {
  if (typeof storage !== 'string' || !isStorage(storage) || !isInteger(missing)) return null
  if (!(never === null || isInteger(never)) || !(codes === null || isTextList(codes))) return null
  return { storage, missing, never, codes }
}

const readColumn = (value: unknown): ColumnEntry | null => {
  if (!isFields(value)) return null
  const { fact, year, type } = value
  const file = readFile(value)
  const unit = readUnit(value.unit)
  const marks = readMarks(value)
  if (file === null || unit === null || marks === null) return null
  if (typeof fact !== 'string' || !isType(type) || !(year === null || isInteger(year))) return null
  return { fact, year, type, ...file, ...marks, unit }
}

const columnFault = (rows: number, { fact, storage, bytes, codes, type }: ColumnEntry): string => {
  if (bytes !== rows * STORAGES[storage].bytes) return `${fact}: ${bytes} bytes for ${rows} rows`
  if ((type === 'code') !== (codes !== null)) return `${fact}: codes do not go with ${type}`
  return ''
}

const parseFields = (text: string): Fields | string => {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : 'not an object'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const readMeasures = (value: unknown): MeasuresEntry | null => {
  const file = readFile(value)
  const count = isFields(value) ? value.count : null
  return file !== null && isCount(count) ? { ...file, count } : null
}

const readAbout = ({ synthetic, seed, asOf }: Fields): CityAbout | null => {
  if (typeof synthetic !== 'boolean') return null
  if (!(seed === null || isInteger(seed))) return null
  return { synthetic, seed, asOf: typeof asOf === 'string' ? parseDate(asOf) : null }
}

const readColumns = (listed: unknown): readonly ColumnEntry[] | null => {
  if (!Array.isArray(listed)) return null
  const columns = listed.map(readColumn).filter((column) => column !== null)
  return columns.length === listed.length ? columns : null
}

/** The head that a text states, or what is wrong with it. */
export const readHead = (text: string): CityHead | string => {
  const fields = parseFields(text)
  if (typeof fields === 'string') return fields
  const { format, rows } = fields
  if (format !== CITY_FORMAT) return `format ${String(format)}, expected ${CITY_FORMAT}`
  if (!isCount(rows)) return 'rows'
  const about = readAbout(fields)
  const columns = readColumns(fields.columns)
  const uscc = readFile(fields.uscc)
  const measures = readMeasures(fields.measures)
  if (about === null) return 'synthetic or seed'
  if (columns === null) return 'columns'
  if (uscc === null && fields.uscc !== null) return 'uscc'
  if (measures === null && fields.measures !== null) return 'measures'
  const faults = columns.map((column) => columnFault(rows, column)).filter((fault) => fault !== '')
  return faults[0] ?? { format, ...about, rows, columns, uscc, measures }
}

/** The head as it stands in the folder: one line for each column. */
export const formatHead = ({ columns, ...head }: CityHead): string => {
  const year = head.asOf === null ? null : Number(head.asOf.slice(0, 4))
  const top = Object.entries({ ...head, asOfYear: year })
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`)
    .join('\n')
  const lines = columns.map((column) => `    ${JSON.stringify(column)}`).join(',\n')
  return `{\n${top}\n  "columns": [\n${lines}\n  ]\n}\n`
}
