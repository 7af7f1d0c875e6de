import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '../platform/language.ts'
import { sendTable, type TableFormat, tableFormatOf } from './send-table.ts'
import type { Column } from './write-csv.ts'

/** A list that can be answered as a table. */
export interface TableOf<Row> {
  /** The name of the file without its ending, in ASCII. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  /** All rows, not one page. */
  readonly rows: () => Promise<Iterable<Row> | AsyncIterable<Row>>
}

/** Sends the whole list where the request asks for a table; false when it asks for a page. */
export const answerAsTable = async <Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, columns, rows }: TableOf<Row>,
): Promise<boolean> => {
  const query: unknown = request.query
  const asked = typeof query === 'object' && query !== null && 'format' in query ? query.format : ''
  const format = tableFormatOf(request, FORMATS.get(String(asked)))
  if (format === null) return false
  sendTable(reply, format, { name, columns, rows: await rows(), language: languageOf(request) })
  return true
}

const FORMATS: ReadonlyMap<string, 'json' | TableFormat> = new Map([
  ['json', 'json'],
  ['csv', 'csv'],
  ['ndjson', 'ndjson'],
])
