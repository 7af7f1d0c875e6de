import { DuckDBInstance } from '@duckdb/node-api'
import type { SecondEngine } from './second-engine.ts'

/** A DuckDB in memory, with two threads. */
export const openDuckdb = async (): Promise<SecondEngine> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const rows: SecondEngine['rows'] = async (sql) =>
    (await connection.runAndReadAll(sql)).getRowsJson()
  const [[version] = []] = await rows('SELECT version()')
  return {
    dialect: 'duckdb',
    version: String(version),
    run: async (sql) => {
      await connection.run(sql)
    },
    rows,
    load: async (table, file) => {
      await connection.run(`COPY ${table} FROM '${file}' (FORMAT csv, HEADER true, DELIMITER ',')`)
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
      return Promise.resolve()
    },
  }
}
