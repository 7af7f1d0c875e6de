import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import {
  type ClusterFolders,
  IDENTITY,
  isInitialised,
  makeClusterFolders,
} from './cluster-folders.ts'
import { findBinaries, type PostgresOrigin } from './postgres-binaries.ts'
import { PostgresError } from './postgres-error.ts'

/** Where a private PostgreSQL keeps its files and how it runs. */
export interface PostgresOptions {
  /** Holds everything of it; made when missing. */
  readonly folder: string
  /** Where the binaries come from; the first that the machine has, npm before system, unless given. */
  readonly origin?: PostgresOrigin
  /** Without it nothing is flushed to disk: for tests only. */
  readonly isDurable: boolean
  /** Where it goes as root when the folder is closed to other users: PostgreSQL does not run as root. */
  readonly refuge?: string
}

const REFUGE = '/var/lib/huiqi'

/** A PostgreSQL that only this machine's user reaches, by a socket. */
export interface PrivatePostgres {
  /** For `pg`: the superuser on the socket. */
  readonly connection: { readonly host: string; readonly user: string }
  readonly version: string
  /** Where it keeps its files: the wanted folder, or one below the refuge. */
  readonly folder: string
  /** Whether it ran already and was only joined. */
  readonly wasRunning: boolean
  /** Ends it after the running transactions were rolled back; resolves when it has ended. */
  readonly stop: () => Promise<void>
}

const USER = 'postgres'
const STARTS_AT_MOST = 5
const PAUSE_MS = 20
const FLUSH_NOTHING = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

const connect = async (socket: string): Promise<Client | null> => {
  const client = new Client({ host: socket, user: USER, database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    return null
  }
}

/** Makes the cluster beside its place and moves it there, so that one stopped half-way leaves none. */
const initialise = (binaries: string, { data }: ClusterFolders, isDurable: boolean): void => {
  const unfinished = `${data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const { uid, gid } = IDENTITY
  if (uid !== undefined) chownSync(unfinished, uid, gid ?? uid)
  const options = ['--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-instructions']
  const flush = isDurable ? [] : ['--no-sync']
  const made = spawnSync(
    path.join(binaries, 'initdb'),
    ['-D', unfinished, '-U', USER, ...options, ...flush],
    { ...IDENTITY, cwd: '/', encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (made.status !== 0) throw new PostgresError('did-not-start', made.stderr.trim())
  renameSync(unfinished, data)
}

const startOnce = async (
  binaries: string,
  { data, socket }: ClusterFolders,
  isDurable: boolean,
): Promise<Client | string> => {
  const settings = ['listen_addresses=', 'log_min_messages=error', 'jit=off', 'max_connections=60']
  const options = [...settings, ...(isDurable ? [] : FLUSH_NOTHING)].flatMap((one) => ['-c', one])
  const server = spawn(path.join(binaries, 'postgres'), ['-D', data, '-k', socket, ...options], {
    ...IDENTITY,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  server.stderr.on('data', (text) => {
    said += text
  })
  while (server.exitCode === null && server.signalCode === null) {
    const client = await connect(socket)
    if (client !== null) {
      server.stderr.destroy()
      server.unref()
      return client
    }
    await wait(PAUSE_MS)
  }
  return said.trim()
}

/** After a kill the old processes hold the cluster for a moment, so starting is tried again. */
const start = async (
  binaries: string,
  folders: ClusterFolders,
  isDurable: boolean,
): Promise<Client> => {
  let last = ''
  for (let tried = 0; tried < STARTS_AT_MOST; tried += 1) {
    const started = await startOnce(binaries, folders, isDurable)
    if (typeof started !== 'string') return started
    last = started
    await wait(300 * (tried + 1))
  }
  throw new PostgresError('did-not-start', last)
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const stop = async ({ data }: ClusterFolders): Promise<void> => {
  const pid = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await wait(PAUSE_MS)
}

const binariesFor = ({ origin }: PostgresOptions, root: string): string => {
  const origins: readonly PostgresOrigin[] = origin === undefined ? ['npm', 'system'] : [origin]
  for (const each of origins) {
    const found = findBinaries(each, root)
    if (found !== null) return found
  }
  throw new PostgresError('no-binaries')
}

/**
 * Starts a PostgreSQL of its own in a folder, or joins the one that runs there. Throws
 * PostgresError that says what is missing or what PostgreSQL said.
 */
export const startPostgres = async (options: PostgresOptions): Promise<PrivatePostgres> => {
  const folders = makeClusterFolders(options.folder, options.refuge ?? REFUGE)
  const joined = isInitialised(folders) ? await connect(folders.socket) : null
  let client = joined
  if (client === null) {
    const binaries = binariesFor(options, folders.root)
    if (!isInitialised(folders)) initialise(binaries, folders, options.isDurable)
    client = await start(binaries, folders, options.isDurable)
  }
  const { rows } = await client.query({ text: 'SHOW server_version', rowMode: 'array' })
  await client.end()
  return {
    connection: { host: folders.socket, user: USER },
    version: String(rows[0]?.[0]),
    folder: folders.root,
    wasRunning: joined !== null,
    stop: () => stop(folders),
  }
}
