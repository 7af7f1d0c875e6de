import { words } from '@huiqi/wording'
import { Argument, Command, CommanderError, Option } from 'commander'
import { addCityCommands } from './city-program.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import type { Shelf } from './shelf.ts'
import { addSimulateCommand } from './simulate-program.ts'
import { addSqlCommand } from './sql-program.ts'
import { addStartCommand } from './start-program.ts'
import { helpOf, showExamples } from './usage/help-page.ts'
import { option } from './usage/option.ts'
import { showUsageError } from './usage/usage-error.ts'
import { USAGE } from './usage/usage-text.ts'

const fileOf = (io: Io): Argument =>
  new Argument(`<${USAGE[io.language].values.file}>`, USAGE[io.language].arguments.file)

const addDates = (command: Command, io: Io): Command => {
  const { asOf, submittedOn } = USAGE[io.language].options
  return command
    .option(option(io, '--as-of', 'day'), asOf)
    .option(option(io, '--submitted-on', 'day'), submittedOn)
}

const addMatch = ({ program, io, perform }: Shelf): void => {
  const { commands, options } = USAGE[io.language]
  addDates(program.command('match').description(commands.match), io)
    .addArgument(fileOf(io))
    .option('--all', options.all)
    .option('--json', options.json)
    .action(async (file, chosen) => {
      const { match } = await import('./commands/match.ts')
      await perform((at) => match(at, file, chosen))
    })
}

const addExplain = ({ program, io, perform }: Shelf): void => {
  const { commands, options, arguments: said, values } = USAGE[io.language]
  addDates(program.command('explain').description(commands.explain), io)
    .addArgument(fileOf(io))
    .argument(`<${values.measure}>`, said.measure)
    .option('--json', options.json)
    .action(async (file, measure, chosen) => {
      const { explain } = await import('./commands/explain.ts')
      await perform((at) => explain(at, { file, measure }, chosen))
    })
}

const addAsk = ({ program, io, perform }: Shelf): void => {
  const { commands, options, arguments: said, values } = USAGE[io.language]
  addDates(program.command('ask').description(commands.ask), io)
    .argument(`[${values.file}]`, said.optionalFile)
    .option(option(io, '--save', 'file'), options.save)
    .action(async (file, chosen) => {
      const { ask } = await import('./commands/ask.ts')
      await perform((at) => ask(at, file, chosen))
    })
}

const addLadder = ({ program, io, perform }: Shelf): void => {
  const { commands, options } = USAGE[io.language]
  addDates(program.command('ladder').description(commands.ladder), io)
    .addArgument(fileOf(io))
    .option('--json', options.json)
    .action(async (file, chosen) => {
      const { ladder } = await import('./commands/ladder.ts')
      await perform((at) => ladder(at, file, chosen))
    })
}

const addMeasures = ({ program, io, perform }: Shelf): void => {
  const { commands, options, arguments: said, values } = USAGE[io.language]
  const choices = (flag: string, value: 'delivery' | 'kind' | 'about', from: object): Option =>
    new Option(option(io, flag, value), options[value]).choices(Object.keys(from))
  program
    .command('measures')
    .description(commands.measures)
    .argument(`[${values.measure}]`, said.measure)
    .addOption(choices('--delivery', 'delivery', words.en.delivery))
    .addOption(choices('--kind', 'kind', words.en.benefit))
    .addOption(choices('--about', 'about', words.en.subject))
    .option(option(io, '--instrument', 'id'), options.instrument)
    .option(option(io, '--agency', 'id'), options.agency)
    .option(option(io, '--in-force-on', 'day'), options.inForceOn)
    .option(option(io, '--text', 'text'), options.text)
    .option('--json', options.json)
    .action(async (id, chosen) => {
      const { measures } = await import('./commands/measures.ts')
      await perform((at) => measures(at, id, chosen))
    })
}

const addFacts = ({ program, io, perform }: Shelf): void => {
  const { commands, options, arguments: said, values } = USAGE[io.language]
  program
    .command('facts')
    .description(commands.facts)
    .argument(`[${values.text}]`, said.fact)
    .option('--json', options.json)
    .action(async (query, chosen) => {
      const { facts } = await import('./commands/facts.ts')
      await perform((at) => facts(at, query, chosen))
    })
}

const addCheck = ({ program, io, perform }: Shelf): void => {
  const { commands, options } = USAGE[io.language]
  program
    .command('check')
    .description(commands.check)
    .option('--no-mutants', options.noMutants)
    .option('--json', options.json)
    .action(async (chosen) => {
      const { check } = await import('./commands/check.ts')
      await perform((at) => check(at, chosen))
    })
}

const COMMANDS: readonly ((shelf: Shelf) => void)[] = [
  addStartCommand,
  addMatch,
  addExplain,
  addAsk,
  addLadder,
  addMeasures,
  addFacts,
  addCheck,
  addCityCommands,
  addSimulateCommand,
  addSqlCommand,
]

const programFor = (io: Io): Command => {
  const { about, commands, options, values } = USAGE[io.language]
  return new Command('huiqi')
    .name('./huiqi')
    .description(about)
    .configureHelp(helpOf(io))
    .configureOutput({
      writeOut: (text) => io.out(text.replace('： ', '：')),
      writeErr: (text) => io.err(text.replace('： ', '：')),
      outputError: () => undefined,
      getOutHasColors: () => io.isColored,
      getErrHasColors: () => io.isColored,
    })
    .addOption(new Option(option(io, '--lang', 'language'), options.language).choices(['zh', 'en']))
    .option(option(io, '--policies', 'folder'), options.policies)
    .helpOption('-h, --help', options.help)
    .helpCommand(`help [${values.command}]`, commands.help)
    .addHelpText('afterAll', ({ command }) => showExamples(io, command))
    .exitOverride()
}

const withOptions = (io: Io, program: Command): Io => {
  const { lang, policies } = program.opts<{ lang?: Io['language']; policies?: string }>()
  return { ...io, language: lang ?? io.language, policies: policies ?? io.policies }
}

const tellFailure = async (io: Io, error: unknown): Promise<ExitCode> => {
  const { showFailure } = await import('./show/failure.ts')
  const failure = showFailure(io, error)
  if (failure === null) throw error
  io.err(`${failure}\n`)
  return EXIT.misuse
}

/** The command that a command line names, with the command it belongs to; '' when it names none. */
const namedCommand = (program: Command, [name, ...rest]: readonly string[]): string => {
  const command = program.commands.find((each) => each.name() === name)
  return command === undefined ? '' : `${name} ${namedCommand(command, rest)}`.trim()
}

const tellMisuse = (io: Io, program: Command, error: CommanderError): ExitCode => {
  if (error.exitCode === 0) return EXIT.fine
  if (error.code === 'commander.help') return EXIT.misuse
  io.err(`${showUsageError(error, io.language, namedCommand(program, program.args))}\n`)
  return EXIT.misuse
}

/** Runs one command line; the result is the exit code. Failures are told on the error stream. */
export const run = async (io: Io, args: readonly string[]): Promise<ExitCode> => {
  const program = programFor(io)
  let code: ExitCode = EXIT.fine
  const perform: Shelf['perform'] = async (command) => {
    code = await command(withOptions(io, program))
  }
  for (const add of COMMANDS) add({ program, io, perform })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return tellMisuse(withOptions(io, program), program, error)
    return tellFailure(withOptions(io, program), error)
  }
}
