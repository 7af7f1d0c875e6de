import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CityFiles } from './city-files.ts'
import type { Task, TaskReport } from './task.ts'

const PROGRAM = join(import.meta.dirname, 'run-task.ts')

/** Runs a task in a process of its own, so that its memory is its own. Throws when the process fails. */
export const inOwnProcess = async <Kind extends Task['kind']>(
  files: CityFiles,
  task: Extract<Task, { kind: Kind }>,
): Promise<TaskReport<Kind>> => {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify({ files, task })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  const output = await text(child.stdout)
  const code = await ended
  if (code !== 0) throw new Error(`the task ${task.kind} ended with ${code}`)
  const report: TaskReport<Kind> = JSON.parse(output)
  return report
}
