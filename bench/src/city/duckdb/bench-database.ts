import { availableParallelism } from 'node:os'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Table } from '@huiqi/population'
import { appendTable } from './append-table.ts'

/** A DuckDB in memory, with a thread for each processor. */
export interface BenchDatabase {
  readonly version: string
  readonly run: (sql: string) => Promise<void>
  /** The rows as arrays of texts, truths, numbers and nulls. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>
  /** Makes a table of stored values, `r0`, `r1` … by the place of the column; missing is NULL. */
  readonly load: (name: string, table: Table) => Promise<void>
  readonly close: () => void
}

/** Opens an empty database. */
export const openBenchDatabase = async (): Promise<BenchDatabase> => {
  const threads = String(availableParallelism())
  const instance = await DuckDBInstance.create(':memory:', { threads })
  const connection = await instance.connect()
  const rows: BenchDatabase['rows'] = async (sql) =>
    (await connection.runAndReadAll(sql)).getRowsJson()
  const [[version] = []] = await rows('SELECT version()')
  return {
    version: String(version),
    run: async (sql) => {
      await connection.run(sql)
    },
    rows,
    load: (name, table) => appendTable(connection, name, table),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
