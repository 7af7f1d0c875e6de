import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL of the tests' own, reached through a socket in its folder. */
export interface PostgresServer {
  readonly connection: string
  readonly stop: () => Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'
/** The servers refuse to run as root: they run as nobody then. */
const NOBODY = 65_534
const TRIES = 200
const PAUSE_MS = 25

/** The folder with the programs of PostgreSQL; null when there is none. */
export const findPostgres = (): string | null => {
  const named = process.env.HUIQI_POSTGRES_BIN
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const found = versions.map((version) => join(DEBIAN, version, 'bin'))
  const folders = named === undefined ? found : [named, ...found]
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

const connect = async (connection: string): Promise<void> => {
  const client = new Client({ connectionString: connection })
  await client.connect()
  await client.end()
}

const waitFor = async (connection: string): Promise<void> => {
  for (let turn = 0; turn < TRIES; turn += 1) {
    try {
      await connect(connection)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  throw new Error('PostgreSQL did not start')
}

/** Starts a server with its data under `folder`. */
export const startPostgres = async (bin: string, folder: string): Promise<PostgresServer> => {
  const data = join(folder, 'pg')
  mkdirSync(data, { recursive: true })
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) {
    chmodSync(folder, 0o755)
    chownSync(data, NOBODY, NOBODY)
  }
  const quiet = { ...owner, stdio: 'ignore' as const, cwd: '/' }
  const make = ['-D', join(data, 'db'), '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '-N']
  execFileSync(join(bin, 'initdb'), make, quiet)
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off']
  const run = ['-D', join(data, 'db'), '-k', data, ...settings]
  const server = spawn(join(bin, 'postgres'), run, quiet)
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
  })
  const connection = `postgresql://postgres@/postgres?host=${encodeURIComponent(data)}`
  await waitFor(connection)
  return {
    connection,
    stop: async () => {
      server.kill('SIGINT')
      await ended
    },
  }
}
