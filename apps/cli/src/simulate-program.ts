import type { Shelf } from './shelf.ts'
import { option } from './usage/option.ts'
import { SIMULATE_USAGE } from './usage/simulate-usage.ts'
import { USAGE } from './usage/usage-text.ts'
import { wholeNumber } from './usage/whole-number.ts'

const MOST_MADE = 500_000

/** Adds `simulate`. */
export const addSimulateCommand = ({ program, io, perform }: Shelf): void => {
  const usage = SIMULATE_USAGE[io.language]
  const { values, arguments: said } = USAGE[io.language]
  program
    .command('simulate')
    .description(usage.simulate)
    .argument(`<${values.measure}>`, said.measure)
    .option(option(io, '--city', 'folder'), usage.city)
    .option(option(io, '--enterprises', 'number'), usage.enterprises, wholeNumber(1, MOST_MADE))
    .option(option(io, '--seed', 'number'), usage.seed, wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option(`--change <${usage.values.change}...>`, usage.change)
    .option(`--sweep <${usage.values.sweep}>`, usage.sweep)
    .option(`--take-up <${usage.values.rate}>`, usage.takeUp)
    .option(`--budget <${usage.values.amount}>`, usage.budget)
    .option(option(io, '--assume', 'file'), usage.assume)
    .option(option(io, '--as-of', 'day'), usage.asOf)
    .option(option(io, '--submitted-on', 'day'), usage.submittedOn)
    .option('--json', usage.json)
    .option(option(io, '--csv', 'file'), usage.csv)
    .option(option(io, '--svg', 'file'), usage.svg)
    .action(async (measure, chosen) => {
      const { simulate } = await import('./commands/simulate.ts')
      await perform((at) => simulate(at, measure, chosen))
    })
}
