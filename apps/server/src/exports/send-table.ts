import { Readable } from 'node:stream'
import type { Language } from '@huiqi/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Column, writeCsv, writeNdjson } from './write-csv.ts'

/** The form of a list that is no page of JSON. */
export type TableFormat = 'csv' | 'ndjson'

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
}

/** The form that a request asks for, by `format` or else by its Accept header; null for a page of JSON. */
export const tableFormatOf = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  format: 'json' | TableFormat | undefined,
): TableFormat | null => {
  if (format !== undefined) return format === 'json' ? null : format
  const accepted = (headers.accept ?? '').split(',').map((part) => part.split(';')[0]?.trim())
  const wanted = accepted.find((type) => type !== undefined && type !== '')
  if (wanted === TYPES.csv) return 'csv'
  return wanted === TYPES.ndjson ? 'ndjson' : null
}

/** A whole list, row by row. */
export interface Table<Row> {
  /** The name of the file without its ending, in ASCII. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  readonly language: Language
}

const PIECE = 16_384

/** Few large pieces travel faster than many small ones. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** Answers with a table, made while it is read; what is not read is not made. */
export const sendTable = <Row>(
  reply: FastifyReply,
  format: TableFormat,
  { name, columns, rows, language }: Table<Row>,
): FastifyReply => {
  const lines = format === 'csv' ? writeCsv(columns, rows, language) : writeNdjson(rows)
  return reply
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('vary', 'accept, accept-language')
    .type(`${TYPES[format]}; charset=utf-8`)
    .send(Readable.from(inPieces(lines), { objectMode: false }))
}
