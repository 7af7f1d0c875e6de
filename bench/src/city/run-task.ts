import { comparePeers } from './compare-peers.ts'
import { compareDuckdb } from './duckdb/compare-duckdb.ts'
import { openBenchCity, runCounts, runStart } from './match-tasks.ts'
import type { TaskOrder, TaskResults } from './task.ts'

const run = async ({ files, task }: TaskOrder): Promise<TaskResults[keyof TaskResults]> => {
  switch (task.kind) {
    case 'start':
      return runStart(files, task.counted)
    case 'counts':
      return runCounts(files, task)
    case 'duckdb':
      return compareDuckdb(await openBenchCity(files), task.effort)
    case 'peers':
      return comparePeers(await openBenchCity(files), task.effort)
  }
}

const order: TaskOrder = JSON.parse(process.argv[2] ?? '')
const result = await run(order)
const peakBytes = process.resourceUsage().maxRSS * 1024
process.stdout.write(JSON.stringify({ result, peakBytes }))
