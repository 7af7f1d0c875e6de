import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PopulationProgram } from '../compile/program.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { LARGE_BLOCK_ROWS } from '../kernel/block.ts'
import type { BoundProgram, Counted } from '../kernel/bound-program.ts'
import { addTally, emptyTally, type Tally } from '../kernel/tally.ts'
import type { Table } from '../table.ts'
import type { ColumnFiles } from './block-files.ts'
import { type PopulationMatch, toPopulationMatch } from './population-match.ts'
import { type Progress, progressOf } from './progress.ts'
import { CONTROL_SIZE, ROWS_DONE, STOPPED, type WorkerJob } from './worker-job.ts'

/** How a population is matched by several workers. */
export interface MatchPopulationOptions {
  /** One for each processor unless given. */
  readonly workers?: number
  readonly counted?: Counted
  readonly blockRows?: number
  /** Stops the run, which then fails with the reason of the signal. */
  readonly signal?: AbortSignal
  /** Told a few times a second. */
  readonly onProgress?: (progress: Progress) => void
}

const PROGRESS_MS = 200
/** Workers leave little behind them: less room for it keeps a run small. */
const YOUNG_MB = 8

interface Running {
  readonly worker: Worker
  readonly tally: Promise<Tally>
}

const startWorker = (): Running => {
  const worker = new Worker(new URL('./match-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const tally = new Promise<Tally>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)))
  })
  // A worker that ends before anybody waits for it is told of in other ways.
  tally.catch(() => undefined)
  return { worker, tally }
}

/** Reports until the returned function is called, which reports once more. */
const reportProgress = (
  { table, control }: Pick<WorkerJob, 'table' | 'control'>,
  onProgress: MatchPopulationOptions['onProgress'],
): (() => void) => {
  if (onProgress === undefined) return () => undefined
  const startedAt = performance.now()
  const report = (): void => {
    const done = { rows: Atomics.load(control, ROWS_DONE), rowsInAll: table.rows }
    onProgress(progressOf(done, performance.now() - startedAt))
  }
  const timer = setInterval(report, PROGRESS_MS)
  return () => {
    clearInterval(timer)
    report()
  }
}

/** Adds up what the workers send back. */
const collect = async (running: readonly Running[], bound: BoundProgram): Promise<Tally> => {
  const total = emptyTally(bound)
  for (const tally of await Promise.all(running.map((each) => each.tally))) addTally(total, tally)
  return total
}

/** What is matched: rows in blocks, with the files of their columns when the table does not hold them. */
export interface Matched {
  readonly table: Table
  readonly filesFor: (bound: BoundProgram) => ColumnFiles | null
}

/** Runs the workers over what is matched; they start while the program is being bound. */
export const runMatch = async (
  { table, filesFor }: Matched,
  program: PopulationProgram,
  options: MatchPopulationOptions,
): Promise<PopulationMatch> => {
  const { counted = 'counts-and-money', blockRows = LARGE_BLOCK_ROWS, signal, onProgress } = options
  signal?.throwIfAborted()
  const control = new Int32Array(new SharedArrayBuffer(4 * CONTROL_SIZE))
  const blocks = Math.max(1, Math.ceil(table.rows / blockRows))
  const workers = Math.min(options.workers ?? availableParallelism(), blocks)
  const stop = (): void => {
    Atomics.store(control, STOPPED, 1)
  }
  signal?.addEventListener('abort', stop, { once: true })
  const running = Array.from({ length: workers }, startWorker)
  const finishReport = reportProgress({ table, control }, onProgress)
  try {
    const bound = bindProgram(program, table, counted)
    const job: WorkerJob = { table, bound, files: filesFor(bound), blockRows, control }
    for (const { worker } of running) worker.postMessage(job)
    const tally = await collect(running, bound)
    signal?.throwIfAborted()
    return toPopulationMatch(program, { bound, tally, rows: table.rows })
  } finally {
    stop()
    await Promise.all(running.map(({ worker }) => worker.terminate()))
    signal?.removeEventListener('abort', stop)
    finishReport()
  }
}

/**
 * Answers every row for every measure, with a worker for each processor over the shared columns.
 * Rejects with the reason of the signal when it stops the run.
 */
export const matchPopulation = (
  table: Table,
  program: PopulationProgram,
  options: MatchPopulationOptions = {},
): Promise<PopulationMatch> => runMatch({ table, filesFor: () => null }, program, options)
