import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

const ROOT = path.join(import.meta.dirname, '..', '..')
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
const builtWeb = (): string => {
  const given = process.env.HUIQI_TEST_WEB
  if (given !== undefined && given !== '') return given
  const options = { cwd: ROOT, encoding: 'utf8' } as const
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build:web'], options)
  if (status !== 0) throw new Error(stderr)
  return path.join(ROOT, 'apps', 'web', 'dist')
}

const startIn = async (folder: string): Promise<ChildProcess> =>
  fork(SERVE, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_FOLDER: folder,
      DEMONSTRATION: 'on',
      DEMONSTRATION_ENTERPRISES: '300',
      HUIQI_TODAY: '2025-09-15',
      LOG_LEVEL: 'error',
      PORT: String(await freePort()),
      RATE_LIMIT: '0',
      WEB_FOLDER: builtWeb(),
    },
  })

/** Starts a service on a PostgreSQL and a port of its own for all browser tests of a run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-browser-'))
  chmodSync(folder, 0o755)
  const child = await startIn(folder)
  const [address] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the service did not start'))),
  ])
  project.provide('serviceAddress', String(address))
  return async () => {
    child.disconnect()
    await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}
