import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
} from 'kysely'
import type { Pool } from 'pg'

/** A first statement of a transaction that begins it itself. */
export const BEGIN = 'BEGIN;'

const BEGUN = CompiledQuery.raw('begin')

/** Begins with the first statement on the connection: sent together where that says so, else just before. */
const beginWithFirst = (connection: DatabaseConnection): void => {
  const execute = connection.executeQuery
  connection.executeQuery = async (query, options) => {
    connection.executeQuery = execute
    if (!query.sql.startsWith(BEGIN)) await connection.executeQuery(BEGUN, options)
    return connection.executeQuery(query, options)
  }
}

const beginningLate = (driver: Driver): Driver => {
  const begin = driver.beginTransaction.bind(driver)
  driver.beginTransaction = async (connection, settings) => {
    const isPlain = settings.accessMode === undefined && settings.isolationLevel === undefined
    if (isPlain) beginWithFirst(connection)
    else await begin(connection, settings)
  }
  return driver
}

/** PostgreSQL with one round trip less for each transaction. */
export const dialectOf = (pool: Pool): Dialect => {
  const dialect = new PostgresDialect({ pool })
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => beginningLate(dialect.createDriver()),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}
