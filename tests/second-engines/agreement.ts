import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import {
  type Clock,
  type Condition,
  type Corpus,
  isInForce,
  type Measure,
  prepareRulebook,
  type Rulebook,
} from '@huiqi/engine'
import { ROOT } from '../../tools/repository.ts'
import { openDuckdb } from './duckdb-engine.ts'
import { openPeer, peersAskedFor } from './peer-engine.ts'
import { openPostgres } from './postgres-engine.ts'
import { randomRows, type SampleRow } from './random-rows.ts'
import { columnsOf, loadSample } from './sample-tables.ts'
import type { SecondEngine } from './second-engine.ts'
import { type Random, seededRandom } from './seeded-random.ts'
import { TRAP_AMOUNTS } from './trap-amounts.ts'
import { TRAP_CONDITIONS } from './trap-conditions.ts'
import { group, measureOf } from './trap-rules.ts'

/** The same rows in every engine, and the rules that they are asked. */
export interface Agreement {
  readonly rulebook: Rulebook
  readonly rows: readonly SampleRow[]
  readonly engines: readonly SecondEngine[]
  /** Measures of the policies that have a rule and are in force, with the day. */
  readonly cases: readonly AgreementCase[]
  /** Measures of our own that try what engines disagree on. */
  readonly traps: readonly AgreementCase[]
  readonly close: () => Promise<void>
}

/** One measure on one day. */
export interface AgreementCase {
  readonly measure: Measure
  readonly clock: Clock
}

const clockOn = (asOf: string, submittedOn = asOf): Clock => ({
  asOf: isoDate(asOf),
  submittedOn: isoDate(submittedOn),
})

const CLOCKS = [clockOn('2025-10-15'), clockOn('2026-05-10', '2026-05-20')] as const
const [TRAP_CLOCK] = CLOCKS

const randomTree = (random: Random, depth: number): Condition => {
  const leaves = Object.values(TRAP_CONDITIONS)
  if (depth === 0 || random.chance(0.2)) return random.pick(leaves)
  const parts = Array.from({ length: 1 + random.below(4) }, () => randomTree(random, depth - 1))
  return group(random.pick(['all', 'any', 'except']), ...parts)
}

const trapMeasures = (model: Measure, trees: number): readonly Measure[] => {
  const random = seededRandom(7)
  const conditions = Object.entries(TRAP_CONDITIONS)
  const amounts = Object.entries(TRAP_AMOUNTS)
  const anyone = group('any')
  return [
    ...conditions.map(([id, eligible]) => measureOf(model, id, { eligible })),
    ...amounts.map(([id, amount]) =>
      measureOf(model, id, { eligible: group('except', anyone), amount }),
    ),
    ...Array.from({ length: trees }, (_, at) =>
      measureOf(model, `random rule ${at + 1}`, {
        eligible: randomTree(random, 3),
        amount: random.pick(Object.values(TRAP_AMOUNTS)),
      }),
    ),
  ]
}

const MODEL = 'shanghai/2023-several/four-above-rd-reward'

const withTraps = (corpus: Corpus, trees: number): readonly Measure[] => {
  const model = corpus.measures.find(({ id }) => id === MODEL)
  if (model === undefined) throw new RangeError(`no measure ${MODEL}`)
  return trapMeasures(model, trees)
}

const openEngines = async (extent: 'ordinary' | 'full'): Promise<readonly SecondEngine[]> => {
  const { python, names } = peersAskedFor(process.env)
  if (names.length > 0) return Promise.all(names.map((name) => openPeer(python, name)))
  const newest = await openPostgres('npm')
  const isEnough = newest !== null && extent === 'ordinary'
  const engines = [await openDuckdb(), newest, isEnough ? null : await openPostgres('system')]
  return engines.filter((engine) => engine !== null)
}

/**
 * Opens DuckDB and PostgreSQL over one sample of rows with 30 % of the facts removed; in full with every
 * PostgreSQL of the machine. Instead of them ClickHouse or Spark, when the environment asks for these.
 */
export const openAgreement = async (options: {
  readonly rows: number
  readonly trees: number
  readonly extent: 'ordinary' | 'full'
}): Promise<Agreement> => {
  const { corpus: policies } = await loadCorpus(path.join(ROOT, 'policies'))
  const own = withTraps(policies, options.trees)
  const corpus = { ...policies, measures: [...policies.measures, ...own] }
  const rulebook = prepareRulebook(corpus)
  const measures = corpus.measures.filter(({ eligible }) => eligible !== null)
  const columns = columnsOf(rulebook, measures, CLOCKS)
  const rows = randomRows(corpus, columns, { count: options.rows, seed: 11, missing: 0.3 })
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-sample-'))
  chmodSync(folder, 0o755)
  const engines = await openEngines(options.extent)
  for (const engine of engines) await loadSample(engine, { measures, columns, rows, folder })
  rmSync(folder, { recursive: true, force: true })
  return {
    rulebook,
    rows,
    engines,
    cases: policies.measures.flatMap((measure) =>
      CLOCKS.filter(
        ({ submittedOn }) => measure.eligible !== null && isInForce(measure, submittedOn),
      ).map((clock) => ({ measure, clock })),
    ),
    traps: own.map((measure) => ({ measure, clock: TRAP_CLOCK })),
    close: async () => {
      for (const engine of engines) await engine.close()
    },
  }
}
