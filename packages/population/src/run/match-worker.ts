import { parentPort } from 'node:worker_threads'
import { bestPrimitives } from '../kernel/best-primitives.ts'
import { createBlock } from '../kernel/block.ts'
import { createCountBlock } from '../kernel/count-block.ts'
import { emptyTally } from '../kernel/tally.ts'
import { openBlockFiles } from './block-files.ts'
import type { WorkerJob } from './worker-job.ts'
import { NEXT_BLOCK, ROWS_DONE, STOPPED } from './worker-job.ts'

/** Counts one block after the other until none is left. */
const countAll = (
  { table, blockRows, control }: WorkerJob,
  countBlock: (start: number, count: number) => void,
): void => {
  while (Atomics.load(control, STOPPED) === 0) {
    const start = Atomics.add(control, NEXT_BLOCK, 1) * blockRows
    if (start >= table.rows) break
    const count = Math.min(blockRows, table.rows - start)
    countBlock(start, count)
    Atomics.add(control, ROWS_DONE, count)
  }
}

const run = (job: WorkerJob): void => {
  const { bound, blockRows } = job
  const files = job.files === null ? null : openBlockFiles(job.table, job.files, blockRows)
  const table = files === null ? job.table : files.table
  const block = createBlock(bound, table, { blockRows, makePrimitives: bestPrimitives() })
  const tally = emptyTally(bound)
  const countBlock = createCountBlock(block, tally)
  if (files === null) countAll(job, countBlock)
  else {
    countAll(job, (start, count) => {
      files.read(start, count)
      countBlock(0, count)
    })
    files.close()
  }
  parentPort?.postMessage(tally)
}

parentPort?.once('message', run)
