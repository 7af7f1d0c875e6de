import type { Cell } from '../io/cell.ts'
import type { SourceColumn } from '../io/column-heads.ts'
import { type NamedBytes, readText } from '../io/csv-source.ts'
import { refusal } from '../io/refuse.ts'
import type { RowBatch } from '../io/row-source.ts'
import { plainNumber } from './plain-number.ts'
import type { RowStream, StreamRows } from './row-stream.ts'

/** A line of more characters than this is no row. */
const LONGEST_LINE = 16 << 20

type Fault = ReturnType<RowBatch['faultOf']>

/** A line read: its cells by column, or why it is none. */
interface ReadLine {
  readonly line: number
  readonly cells: readonly Cell[]
  readonly fault: Fault
}

/** Numbers of which a double may lose a digit, or that are written with an exponent. */
const NOT_PLAIN = /[:,\s[]-?(?:[\d.]{16}|[\d.]+[eE])/

const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }) =>
  typeof value === 'number' ? plainNumber(context?.source ?? String(value)) : value

const parse = (text: string): unknown =>
  NOT_PLAIN.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** Names of columns in the order in which rows bring them up. */
interface Columns {
  list: readonly SourceColumn[]
  readonly places: Map<string, number>
}

const placeOf = (columns: Columns, name: string): number => {
  const known = columns.places.get(name)
  if (known !== undefined) return known
  const place = columns.places.size
  columns.places.set(name, place)
  columns.list = [...columns.list, { name }]
  return place
}

const readLine = (text: string, line: number, columns: Columns): ReadLine => {
  let value: unknown
  try {
    value = parse(text)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : ''
    return { line, cells: [], fault: { code: 'json.line', params: { detail } } }
  }
  if (!isRecord(value)) return { line, cells: [], fault: { code: 'json.object', params: {} } }
  const cells: Cell[] = []
  let fault: Fault = null
  for (const [name, cell] of Object.entries(value)) {
    if (isCell(cell)) cells[placeOf(columns, name)] = cell
    else fault ??= { code: 'json.value', params: { name } }
  }
  return { line, cells, fault }
}

const toBatch = (rows: readonly ReadLine[]): RowBatch => ({
  rows: rows.length,
  cell: (row, column) => rows[row]?.cells[column],
  lineOf: (row) => rows[row]?.line ?? 0,
  faultOf: (row) => rows[row]?.fault ?? null,
})

async function* readParts(source: NamedBytes): AsyncGenerator<StreamRows> {
  const columns: Columns = { list: [], places: new Map() }
  let rest = ''
  let line = 0
  const read = (texts: readonly string[]): StreamRows => {
    const rows = texts.flatMap((text, at) =>
      text.trim() === '' ? [] : [readLine(text, line + at + 1, columns)],
    )
    line += texts.length
    return { columns: columns.list, batch: toBatch(rows) }
  }
  for await (const part of readText(source)) {
    const texts = (rest + part).split('\n')
    rest = texts.pop() ?? ''
    if (rest.length > LONGEST_LINE) {
      const detail = `no end of the line at ${line + texts.length + 1}`
      throw refusal('file.format', source.name, { format: 'NDJSON', detail })
    }
    if (texts.length > 0) yield read(texts)
  }
  if (rest !== '') yield read([rest])
}

/**
 * Rows as JSON objects, one a line, with the keys that CSV has as columns; a key may be left out where
 * nothing is known. Numbers are read as they are written, to the last digit.
 */
export const ndjsonRows = (source: NamedBytes): RowStream => ({
  parts: readParts(source),
  columnFaults: 'in-rows',
})
