import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Generator } from './generators.ts'
import { GENERATORS, runGenerator } from './generators.ts'
import { ROOT } from './repository.ts'
import { runCommand } from './run-command.ts'
import type { Tally, VitestReport } from './vitest-report.ts'
import { formatTally, tallyVitest } from './vitest-report.ts'

/** What a step of the check found: its count, a short note for the line, and what to show when it failed. */
export interface StepResult extends Tally {
  readonly note: string
  readonly output: string
}

/** One step of the whole check. `name` is what `--only` takes. */
export interface Step {
  readonly name: string
  readonly title: string
  readonly run: () => Promise<StepResult>
}

const installed = (program: string): readonly string[] => [
  process.execPath,
  `node_modules/.bin/${program}`,
]

const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 }
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 }

const commandStep = (command: readonly string[]) => async (): Promise<StepResult> => {
  const { exitCode, output } = await runCommand(command)
  return { ...(exitCode === 0 ? PASSED : FAILED), note: '', output }
}

const findFault = async (generator: Generator): Promise<string> => {
  const { exitCode, output, changed } = await runGenerator(generator)
  if (exitCode !== 0) return `${generator.name} failed:\n${output}`
  if (changed.length === 0) return ''
  return `${generator.name} was not current: ${changed.join(', ')}\nThe files are new now: look at them and commit them.\n`
}

const checkGenerated = async (): Promise<StepResult> => {
  const faults: string[] = []
  for (const generator of GENERATORS) faults.push(await findFault(generator))
  const output = faults.join('')
  return { ...(output === '' ? PASSED : FAILED), note: `${GENERATORS.length} generators`, output }
}

const REPORT = path.join(ROOT, '.huiqi', 'vitest.json')

const runVitest = async (): Promise<StepResult> => {
  mkdirSync(path.dirname(REPORT), { recursive: true })
  rmSync(REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const projects = ['--project=plain', '--project=service']
  const command = [...installed('vitest'), 'run', ...projects, ...reporters]
  const { exitCode, output } = await runCommand(command, {
    env: { CI: 'true' },
  })
  const report: VitestReport | null = existsSync(REPORT)
    ? JSON.parse(readFileSync(REPORT, 'utf8'))
    : null
  const tally = tallyVitest(report, exitCode)
  return { ...tally, note: formatTally(tally), output: stripVTControlCharacters(output) }
}

/** The whole check, in order. */
export const STEPS: readonly Step[] = [
  {
    name: 'format',
    title: 'format and lint',
    run: commandStep([...installed('biome'), 'ci', '--colors=off', '--error-on-warnings', '.']),
  },
  { name: 'types', title: 'types', run: commandStep([...installed('tsc'), '--pretty', 'false']) },
  {
    name: 'web',
    title: 'types of the web',
    run: commandStep([...installed('tsc'), '-p', 'apps/web', '--pretty', 'false']),
  },
  { name: 'generated', title: 'generated files', run: checkGenerated },
  {
    name: 'corpus',
    title: 'corpus',
    run: commandStep([process.execPath, 'apps/cli/src/main.ts', 'check']),
  },
  {
    name: 'bench',
    title: 'engines agree',
    run: commandStep([process.execPath, 'bench/engine.ts', '--quick']),
  },
  { name: 'tests', title: 'tests', run: runVitest },
]
