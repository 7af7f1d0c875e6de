import { runBrowserTests, runSystemPostgresTests } from './browser-steps.ts'
import type { Generator } from './generators.ts'
import { GENERATORS, runGenerator } from './generators.ts'
import { runCommand } from './run-command.ts'
import type { Step, StepResult } from './step.ts'
import { oneResult } from './step.ts'
import { runVitest, type VitestRun } from './vitest-step.ts'

const installed = (program: string): readonly string[] => [
  process.execPath,
  `node_modules/.bin/${program}`,
]

const commandStep = (command: readonly string[]) => async (): Promise<StepResult> => {
  const { exitCode, output } = await runCommand(command)
  return oneResult(exitCode === 0, output)
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
  return oneResult(output === '', output, `${GENERATORS.length} generators`)
}

const TESTS: VitestRun = { name: 'tests', projects: ['plain', 'service'] }

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
  {
    name: 'city',
    title: 'city agrees',
    run: commandStep([process.execPath, 'bench/city.ts', '--quick']),
  },
  { name: 'tests', title: 'tests', run: (tell) => runVitest(TESTS, tell) },
  { name: 'browser', title: 'in a browser', run: runBrowserTests },
  { name: 'postgres', title: 'system PostgreSQL', run: runSystemPostgresTests },
]
