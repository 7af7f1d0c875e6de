import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { refusal } from './refuse.ts'
import type { RowBatch, RowSource } from './row-source.ts'

type Rows = string[][]

/** Rows of text with the line on which each begins. */
interface TextRows {
  readonly rows: Rows
  readonly lines: readonly number[]
  /** Rows whose quotes do not close, with the parser's word for it. */
  readonly broken: ReadonlyMap<number, string>
}

const BYTES_AT_ONCE = 1 << 20
/** A row of more characters than this has a quote that nobody closed. */
const LONGEST_ROW = 16 << 20

/** Bytes with the name that faults are told under. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** The text of a stream in parts with `\n` at line ends. Throws when it is not UTF-8. */
export async function* readText({ name, bytes: parts }: NamedBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let pending = ''
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
    } catch (cause) {
      throw Object.assign(refusal('file.encoding', name), { cause })
    }
  }
  for await (const bytes of parts) {
    const text = pending + decode(bytes)
    pending = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - pending.length).replaceAll('\r\n', '\n')
  }
  yield decode()
}

const countLines = (row: readonly string[]): number => {
  let lines = 1
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1
  }
  return lines
}

const isEmpty = (row: readonly string[]): boolean => row.length === 1 && row[0] === ''

const delimiterOf = (head: string): string =>
  head.includes(',') || !head.includes('\t') ? ',' : '\t'

/** Cuts the text into rows as it comes; the rest of an unfinished row waits for the next part. */
async function* parseRows(source: NamedBytes): AsyncGenerator<TextRows> {
  let parser: Papa.Parser | null = null
  let rest = ''
  let line = 1
  const cut = (text: string, isLast: boolean): TextRows => {
    const [head = ''] = text.split('\n', 1)
    parser ??= new Papa.Parser({ delimiter: delimiterOf(head), newline: '\n', quoteChar: '"' })
    const parsed: Papa.ParseResult<string[]> = parser.parse(text, 0, !isLast)
    const { data, errors, meta } = parsed
    rest = text.slice(meta.cursor)
    if (rest.length > LONGEST_ROW) {
      const detail = `no end of the row at ${line}`
      throw refusal('file.format', source.name, { format: 'CSV', detail })
    }
    const faults = new Map(errors.map(({ row, message }) => [row ?? 0, message]))
    const rows: Rows = []
    const lines: number[] = []
    const broken = new Map<number, string>()
    for (const [place, row] of data.entries()) {
      const fault = faults.get(place)
      if (fault !== undefined) broken.set(rows.length, fault)
      if (!isEmpty(row)) {
        rows.push(row)
        lines.push(line)
      }
      line += countLines(row)
    }
    return { rows, lines, broken }
  }
  for await (const part of readText(source)) {
    rest += part
    const hasHead = parser !== null || part.includes('\n')
    if (hasHead || rest.length > LONGEST_ROW) yield cut(rest, false)
  }
  if (rest !== '') yield cut(rest, true)
}

const toBatch = ({ rows, lines, broken }: TextRows, width: number): RowBatch => ({
  rows: rows.length,
  cell: (row, column) => rows[row]?.[column],
  lineOf: (row) => lines[row] ?? 0,
  faultOf: (row) => {
    const detail = broken.get(row)
    if (detail !== undefined) return { code: 'csv.quotes', params: { detail } }
    const found = rows[row]?.length ?? 0
    return found === width ? null : { code: 'csv.cells', params: { expected: width, found } }
  },
})

async function* batchesAfter(
  first: TextRows,
  parts: AsyncGenerator<TextRows>,
  width: number,
): AsyncGenerator<RowBatch> {
  yield toBatch(first, width)
  for await (const part of parts) yield toBatch(part, width)
}

const shifted = ({ rows, lines, broken }: TextRows): TextRows => ({
  rows: rows.slice(1),
  lines: lines.slice(1),
  broken: new Map([...broken].map(([row, detail]) => [row - 1, detail])),
})

/** CSV (RFC 4180, UTF-8, comma or tab) under a head of column names, read as it streams. */
export const csvStream = async (source: NamedBytes): Promise<RowSource> => {
  const parts = parseRows(source)
  for (;;) {
    const { value, done } = await parts.next()
    if (done) throw refusal('file.format', source.name, { format: 'CSV', detail: 'no head' })
    const head = value.rows[0]
    if (head === undefined) continue
    const names = head.map((name, place) => (place === 0 ? name.replace(/^\uFEFF/, '') : name))
    return {
      columns: names.map((name) => ({ name })),
      batches: batchesAfter(shifted(value), parts, names.length),
      rows: null,
    }
  }
}

/** A CSV file, as `csvStream` reads it. */
export const csvSource = (path: string): Promise<RowSource> =>
  csvStream({ name: path, bytes: createReadStream(path, { highWaterMark: BYTES_AT_ONCE }) })
