import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { drawCast } from './src/http/cast.ts'
import { countFailures, inTurn, type Load, measure, quantile } from './src/http/load.ts'
import { makeCorpus } from './src/http/make-corpus.ts'
import {
  type Found,
  type Row,
  tellStarts,
  toJsonReport,
  toMarkdown,
  toSoakMarkdown,
} from './src/http/report.ts'
import { type RunningService, startService } from './src/http/running-service.ts'
import { type Scenario, scenariosFor, verdictsOf } from './src/http/scenarios.ts'
import { soak } from './src/http/soak.ts'

const ROOT = path.join(import.meta.dirname, '..')
const DAY = '2025-11-01'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    measures: { type: 'string', default: '34000' },
    users: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    soak: { type: 'string', default: '0' },
    date: { type: 'string' },
    out: { type: 'string', default: path.join(import.meta.dirname, 'results') },
    web: { type: 'string', default: path.join(ROOT, 'apps', 'web', 'dist') },
  },
})

/** How much is done: enough to measure, or just enough to see that everything answers. */
const EFFORT = values.quick
  ? {
      measures: 500,
      enterprises: 30,
      users: 2,
      warmUpSeconds: 0.1,
      seconds: 0.5,
      loads: 1,
      soakMinutes: 0.02,
    }
  : {
      measures: Number(values.measures),
      enterprises: 3000,
      users: Number(values.users),
      warmUpSeconds: 3,
      seconds: Number(values.seconds),
      loads: 3,
      soakMinutes: Number(values.soak),
    }

const runLoad = async (
  service: RunningService,
  scenario: Scenario,
  load: Omit<Load, 'seconds'>,
): Promise<Row> => {
  const before = await service.readProcessor()
  const measured = await measure({ ...load, seconds: EFFORT.seconds })
  const after = await service.readProcessor()
  return { scenario, serviceMs: (after - before) / measured.requests, ...measured }
}

/** Of several loads the one with the median p95: the machine is not always equally fast. */
const runScenario = async (
  service: RunningService,
  scenario: Scenario,
  users: number,
): Promise<Row> => {
  const load = { address: service.address, users, nextShot: inTurn(scenario.shots) }
  await measure({ ...load, seconds: EFFORT.warmUpSeconds })
  const rows: Row[] = []
  while (rows.length < EFFORT.loads) rows.push(await runLoad(service, scenario, load))
  const times = rows.map((row) => quantile(row, 0.95).toFixed(1))
  console.error(`${scenario.name}, ${users}: p95 ${times.join(', ')} ms`)
  const sorted = rows.toSorted((a, b) => quantile(a, 0.95) - quantile(b, 0.95))
  const median = sorted[Math.floor(rows.length / 2)]
  if (median === undefined) throw new RangeError('no load was measured')
  return median
}

const measureAll = async (
  service: RunningService,
  scenarios: readonly Scenario[],
): Promise<Pick<Found, 'rows' | 'soaked'>> => {
  const rows: Row[] = []
  for (const scenario of scenarios) {
    for (const users of scenario.isForOne ? [1, EFFORT.users] : [EFFORT.users]) {
      rows.push(await runScenario(service, scenario, users))
    }
  }
  const { users, soakMinutes: minutes } = EFFORT
  const soaked = minutes > 0 ? await soak(service, scenarios, { users, minutes }) : null
  return { rows, soaked }
}

type Settings = Readonly<Record<string, string>> & { readonly BENCH_CORPUS: string }

/** Starts a service that has everything to make, ends it and starts another in its place. */
const startTwice = async (settings: Settings, hasPages: boolean) => {
  const first = await startService(settings)
  const cast = await drawCast(first.address, hasPages)
  await first.stop()
  const service = await startService(settings)
  const [verdicts] = verdictsOf(cast)
  const { status } = await fetch(service.address + verdicts.path, {
    headers: { ...verdicts.headers },
  })
  const verdictsMs = performance.now() - service.begunAt
  if (status !== 200) throw new Error(`no verdicts: ${status}`)
  const starts = { firstMs: first.readyMs, againMs: service.readyMs, verdictsMs }
  console.error(tellStarts(starts))
  return { service, cast, starts }
}

const benchIn = async (settings: Settings, hasPages: boolean): Promise<Found> => {
  const policies = path.join(ROOT, 'policies')
  await makeCorpus(policies, { count: EFFORT.measures, day: DAY, file: settings.BENCH_CORPUS })
  const { service, cast, starts } = await startTwice(settings, hasPages)
  try {
    const { measures } = service
    const { users, enterprises } = EFFORT
    const measured = await measureAll(service, scenariosFor(cast))
    return { measures, enterprises, day: DAY, users, starts, ...measured }
  } finally {
    await service.stop()
  }
}

const bench = async (): Promise<Found> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiqi-bench-'))
  await chmod(folder, 0o755)
  const hasPages = existsSync(path.join(values.web, 'server', 'render.js'))
  if (!hasPages) console.error('the pages have not been built (npm run build:web): left out')
  const settings = {
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: path.join(folder, 'compile-cache'),
    BENCH_CORPUS: path.join(folder, 'corpus.json'),
    DATA_FOLDER: path.join(folder, 'data'),
    WEB_FOLDER: values.web,
    PORT: '0',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'error',
    HUIQI_TODAY: DAY,
    DEMONSTRATION_ENTERPRISES: String(EFFORT.enterprises),
  }
  try {
    return await benchIn(settings, hasPages)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Says what was seen, no times; fails when anything was refused. */
const tellQuick = ({ rows, soaked, measures }: Found): void => {
  const failures = [...rows, ...(soaked === null ? [] : [soaked])]
  const failed = failures.reduce((sum, row) => sum + countFailures(row), 0)
  console.log(`${measures} measures, ${rows.length} loads and a soak, ${failed} requests failed`)
  if (failed > 0 || rows.some(({ requests }) => requests === 0)) process.exitCode = 1
}

const report = async (found: Found): Promise<void> => {
  const date = values.date ?? new Date().toISOString().slice(0, 10)
  const text = toMarkdown(found, date)
  console.log(text)
  await mkdir(values.out, { recursive: true })
  await writeFile(path.join(values.out, 'http.md'), text)
  await writeFile(path.join(values.out, 'http.json'), toJsonReport(found, date))
  if (found.soaked === null) return
  const soak = toSoakMarkdown(found, found.soaked, date)
  console.log(soak)
  await writeFile(path.join(values.out, 'http-soak.md'), soak)
}

const found = await bench()
if (values.quick) tellQuick(found)
else await report(found)
