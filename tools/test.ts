import { parseArgs } from 'node:util'
import { STEPS } from './check-steps.ts'
import type { Step, Tell } from './step.ts'
import { verdictOf } from './step.ts'
import type { Tally } from './vitest-report.ts'
import { addTallies, formatTally } from './vitest-report.ts'

const NAMES = STEPS.map(({ name }) => name)

const HELP = `The whole check of this repository. Every step runs, also after one has failed.

usage: ./huiqi test [--only STEP[,STEP]]

steps:
${STEPS.map(({ name, title }) => `  ${name.padEnd(12)}${title}`).join('\n')}

exit: 0 when nothing failed, 1 when something failed, 2 when called wrongly
`

const refuse = (complaint: string): never => {
  console.error(`huiqi test: ${complaint}\n\n${HELP}`)
  process.exit(2)
}

const readArguments = (): { readonly help: boolean; readonly only: string } => {
  try {
    const options = {
      help: { type: 'boolean', short: 'h', default: false },
      only: { type: 'string', default: NAMES.join(',') },
    } as const
    return parseArgs({ options }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

const START_OF_LINE = '\r\u001b[2K'

/** Says on a terminal how far the step is, in the place of its line. */
const tellerFor =
  (title: string): Tell =>
  (progress) => {
    if (process.stderr.isTTY) process.stderr.write(`${START_OF_LINE}${title}${progress}`)
  }

const runStep = async ({ title: name, run }: Step): Promise<Tally> => {
  const title = name.padEnd(18)
  process.stdout.write(title)
  const begun = performance.now()
  const result = await run(tellerFor(title))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const word = verdictOf(result)
  if (process.stderr.isTTY) process.stderr.write(`${START_OF_LINE}${title}`)
  console.log(`${word.padEnd(8)}${seconds.padStart(6)} s   ${result.note}`.trimEnd())
  if (result.failed > 0) console.log(`\n${result.output.trimEnd().replaceAll(/^/gm, '  ')}\n`)
  return result
}

const { help, only } = readArguments()
if (help) {
  process.stdout.write(HELP)
} else {
  const wanted = only.split(',')
  const unknown = wanted.filter((name) => !NAMES.includes(name))
  if (unknown.length > 0) refuse(`no step is called ${unknown.join(', ')}`)
  const tallies: Tally[] = []
  for (const step of STEPS) if (wanted.includes(step.name)) tallies.push(await runStep(step))
  const total = addTallies(tallies)
  console.log(`\n${formatTally(total)}`)
  process.exitCode = total.failed === 0 ? 0 : 1
}
