import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../platform/database/open-database.ts'
import { TEMPLATE } from './shared-postgres.ts'

/** A database of a test's own, with all migrations applied. */
export interface TestDatabase {
  readonly database: Database
  readonly connection: ClientConfig
  readonly drop: () => Promise<void>
}

/** Copies a fresh database for one test file. */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const ask = async (sql: string): Promise<void> => {
    const client = new Client({ ...server, database: 'postgres' })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await ask(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  const connection = { ...server, database: name }
  const database = openDatabase({ ...connection, max: 4 })
  return {
    database,
    connection,
    drop: async () => {
      await database.destroy()
      await ask(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
