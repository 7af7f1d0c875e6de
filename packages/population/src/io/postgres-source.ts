import { Client } from 'pg'
import QueryStream from 'pg-query-stream'
import type { Cell } from './cell.ts'
import type { RowBatch, RowSource } from './row-source.ts'

/** A query on a PostgreSQL database. */
export interface PostgresQuery {
  /** A connection string, or a connected client that stays the caller's. */
  readonly connection: string | Client
  /** A SELECT whose columns are named as those of a CSV file. */
  readonly query: string
  readonly parameters?: readonly (string | number | boolean | null)[]
}

const ROWS_AT_ONCE = 4_096
const asText = (text: string): string => text
/** Every value stays the text that the database sent: exact, and free of the local time zone. */
const TYPES = { getTypeParser: () => asText }

const connect = async (connection: PostgresQuery['connection']): Promise<Client> => {
  if (typeof connection !== 'string') return connection
  const client = new Client({ connectionString: connection })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const toBatch = (rows: readonly (readonly Cell[])[], first: number): RowBatch => ({
  rows: rows.length,
  cell: (row, column) => rows[row]?.[column],
  lineOf: (row) => first + row,
  faultOf: () => null,
})

const isRow = (row: unknown): row is readonly Cell[] => Array.isArray(row)

async function* readRows(
  client: Client,
  text: string,
  given: PostgresQuery,
): AsyncGenerator<RowBatch> {
  const config = { batchSize: ROWS_AT_ONCE, rowMode: 'array' as const, types: TYPES }
  const stream = client.query(new QueryStream(text, [...(given.parameters ?? [])], config))
  let held: (readonly Cell[])[] = []
  let first = 1
  let isOver = false
  try {
    for await (const row of stream) {
      if (isRow(row)) held.push(row)
      if (held.length < ROWS_AT_ONCE) continue
      yield toBatch(held, first)
      first += held.length
      held = []
    }
    if (held.length > 0) yield toBatch(held, first)
    await client.query('commit')
    isOver = true
  } finally {
    stream.destroy()
    if (typeof given.connection === 'string') await client.end()
    else if (!isOver) await client.query('rollback')
  }
}

/**
 * The rows of a query, streamed in a transaction that may only read. Rows count from 1. Faults of the
 * database are thrown as they come.
 */
export const postgresSource = async (given: PostgresQuery): Promise<RowSource> => {
  const client = await connect(given.connection)
  const text = given.query.trim().replace(/;$/, '')
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query('set local datestyle = iso, ymd')
    const { fields } = await client.query({
      text: `select * from (${text}) as source limit 0`,
      values: [...(given.parameters ?? [])],
    })
    const columns = fields.map(({ name }) => ({ name }))
    return { columns, batches: readRows(client, text, given), rows: null }
  } catch (error) {
    if (typeof given.connection === 'string') await client.end()
    else await client.query('rollback')
    throw error
  }
}
