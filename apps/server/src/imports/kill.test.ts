import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { askAs } from '../testing/asking.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { testUscc } from '../testing/test-uscc.fixture.ts'
import { until, upload } from './import.fixture.ts'

const ROWS = 12_000
const PATIENCE_MS = 90_000

let service: TestApp
let officer: TestSession
let worker: ChildProcess | null = null
const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-killed-'))
const drop = path.join(folder, 'drop')

const usccs = Array.from({ length: ROWS }, (_, place) => testUscc(10_000 + place))

const fileOf = (amount: number): string =>
  ['uscc,revenue@2024,employees@2024', ...usccs.map((uscc) => `${uscc},${amount},7`)].join('\n')

beforeAll(async () => {
  service = await openTestApp({ environment: { DATA_FOLDER: folder } })
  officer = await signInAs(service, { posts: [{ duty: 'administrator' }] })
  await sql`INSERT INTO enterprises (uscc, name, district)
    SELECT uscc, uscc, '310115' FROM unnest(${usccs}::text[]) AS n (uscc)`.execute(
    service.platform.database,
  )
}, PATIENCE_MS)

afterEach(() => {
  worker?.kill('SIGKILL')
  worker = null
})

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

/** Another service on the same database and files, in a process of its own. */
const startWorker = (): ChildProcess => {
  const { host = '', user = '', database = '' } = service.connection
  const main = path.join(import.meta.dirname, '..', 'main.ts')
  const environment = {
    DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    DATA_FOLDER: folder,
    DROP_FOLDER: drop,
    ROLE: 'worker',
    PORT: '0',
    HUIQI_TODAY: '2025-09-15',
    LOG_LEVEL: 'error',
    DEMONSTRATION: 'off',
    PATH: process.env.PATH ?? '',
  }
  const cwd = path.join(import.meta.dirname, '..', '..', '..', '..')
  return spawn(process.execPath, [main], { cwd, env: environment, stdio: 'inherit' })
}

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const batchOf = async (id: string) => (await askAs(service, officer)('GET', `imports/${id}`)).body

const countOf = async (batch: string): Promise<number> => {
  const { count } = await service.platform.database
    .selectFrom('statements')
    .where('batch', '=', batch)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Kills the worker in the middle of a state, and waits until the database has noticed. */
const killWithin = async (batch: string, state: string): Promise<void> => {
  worker = startWorker()
  await until(async () => {
    const { state: now, rowsDone } = await batchOf(batch)
    return now === state && rowsDone > 0 && rowsDone < ROWS
  }, PATIENCE_MS)
  await kill(worker)
  expect((await batchOf(batch)).state).toBe(state)
}

const finishWith = async (batch: string, state: string): Promise<void> => {
  worker = startWorker()
  await until(async () => (await batchOf(batch)).state === state, PATIENCE_MS)
}

test(
  'a batch over whose check and application the service is killed is checked anew, then wholly there',
  async () => {
    const { body } = await upload(service, officer, { content: fileOf(5) })
    await killWithin(body.id, 'checking')
    await finishWith(body.id, 'checked')
    expect((await batchOf(body.id)).rowsInAll).toBe(ROWS)
    await kill(worker ?? startWorker())
    await askAs(service, officer)('POST', `imports/${body.id}/confirm`)
    await killWithin(body.id, 'applying')
    expect(await countOf(body.id)).toBe(0)
    await finishWith(body.id, 'applied')
    expect(await countOf(body.id)).toBe(ROWS * 2)
  },
  PATIENCE_MS * 2,
)

const newestBatch = async (name: string): Promise<string | null> => {
  const row = await service.platform.database
    .selectFrom('import_batches')
    .select('id')
    .where('file_name', '=', name)
    .executeTakeFirst()
  return row?.id ?? null
}

const leftIn = (...parts: readonly string[]): readonly string[] => {
  const place = path.join(drop, ...parts)
  return existsSync(place) ? readdirSync(place).toSorted() : []
}

test(
  'dropped files are taken in order, each once, although the service is killed in the middle',
  async () => {
    mkdirSync(path.join(drop, 'tax.A'), { recursive: true })
    mkdirSync(path.join(drop, 'bank.B'), { recursive: true })
    writeFileSync(path.join(drop, 'tax.A', '1.csv'), fileOf(6))
    writeFileSync(path.join(drop, 'bank.B', '2.csv'), 'uscc,nonsense\n1,2\n')
    writeFileSync(path.join(drop, 'tax.A', '3.csv'), `uscc,revenue@2023\n${usccs[0]},3\n`)
    writeFileSync(path.join(drop, 'tax.A', '4.csv.part'), 'still written')
    worker = startWorker()
    let batch: string | null = null
    await until(async () => {
      batch ??= await newestBatch('tax.A/1.csv')
      if (batch === null) return false
      const { state, rowsDone } = await batchOf(batch)
      return state === 'applying' && rowsDone > 0
    }, PATIENCE_MS)
    await kill(worker)
    expect(leftIn('tax.A')).toEqual(['1.csv', '3.csv', '4.csv.part'])
    // Two services at once: each file is one's.
    worker = startWorker()
    const second = startWorker()
    await until(() => Promise.resolve(leftIn('done', 'tax.A').includes('3.csv')), PATIENCE_MS)
    await kill(second)
    expect(leftIn('done', 'tax.A')).toEqual([
      '1.csv',
      '1.csv.report.json',
      '3.csv',
      '3.csv.report.json',
    ])
    expect(leftIn('refused', 'bank.B')).toEqual(['2.csv', '2.csv.report.json'])
    expect(leftIn('tax.A')).toEqual(['4.csv.part'])
    const report = (...parts: readonly string[]) =>
      JSON.parse(readFileSync(path.join(drop, ...parts), 'utf8'))
    expect(report('done', 'tax.A', '1.csv.report.json')).toEqual(
      expect.objectContaining({
        batch,
        state: 'applied',
        rows: ROWS,
        statements: ROWS,
        issues: [],
      }),
    )
    expect(report('refused', 'bank.B', '2.csv.report.json').issues).toEqual([
      expect.objectContaining({ code: 'import.column-unknown', line: 1 }),
      expect.objectContaining({ code: 'import.no-fact-column' }),
    ])
    const batches = await service.platform.database
      .selectFrom('import_batches')
      .select('file_name')
      .where('begun_by', 'is', null)
      .orderBy('begun_at')
      .execute()
    expect(batches.map(({ file_name: name }) => name)).toEqual([
      'tax.A/1.csv',
      'bank.B/2.csv',
      'tax.A/3.csv',
    ])
  },
  PATIENCE_MS * 2,
)
