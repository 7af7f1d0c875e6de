import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  describeStartFault,
  type RunningServer,
  readConfig,
  StartError,
  type StartOptions,
  startServer,
} from '@huiqi/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../../tools/repository.ts'
import { hashTables } from './catalog.ts'
import {
  type EmptyDatabase,
  makeDatabase,
  settingsFor,
  standingClock,
} from './open-service.fixture.ts'

let folder = ''
let database: EmptyDatabase
const running: RunningServer[] = []

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiqi-start-'))
  database = await makeDatabase()
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (
  settings: Readonly<Record<string, string>> = {},
  options: Partial<StartOptions> = {},
): Promise<RunningServer> => {
  const config = readConfig(settingsFor(database.url, folder, settings))
  const server = await startServer({ config, clock: standingClock, ...options })
  running.push(server)
  return server
}

const faultOf = async (settings: Readonly<Record<string, string>>): Promise<string> => {
  try {
    await start(settings)
    return ''
  } catch (error) {
    if (error instanceof StartError) return describeStartFault(error.fault, 'en')
    throw error
  }
}

const occupy = (): Promise<{ readonly server: Server; readonly port: number }> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' ? (address?.port ?? 0) : 0 })
    })
  })

describe('what keeps the service from starting is told in one sentence', () => {
  test('a taken port', async () => {
    const { server, port } = await occupy()
    expect(await faultOf({ PORT: String(port) })).toBe(
      `Port ${port} of 127.0.0.1 is taken by something else; choose another with --port or PORT`,
    )
    server.close()
  })

  test('a service that runs there already', async () => {
    const { address } = await start({ DEMONSTRATION: 'off' })
    expect(await faultOf({ PORT: new URL(address).port })).toBe(
      `Huiqi is running already: ${address}; for a second one choose another port with --port or PORT`,
    )
  })

  test('an address that the machine does not have', async () => {
    expect(await faultOf({ HOST: '192.0.2.1' })).toBe('This machine has no address 192.0.2.1')
  })

  test('a folder that cannot be written', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    expect(await faultOf({ DATA_FOLDER: path.join(file, 'data') })).toBe(
      `The folder ${path.join(file, 'data')} cannot be written: ENOTDIR`,
    )
  })

  test('a database that nobody answers for', async () => {
    const url = 'postgres://huiqi@127.0.0.1:1/huiqi'
    expect(await faultOf({ DATABASE_URL: url })).toBe(
      'The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
    )
  })

  test('a database that does not know Chinese', async () => {
    const plain = await makeDatabase("TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    expect(await faultOf({ DATABASE_URL: plain.url })).toBe(
      "The database does not do: the database's LC_CTYPE (C) knows no Chinese letters; make it anew with C.UTF-8",
    )
    await plain.drop()
  })

  test('all of it in Chinese', () => {
    expect(describeStartFault({ kind: 'postgres-missing' }, 'zh')).toBe(
      '本机没有 PostgreSQL；请安装，或用 DATABASE_URL 指定一个',
    )
  })
})

const MAIN = path.join(ROOT, 'apps', 'server', 'src', 'main.ts')

/** Starts a service with a PostgreSQL of its own and waits for a line of it, or for what `seen` waits for. */
const startAlone = (more: Readonly<Record<string, string>> = {}): ChildProcess => {
  chmodSync(folder, 0o755)
  const settings = settingsFor('', folder, { DEMONSTRATION: 'off', ...more })
  return spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const postmaster = (): number | null => {
  const file = path.join(folder, 'postgres', 'data', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await wait(5)
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return code
}

describe('a PostgreSQL of its own', () => {
  test('ends with a service that is told to end while it still starts', async () => {
    const child = startAlone()
    await until(() => postmaster() !== null)
    expect(await end(child, 'SIGINT')).toBe(0)
    expect(postmaster()).toBe(null)
  }, 120_000)

  test('is joined by the next service after a kill, and ends with that one', async () => {
    const killed = startAlone()
    if (killed.stdout !== null) await once(killed.stdout, 'data')
    await end(killed, 'SIGKILL')
    const before = postmaster()
    const next = startAlone()
    if (next.stdout !== null) await once(next.stdout, 'data')
    expect([before === null, postmaster() === before]).toEqual([false, true])
    expect(await end(next, 'SIGTERM')).toBe(0)
    expect(postmaster()).toBe(null)
  }, 120_000)
})

const look = async (): Promise<Readonly<Record<string, string>>> => {
  const client = await database.connect()
  const hashes = await hashTables(client)
  await client.end()
  return hashes
}

const isMarked = async ({ address }: RunningServer): Promise<boolean> => {
  const answer = await fetch(`${address}/api/v1/demonstration`)
  const { demonstration }: { readonly demonstration: object | null } = JSON.parse(
    await answer.text(),
  )
  return demonstration !== null
}

/** Passwords are salted and moments of loading differ; everything else is drawn. */
const DRAWN = [
  'enterprises',
  'statements',
  'things',
  'memberships',
  'claims',
  'audit_events',
  'saved_measures',
  'import_batches',
  'import_issues',
  'invitations',
  'messages',
]

describe('the demonstration', () => {
  test('is the same for the same day and size, and a reset makes it anew', async () => {
    const first = await start()
    const before = await look()
    await fetch(`${first.address}/api/v1/health`)
    await running.splice(0)[0]?.stop()
    const client = await database.connect()
    await client.query("UPDATE enterprises SET name = '改了'")
    await client.query('DELETE FROM claims')
    await client.end()
    await start({}, { isDemonstrationReset: true })
    const after = await look()
    expect(DRAWN.map((name) => after[name])).toEqual(DRAWN.map((name) => before[name]))
  }, 120_000)

  test('is made once by services that start at the same time', async () => {
    const servers = await Promise.all([start(), start({ ROLE: 'worker' })])
    expect(servers.map(({ demonstration }) => demonstration?.enterprises)).toEqual([40, 40])
    const client = await database.connect()
    const { rows } = await client.query('SELECT count(*)::integer AS count FROM enterprises')
    await client.end()
    expect(rows).toEqual([{ count: 40 }])
  }, 120_000)

  test('is not made in a database with anything in it, and a reset spares real data', async () => {
    const first = await start({ DEMONSTRATION: 'off' })
    expect(await isMarked(first)).toBe(false)
    const client = await database.connect()
    await client.query("INSERT INTO accounts (email, name) VALUES ('li@example.com', '李')")
    await client.end()
    await running.splice(0)[0]?.stop()
    expect(await isMarked(await start())).toBe(false)
    await expect(start({}, { isDemonstrationReset: true })).rejects.toThrow('not-a-demonstration')
  }, 120_000)

  test('stays marked when it is no longer wanted', async () => {
    await start()
    await running.splice(0)[0]?.stop()
    expect(await isMarked(await start({ DEMONSTRATION: 'off' }))).toBe(true)
  }, 120_000)

  test('lets everybody in whom it names', async () => {
    const { address, demonstration } = await start()
    for (const { email } of demonstration?.signIns ?? []) {
      const answer = await fetch(`${address}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: demonstration?.password }),
      })
      expect([email, answer.status]).toEqual([email, expect.toBeOneOf([200, 201, 204])])
    }
  }, 120_000)
})

test('a worker answers whether it lives and nothing else', async () => {
  const { address } = await start({ ROLE: 'worker', DEMONSTRATION: 'off' })
  const paths = ['/api/v1/health', '/api/v1/measures', '/']
  const answers = await Promise.all(paths.map((each) => fetch(address + each)))
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404])
}, 60_000)

test('every answer names its request', async () => {
  const { address } = await start({ DEMONSTRATION: 'off' })
  const own = await fetch(`${address}/api/v1/health`)
  const given = await fetch(`${address}/api/v1/nowhere`, {
    headers: { 'x-request-id': 'edge-00000001' },
  })
  expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(given.headers.get('x-request-id')).toBe('edge-00000001')
}, 60_000)
