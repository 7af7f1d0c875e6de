import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries, type PostgresOrigin } from './postgres-binaries.ts'
import type { SecondEngine } from './second-engine.ts'

/** PostgreSQL refuses to run as root; there it runs as the user that owns nothing. */
const NOBODY = 65_534
const IDENTITY = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
const SETTINGS = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'jit=off']
const TRIES = 600
const PAUSE_MS = 20

interface Folders {
  readonly root: string
  readonly data: string
  readonly socket: string
}

const makeFolders = (): Folders => {
  const root = mkdtempSync(path.join(tmpdir(), 'huiqi-postgres-'))
  const folders = { root, data: path.join(root, 'data'), socket: path.join(root, 'socket') }
  chmodSync(root, 0o755)
  for (const folder of [folders.data, folders.socket]) {
    mkdirSync(folder, { mode: 0o700 })
    if (IDENTITY.uid !== undefined) chownSync(folder, IDENTITY.uid, IDENTITY.gid)
  }
  return folders
}

const connect = async (socket: string): Promise<Client | null> => {
  const client = new Client({ host: socket, user: 'postgres', database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    return null
  }
}

const start = async (
  binaries: string,
  { data, socket }: Folders,
): Promise<{ readonly client: Client; readonly stop: () => Promise<void> }> => {
  const options = SETTINGS.flatMap((setting) => ['-c', setting])
  const args = ['-D', data, '-k', socket, ...options]
  const server = spawn(path.join(binaries, 'postgres'), args, {
    ...IDENTITY,
    cwd: '/',
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
  })
  for (let tried = 0; tried < TRIES && server.exitCode === null; tried += 1) {
    const client = await connect(socket)
    if (client !== null) {
      const stop = async (): Promise<void> => {
        await client.end()
        server.kill('SIGINT')
        await ended
      }
      return { client, stop }
    }
    await wait(PAUSE_MS)
  }
  server.kill('SIGQUIT')
  throw new Error('PostgreSQL did not start')
}

const initialise = (binaries: string, { data }: Folders): void => {
  const options = ['--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync']
  execFileSync(path.join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', ...options], {
    ...IDENTITY,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** A fresh PostgreSQL on a socket of its own; null when the machine has none of that origin. */
export const openPostgres = async (origin: PostgresOrigin): Promise<SecondEngine | null> => {
  const folders = makeFolders()
  const binaries = findBinaries(origin, folders.root)
  if (binaries === null) {
    rmSync(folders.root, { recursive: true, force: true })
    return null
  }
  initialise(binaries, folders)
  const { client, stop } = await start(binaries, folders)
  const rows: SecondEngine['rows'] = async (sql) =>
    (await client.query({ text: sql, rowMode: 'array' })).rows
  const [[version] = []] = await rows('SHOW server_version')
  return {
    dialect: 'postgresql',
    version: String(version),
    run: async (sql) => {
      await client.query(sql)
    },
    rows,
    load: async (table, file) => {
      await client.query(`COPY ${table} FROM '${file}' WITH (FORMAT csv, HEADER true)`)
      await client.query(`ANALYZE ${table}`)
    },
    close: async () => {
      await stop()
      rmSync(folders.root, { recursive: true, force: true })
    },
  }
}
