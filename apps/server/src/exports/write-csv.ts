import type { Bilingual, Language } from '@huiqi/domain'

/** One column of a table. */
export interface Column<Row> {
  readonly name: Bilingual
  /** Numbers stay numbers; null is an empty cell. */
  readonly cell: (row: Row, language: Language) => string | number | null
}

/** Excel reads UTF-8 only behind this sign. */
const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'
const FORMULA = /^[=+\-@\t\r]/

/** A text that no spreadsheet takes for a formula. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const toCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The lines of a table as CSV (RFC 4180) for spreadsheets, the names of the columns first. */
export async function* writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + columns.map(({ name }) => toCell(name[language])).join(',') + LINE_END
  for await (const row of rows) {
    yield columns.map(({ cell }) => toCell(cell(row, language))).join(',') + LINE_END
  }
}

/** Each row as a line of JSON. */
export async function* writeNdjson<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}
