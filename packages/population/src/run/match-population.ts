import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PopulationProgram } from '../compile/program.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { LARGE_BLOCK_ROWS } from '../kernel/block.ts'
import type { Counted } from '../kernel/count-block.ts'
import { addTally, emptyTally, type Tally } from '../kernel/tally.ts'
import type { Table } from '../table.ts'
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

const runWorker = (job: WorkerJob): { readonly worker: Worker; readonly tally: Promise<Tally> } => {
  const worker = new Worker(new URL('./match-worker.ts', import.meta.url), { workerData: job })
  const tally = new Promise<Tally>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)))
  })
  return { worker, tally }
}

const startedJobs = (job: WorkerJob, workers: number) =>
  Array.from({ length: workers }, () => runWorker(job))

/** Reports until the returned function is called, which reports once more. */
const reportProgress = (
  { table, control }: WorkerJob,
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

const collect = async (job: WorkerJob, workers: number): Promise<Tally> => {
  const started = startedJobs(job, workers)
  const total = emptyTally(job.bound)
  try {
    for (const tally of await Promise.all(started.map((each) => each.tally))) {
      addTally(total, tally)
    }
    return total
  } finally {
    Atomics.store(job.control, STOPPED, 1)
    await Promise.all(started.map(({ worker }) => worker.terminate()))
  }
}

/** What is matched: a table, bound to a program, with the files of its columns when it does not hold them. */
export type Matched = Pick<WorkerJob, 'table' | 'bound' | 'files'>

/** Runs the workers over what is matched. */
export const runMatch = async (
  matched: Matched,
  program: PopulationProgram,
  options: MatchPopulationOptions,
): Promise<PopulationMatch> => {
  const { counted = 'counts-and-money', blockRows = LARGE_BLOCK_ROWS, signal, onProgress } = options
  signal?.throwIfAborted()
  const { bound, table } = matched
  const control = new Int32Array(new SharedArrayBuffer(4 * CONTROL_SIZE))
  const job = { ...matched, blockRows, counted, control }
  const stop = (): void => {
    Atomics.store(control, STOPPED, 1)
  }
  signal?.addEventListener('abort', stop, { once: true })
  const finishReport = reportProgress(job, onProgress)
  try {
    const blocks = Math.max(1, Math.ceil(table.rows / blockRows))
    const workers = Math.min(options.workers ?? availableParallelism(), blocks)
    const tally = await collect(job, workers)
    signal?.throwIfAborted()
    const hasMoney = counted === 'counts-and-money'
    return toPopulationMatch(program, { bound, tally, rows: table.rows, hasMoney })
  } finally {
    signal?.removeEventListener('abort', stop)
    finishReport()
  }
}

/**
 * Answers every row for every measure, with a worker for each processor over the shared columns.
 * Rejects with the reason of the signal when it stops the run.
 */
export const matchPopulation = async (
  table: Table,
  program: PopulationProgram,
  options: MatchPopulationOptions = {},
): Promise<PopulationMatch> => {
  options.signal?.throwIfAborted()
  const bound = bindProgram(program, table)
  return await runMatch({ table, bound, files: null }, program, options)
}
