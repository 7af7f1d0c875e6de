import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from './repository.ts'
import { runCommand } from './run-command.ts'
import type { StepResult, Tell } from './step.ts'
import type { VitestReport } from './vitest-report.ts'
import { countListed, formatTally, tallyVitest } from './vitest-report.ts'

/** Which tests are run and in which surroundings; no files: all of the projects. */
export interface VitestRun {
  readonly name: string
  readonly projects: readonly string[]
  readonly files?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const FOLDER = path.join(ROOT, '.huiqi')
const VITEST = [process.execPath, 'node_modules/.bin/vitest']

const chosen = ({ projects, files = [] }: VitestRun): readonly string[] => [
  ...projects.map((project) => `--project=${project}`),
  ...files,
]

/** A line of the reporter that says how one file of tests ended. */
const FILE_DONE = /^\s*[✓❯×↓]\s+(?:\|?\w+\|?\s+)?(\S+\.test\.tsx?)/

/** Runs tests and counts them; tells each file that has ended. */
export const runVitest = async (run: VitestRun, tell: Tell): Promise<StepResult> => {
  mkdirSync(FOLDER, { recursive: true })
  const place = path.join(FOLDER, `vitest-${run.name}.json`)
  rmSync(place, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${place}`]
  let done = 0
  const onLine = (line: string): void => {
    const [, file] = FILE_DONE.exec(stripVTControlCharacters(line)) ?? []
    if (file === undefined) return
    done += 1
    tell(`${done} files done, the last ${path.basename(file)}`)
  }
  const { exitCode, output } = await runCommand([...VITEST, 'run', ...chosen(run), ...reporters], {
    env: { CI: 'true', ...run.env },
    onLine,
  })
  const report: VitestReport | null = existsSync(place)
    ? JSON.parse(readFileSync(place, 'utf8'))
    : null
  const tally = tallyVitest(report, exitCode)
  return { ...tally, note: formatTally(tally), output: stripVTControlCharacters(output) }
}

/** Counts tests as left out instead of running them, and says why. */
export const leaveOut = async (run: VitestRun, reason: string): Promise<StepResult> => {
  const { exitCode, output } = await runCommand([...VITEST, 'list', '--json', ...chosen(run)], {
    env: { CI: 'true' },
  })
  const skipped = exitCode === 0 ? countListed(output) : null
  if (skipped === null) return { passed: 0, failed: 1, skipped: 0, note: '', output }
  const note = `${skipped} tests left out, a table of cases counted once: ${reason}`
  return { passed: 0, failed: 0, skipped, note, output: '' }
}
