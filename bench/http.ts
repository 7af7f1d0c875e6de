import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Measured, measure, quantile, type Shot } from './src/http/load.ts'
import { makeCorpus } from './src/http/make-corpus.ts'
import { type RunningService, startService } from './src/http/running-service.ts'
import { type Cast, type Scenario, scenariosFor } from './src/http/scenarios.ts'
import { type Reading, slopeOf } from './src/http/slope.ts'
import { formatTable } from './src/markdown-table.ts'

const ROOT = path.join(import.meta.dirname, '..')
const RESULTS = path.join(import.meta.dirname, 'results')
const DAY = '2025-11-01'
const WARM_UP_SECONDS = 3
const READ_EVERY_SECONDS = 15
const OTHER_ENTERPRISES = 300
const MEGABYTE = 2 ** 20

const { values } = parseArgs({
  options: {
    measures: { type: 'string', default: '34000' },
    users: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    soak: { type: 'string' },
    date: { type: 'string' },
    web: { type: 'string', default: path.join(ROOT, 'apps', 'web', 'dist') },
  },
})
const users = Number(values.users)

const askJson = async <Answer>(url: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return JSON.parse(await answer.text())
}

const signIn = async (address: string, name: string): Promise<Record<string, string>> => {
  const { demonstration } = await askJson<{ demonstration: { password: string } }>(
    `${address}/api/v1/demonstration`,
  )
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@huiqi.example`, password: demonstration.password }),
  })
  const [cookie = ''] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  return { cookie }
}

interface Ids {
  readonly entries: readonly { readonly id: string }[]
}

const drawCast = async (address: string, hasPages: boolean): Promise<Cast> => {
  const list = async (url: string, headers: Record<string, string> = {}): Promise<string[]> =>
    (await askJson<Ids>(address + url, { headers })).entries.map(({ id }) => id)
  const owner = await signIn(address, 'owner')
  const officer = await signIn(address, 'city')
  const [own = ''] = await list('/api/v1/enterprises?limit=1', owner)
  const others: string[] = []
  let after = ''
  while (others.length < OTHER_ENTERPRISES) {
    const page = await askJson<Ids & { next: string | null }>(
      `${address}/api/v1/enterprises?limit=100${after}`,
      { headers: officer },
    )
    others.push(...page.entries.map(({ id }) => id))
    if (page.next === null) break
    after = `&after=${encodeURIComponent(page.next)}`
  }
  const measures = await list('/api/v1/measures?limit=100')
  return { measures, own, owner, others, officer, hasPages }
}

const inTurn =
  (shots: readonly Shot[]) =>
  (count: number): Shot =>
    shots[count % shots.length] ?? { path: '/api/v1/health' }

interface Row extends Measured {
  readonly scenario: Scenario
}

const runScenarios = async (
  { address }: RunningService,
  scenarios: readonly Scenario[],
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const scenario of scenarios) {
    const load = { address, users, nextShot: inTurn(scenario.shots) }
    await measure({ ...load, seconds: WARM_UP_SECONDS })
    const measured = await measure({ ...load, seconds: Number(values.seconds) })
    rows.push({ scenario, ...measured })
    console.error(`${scenario.name}: p95 ${quantile(measured, 0.95).toFixed(1)} ms`)
  }
  return rows
}

interface Soaked {
  readonly minutes: number
  readonly requests: number
  readonly heap: readonly Reading[]
  readonly resident: readonly Reading[]
  readonly failures: Readonly<Record<string, number>>
}

/** All kinds of requests in turn, with readings of the heap beside them. */
const soak = async (
  service: RunningService,
  scenarios: readonly Scenario[],
  minutes: number,
): Promise<Soaked> => {
  const heap: Reading[] = []
  const resident: Reading[] = []
  const begun = performance.now()
  let isOver = false
  const read = async (): Promise<void> => {
    while (!isOver) {
      const { heapBytes, residentBytes } = await service.readMemory()
      const minute = (performance.now() - begun) / 60_000
      heap.push({ minute, value: heapBytes / MEGABYTE })
      resident.push({ minute, value: residentBytes / MEGABYTE })
      await wait(READ_EVERY_SECONDS * 1000)
    }
  }
  const nextShot = (count: number): Shot => {
    const scenario = scenarios[count % scenarios.length]
    return inTurn(scenario?.shots ?? [])(Math.floor(count / scenarios.length))
  }
  const reading = read()
  const load = { address: service.address, users, seconds: minutes * 60, nextShot }
  const { requests, failures } = await measure(load)
  isOver = true
  await reading
  return { minutes, requests, heap, resident, failures }
}

const milliseconds = (value: number): string => value.toFixed(1)

const tableOf = (rows: readonly Row[]): string =>
  formatTable(
    [
      { heading: 'request', align: 'left' },
      ...['p50 ms', 'p95 ms', 'p99 ms', 'at most', 'a second', 'failed'].map((heading) => ({
        heading,
        align: 'right' as const,
      })),
    ],
    rows.map((row) => [
      row.scenario.name,
      ...[0.5, 0.95, 0.99].map((share) => milliseconds(quantile(row, share))),
      String(row.scenario.p95AtMost),
      (row.requests / row.seconds).toFixed(0),
      Object.values(row.failures)
        .reduce((sum, count) => sum + count, 0)
        .toString(),
    ]),
  )

const tellSoak = ({ minutes, requests, heap, resident, failures }: Soaked): string => {
  // The first third warms caches up; growth is that of the rest.
  const settled = (readings: readonly Reading[]) =>
    readings.filter(({ minute }) => minute >= minutes / 3)
  const tell = (readings: readonly Reading[]): string => {
    const [first, last] = [settled(readings)[0], readings.at(-1)].map((each) => each?.value ?? 0)
    return `${first?.toFixed(1)} → ${last?.toFixed(1)} MB, ${slopeOf(settled(readings)).toFixed(3)} MB a minute`
  }
  return [
    `${minutes} minutes of all requests in turn: ${requests.toLocaleString('en-US')} requests, failures ${JSON.stringify(failures)}.`,
    `After the first third, heap after collection ${tell(heap)};`,
    `resident ${tell(resident)}.`,
  ].join(' ')
}

const machine = (): string => {
  const [first, ...others] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${others.length + 1} × ${first?.model ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`
}

interface Found {
  readonly measures: number
  readonly startMs: number
  readonly restartMs: number
  readonly rows: readonly Row[]
  readonly soaked: Soaked | null
}

const report = ({ measures, startMs, restartMs, rows, soaked }: Found, date: string): string =>
  [
    '# HTTP bench',
    '',
    `Measured on ${date}: ${machine()}. The service, its PostgreSQL and the load share the machine;`,
    `${users} users on open connections ask again as soon as they are answered; nothing is cached between`,
    `them and the service. ${measures.toLocaleString('en-US')} measures, 3,000 invented enterprises, day ${DAY}.`,
    `What is measured and how: [README](../README.md#http).`,
    '',
    tableOf(rows),
    '',
    `First start with everything to make ${(startMs / 1000).toFixed(1)} s, ready again after a restart ${(restartMs / 1000).toFixed(1)} s.`,
    ...(soaked === null ? [] : ['', tellSoak(soaked)]),
    '',
  ].join('\n')

const write = async (found: Found, date: string): Promise<void> => {
  const text = report(found, date)
  console.log(text)
  await mkdir(RESULTS, { recursive: true })
  await writeFile(path.join(RESULTS, 'http.md'), text)
  const rows = found.rows.map((row) => ({
    request: row.scenario.name,
    p50: quantile(row, 0.5),
    p95: quantile(row, 0.95),
    p99: quantile(row, 0.99),
    aSecond: row.requests / row.seconds,
    failures: row.failures,
  }))
  const content = { date, machine: machine(), users, ...found, rows }
  await writeFile(path.join(RESULTS, 'http.json'), `${JSON.stringify(content, null, 2)}\n`)
}

type Settings = Readonly<Record<string, string>> & { readonly BENCH_CORPUS: string }

const measureAll = async (
  service: RunningService,
  hasPages: boolean,
): Promise<Pick<Found, 'rows' | 'soaked'>> => {
  const scenarios = scenariosFor(await drawCast(service.address, hasPages))
  const rows = await runScenarios(service, scenarios)
  const minutes = Number(values.soak ?? 0)
  const soaked = minutes > 0 ? await soak(service, scenarios, minutes) : null
  return { rows, soaked }
}

const benchIn = async (settings: Settings, hasPages: boolean): Promise<void> => {
  const policies = path.join(ROOT, 'policies')
  const size = { count: Number(values.measures), day: DAY, file: settings.BENCH_CORPUS }
  await makeCorpus(policies, size)
  const first = await startService(settings)
  await first.stop()
  const service = await startService(settings)
  console.error(`ready again after ${(service.readyMs / 1000).toFixed(1)} s`)
  try {
    const measured = await measureAll(service, hasPages)
    const { measures, readyMs: restartMs } = service
    const found = { measures, startMs: first.readyMs, restartMs, ...measured }
    await write(found, values.date ?? new Date().toISOString().slice(0, 10))
  } finally {
    await service.stop()
  }
}

const run = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiqi-bench-'))
  await chmod(folder, 0o755)
  const corpus = path.join(folder, 'corpus.json')
  const hasPages = existsSync(path.join(values.web, 'server', 'render.js'))
  if (!hasPages) console.error('the pages have not been built (npm run build:web): left out')
  const settings = {
    NODE_ENV: 'production',
    BENCH_CORPUS: corpus,
    DATA_FOLDER: path.join(folder, 'data'),
    WEB_FOLDER: values.web,
    PORT: '0',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'error',
    HUIQI_TODAY: DAY,
  }
  try {
    await benchIn(settings, hasPages)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await run()
