import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBinaries, type PostgresOrigin, startPostgres } from '@huiqi/postgres'
import { Client } from 'pg'
import type { SecondEngine } from './second-engine.ts'

/** A fresh PostgreSQL on a socket of its own; null when the machine has none of that origin. */
export const openPostgres = async (origin: PostgresOrigin): Promise<SecondEngine | null> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-postgres-'))
  if (findBinaries(origin, folder) === null) {
    rmSync(folder, { recursive: true, force: true })
    return null
  }
  const { connection, version, stop } = await startPostgres({ folder, origin, isDurable: false })
  const client = new Client({ ...connection, database: 'postgres' })
  await client.connect()
  const rows: SecondEngine['rows'] = async (sql) =>
    (await client.query({ text: sql, rowMode: 'array' })).rows
  return {
    dialect: 'postgresql',
    version,
    run: async (sql) => {
      await client.query(sql)
    },
    rows,
    load: async (table, file) => {
      await client.query(`COPY ${table} FROM '${file}' WITH (FORMAT csv, HEADER true)`)
      await client.query(`ANALYZE ${table}`)
    },
    close: async () => {
      await client.end()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
