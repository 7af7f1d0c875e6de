import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isoDate } from '@huiqi/domain'
import { type RunningServer, readConfig, startServer } from '@huiqi/server'
import { Client } from 'pg'
import { inject } from 'vitest'
import { ROOT } from '../../tools/repository.ts'

/** The day on which services under test live. */
export const TODAY = isoDate('2025-09-15')

/** An empty database on the server of the run. */
export interface EmptyDatabase {
  readonly url: string
  /** Connects as the owner. */
  readonly connect: () => Promise<Client>
  readonly drop: () => Promise<void>
}

/** Makes a database for one test. */
export const makeDatabase = async (options = ''): Promise<EmptyDatabase> => {
  const { host, user } = inject('postgres')
  const name = `service_${randomUUID().replaceAll('-', '')}`
  const ask = async (sql: string): Promise<void> => {
    const client = new Client({ host, user, database: 'postgres' })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await ask(`CREATE DATABASE ${name} ${options}`)
  return {
    url: `postgres://${user}@${encodeURIComponent(host)}/${name}`,
    connect: async () => {
      const client = new Client({ host, user, database: name })
      await client.connect()
      return client
    },
    drop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** A clock that stands still at noon of the day. */
export const standingClock = {
  now: () => new Date(`${TODAY}T04:00:00Z`),
  today: () => TODAY,
}

/** The settings of a service under test; given ones come over them. */
export const settingsFor = (
  url: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
  DATABASE_URL: url,
  DATA_FOLDER: folder,
  POLICIES: path.join(ROOT, 'policies'),
  WEB_FOLDER: path.join(folder, 'no-web'),
  PORT: '0',
  DEMONSTRATION: 'on',
  DEMONSTRATION_ENTERPRISES: '40',
  HUIQI_TODAY: TODAY,
  RATE_LIMIT: '0',
  LOG_LEVEL: 'fatal',
  ...more,
})

/** A whole service with a small demonstration, its database and a client to look into it. */
export interface OpenService {
  readonly address: string
  readonly password: string
  readonly emails: readonly string[]
  readonly database: Client
  readonly close: () => Promise<void>
}

/** Opens a service that is asked over HTTP. */
export const openService = async (): Promise<OpenService> => {
  const { url, connect, drop } = await makeDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-service-'))
  const server: RunningServer = await startServer({
    config: readConfig(settingsFor(url, folder)),
    clock: standingClock,
  })
  const database = await connect()
  return {
    address: server.address,
    password: server.demonstration?.password ?? '',
    emails: (server.demonstration?.signIns ?? []).map(({ email }) => email),
    database,
    close: async () => {
      await database.end()
      await server.stop()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
