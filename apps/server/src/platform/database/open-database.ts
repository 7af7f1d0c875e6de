import { Kysely } from 'kysely'
import { Pool, type PoolConfig, types } from 'pg'
import { dialectOf } from './late-begin.ts'
import type { DB } from './schema.generated.ts'

/** The database as the repositories see it. */
export type Database = Kysely<DB>

const CONNECTIONS = 20

const asText = (text: string): string => text

/** Sums of fen and counts; everything kept there is far below the safe whole numbers. */
const asWhole = (text: string): number => {
  const whole = Number(text)
  if (!Number.isSafeInteger(whole)) throw new RangeError(`beyond the safe whole numbers: ${text}`)
  return whole
}

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [types.builtins.INT8]: asWhole,
  [types.builtins.DATE]: asText,
}

const parserOf: PoolConfig['types'] = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    PARSERS[type] ?? types.getTypeParser(type, format),
}

/** Opens a pool; `destroy` of the database ends it. Days are texts, 64-bit numbers are numbers. */
export const openDatabase = (connection: PoolConfig): Database => {
  const pool = new Pool({ max: CONNECTIONS, types: parserOf, ...connection })
  // A connection that breaks fails the query on it; the event beside it needs somebody who hears it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<DB>({ dialect: dialectOf(pool) })
}
