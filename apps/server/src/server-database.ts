import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { PostgresError, type PrivatePostgres, startPostgres } from '@huiqi/postgres'
import { Client, type ClientConfig } from 'pg'
import type { Config } from './platform/config.ts'
import { checkDatabase } from './platform/database/check-database.ts'
import { migrate } from './platform/database/migrate.ts'
import { StartError, type StartFault } from './start-error.ts'

/** The database of a service and how to leave it. */
export interface ServerDatabase {
  readonly connection: ClientConfig
  /** Where our own PostgreSQL keeps its files when it may not keep them below the data folder; null else. */
  readonly elsewhere: string | null
  /** Ends a PostgreSQL of our own unless another service is on it. */
  readonly leave: () => Promise<void>
}

const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const CANNOT_WRITE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'])

/** Makes the folder of the service's files. Throws StartError `folder-unwritable`. */
export const makeDataFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    if (!CANNOT_WRITE.has(codeOf(error))) throw error
    throw new StartError({ kind: 'folder-unwritable', folder, reason: codeOf(error) })
  }
}

const faultOf = ({ fault, subject }: PostgresError): StartFault => {
  switch (fault) {
    case 'no-binaries':
      return { kind: 'postgres-missing' }
    case 'closed-folder':
      return { kind: 'folder-closed', folder: subject }
    case 'did-not-start':
      return { kind: 'postgres-failed', said: subject }
  }
}

const startOwn = async (folder: string): Promise<PrivatePostgres> => {
  try {
    return await startPostgres({ folder, isDurable: true })
  } catch (error) {
    if (error instanceof PostgresError) throw new StartError(faultOf(error), { cause: error })
    if (!CANNOT_WRITE.has(codeOf(error))) throw error
    throw new StartError({ kind: 'folder-unwritable', folder, reason: codeOf(error) })
  }
}

const countOthers = async (connection: ClientConfig): Promise<number> => {
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::integer AS others FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  await client.end()
  return rows[0]?.others ?? 0
}

const LOOK_EVERY_MS = 2000

/** Starts our PostgreSQL again should it die under us; returns how to end that. */
const keepRunning = (folder: string): (() => Promise<void>) => {
  let looking: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(() => startOwn(folder)).catch(() => undefined)
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/** The database that the settings name, or a PostgreSQL of our own below the data folder. Throws StartError. */
export const findDatabase = async ({
  databaseUrl,
  dataFolder,
}: Config): Promise<ServerDatabase> => {
  if (databaseUrl !== null) {
    const connection = { connectionString: databaseUrl }
    return { connection, elsewhere: null, leave: () => Promise.resolve() }
  }
  const folder = path.join(dataFolder, 'postgres')
  const own = await startOwn(folder)
  const connection = { ...own.connection, database: 'postgres' }
  const endWatch = keepRunning(folder)
  const leave = async (): Promise<void> => {
    await endWatch()
    if ((await countOthers(connection)) === 0) await own.stop()
  }
  const elsewhere = own.folder === path.resolve(folder) ? null : own.folder
  return { connection, elsewhere, leave }
}

/** Checks that the database can carry the service and brings its tables up to date. Throws StartError. */
export const prepareDatabase = async (connection: ClientConfig): Promise<void> => {
  const faults = await checkDatabase(connection).catch((cause: unknown) => {
    throw new StartError({ kind: 'database-unreachable', reason: reasonOf(cause) }, { cause })
  })
  if (faults.length > 0) throw new StartError({ kind: 'database-unfit', faults })
  await migrate(connection).catch((cause: unknown) => {
    const because = cause instanceof Error && cause.cause !== undefined ? cause.cause : null
    const reason = [cause, because].filter((each) => each !== null).map(reasonOf)
    throw new StartError({ kind: 'migration-failed', reason: reason.join(': ') }, { cause })
  })
}
