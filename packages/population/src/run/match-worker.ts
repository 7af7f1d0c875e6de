import { parentPort, workerData } from 'node:worker_threads'
import { bestPrimitives } from '../kernel/best-primitives.ts'
import { createBlock } from '../kernel/block.ts'
import { createCountBlock } from '../kernel/count-block.ts'
import { emptyTally } from '../kernel/tally.ts'
import type { WorkerJob } from './worker-job.ts'
import { NEXT_BLOCK, ROWS_DONE, STOPPED } from './worker-job.ts'

const run = ({ bound, table, blockRows, counted, control }: WorkerJob): void => {
  const block = createBlock(bound, table, { blockRows, makePrimitives: bestPrimitives() })
  const tally = emptyTally(bound)
  const countBlock = createCountBlock(block, tally, { counted })
  while (Atomics.load(control, STOPPED) === 0) {
    const start = Atomics.add(control, NEXT_BLOCK, 1) * blockRows
    if (start >= table.rows) break
    const count = Math.min(blockRows, table.rows - start)
    countBlock(start, count)
    Atomics.add(control, ROWS_DONE, count)
  }
  parentPort?.postMessage(tally)
}

run(workerData)
