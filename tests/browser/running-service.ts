import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@huiqi/postgres'
import type { TestProject } from 'vitest/node'
import { buildTestWeb, TEST_WEB } from '../../tools/build-test-web.ts'
import { ROOT } from '../../tools/repository.ts'

const SERVE = path.join(import.meta.dirname, 'serve.ts')

declare module 'vitest' {
  export interface ProvidedContext {
    /** `http://127.0.0.1:…` */
    readonly serviceAddress: string
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The built web app; HUIQI_TEST_WEB names one that is there already. */
const builtWeb = async (): Promise<string> => {
  const given = process.env.HUIQI_TEST_WEB
  if (given !== undefined && given !== '') return given
  const { exitCode, output } = await buildTestWeb()
  if (exitCode !== 0) throw new Error(output)
  return TEST_WEB
}

interface TestDatabase {
  /** Empty: the service starts its own. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** HUIQI_TEST_POSTGRES=system puts the service on the PostgreSQL of the system, by DATABASE_URL alone. */
const openDatabase = async (folder: string): Promise<TestDatabase> => {
  if (process.env.HUIQI_TEST_POSTGRES !== 'system') {
    return { url: '', stop: () => Promise.resolve() }
  }
  const options = {
    folder: path.join(folder, 'system'),
    origin: 'system',
    isDurable: false,
  } as const
  const { connection, stop } = await startPostgres(options)
  const { host, user } = connection
  return { url: `postgres://${user}@${encodeURIComponent(host)}/postgres`, stop }
}

const startOn = async (database: TestDatabase, folder: string): Promise<ChildProcess> =>
  fork(SERVE, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_FOLDER: folder,
      DEMONSTRATION: 'on',
      DEMONSTRATION_ENTERPRISES: '300',
      HUIQI_TODAY: '2025-09-15',
      LOG_LEVEL: 'error',
      PORT: String(await freePort()),
      RATE_LIMIT: '0',
      WEB_FOLDER: await builtWeb(),
    },
  })

/** Starts one service with a PostgreSQL and a port of its own for all browser tests of a run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-browser-'))
  chmodSync(folder, 0o755)
  const database = await openDatabase(folder)
  const child = await startOn(database, folder)
  const [address] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the service did not start'))),
  ])
  project.provide('serviceAddress', String(address))
  return async () => {
    child.disconnect()
    await once(child, 'exit')
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
