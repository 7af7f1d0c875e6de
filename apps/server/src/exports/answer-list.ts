import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerAsTable } from './answer-as-table.ts'
import type { Column } from './write-csv.ts'

/** What is asked of a list beside its filters; nothing where one page is wanted. */
export interface PageWanted {
  readonly limit?: number
  readonly after?: string | undefined
}

/** A list, or one page of it. */
export interface Listed<Row> {
  readonly entries: readonly Row[]
  /** Null or absent: there is no more. */
  readonly next?: string | null
}

/** A list that is answered as a page, or whole as a table. */
export interface ListAnswer<Row, Page extends Listed<Row>> {
  /** The name of the file without its ending, in ASCII. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly ask: (wanted: PageWanted) => Promise<Page> | Page
}

const ROWS_AT_ONCE = 500

/** All entries, page after page; the first page is there before anything is sent, so that a refusal is one. */
const allEntries = async <Row>(
  ask: (wanted: PageWanted) => Promise<Listed<Row>> | Listed<Row>,
): Promise<AsyncIterable<Row>> => {
  const first = await ask({ limit: ROWS_AT_ONCE, after: undefined })
  return (async function* () {
    yield* first.entries
    for (let after = first.next ?? null; after !== null; ) {
      const { entries, next = null } = await ask({ limit: ROWS_AT_ONCE, after })
      yield* entries
      after = next
    }
  })()
}

/** Answers with the page that is asked for, or with the whole list where a table is. */
export const answerList = async <Row, Page extends Listed<Row>>(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, columns, ask }: ListAnswer<Row, Page>,
) => {
  const table = { name, columns, rows: () => allEntries<Row>(ask) }
  return (await answerAsTable(request, reply, table)) ? reply : ask({})
}
