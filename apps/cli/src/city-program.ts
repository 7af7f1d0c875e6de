import { type Command, InvalidArgumentError, Option } from 'commander'
import { CITY_USAGE } from './commands/city-text.ts'
import type { ExitCode, Io } from './io.ts'
import { USAGE } from './usage/usage-text.ts'

type Perform = (run: (io: Io) => Promise<ExitCode>) => Promise<void>

const MOST_MEASURES = 34_000
const FORMATS = ['parquet', 'csv', 'arrow']

/** Reads a whole number within bounds; digits may be grouped. */
const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const digits = text.replace(/(?<=\d)[,_](?=\d{3})/g, '')
    const number = Number(digits)
    if (/^\d+$/.test(digits) && number >= least && number <= most) return number
    throw new InvalidArgumentError(`${least}–${most}`)
  }

const addGenerate = (city: Command, io: Io, perform: Perform): void => {
  const usage = CITY_USAGE[io.language]
  const { day, folder } = USAGE[io.language].values
  const enterprises = wholeNumber(1, 28_000_000)
  city
    .command('generate')
    .description(usage.generate)
    .requiredOption('--enterprises <n>', usage.enterprises, enterprises)
    .option('--seed <n>', usage.seed, wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .requiredOption(`--out <${folder}>`, usage.out)
    .option('--measures <n>', usage.measures, wholeNumber(0, MOST_MEASURES))
    .option(`--as-of <${day}>`, usage.asOf)
    .option('--replace', usage.replace)
    .action(async (options) => {
      const { cityGenerate } = await import('./commands/city-generate.ts')
      await perform((at) => cityGenerate(at, options))
    })
}

const addInfo = (city: Command, io: Io, perform: Perform): void => {
  const usage = CITY_USAGE[io.language]
  const { text, folder } = USAGE[io.language].values
  city
    .command('info')
    .description(usage.info)
    .argument(`<${folder}>`, usage.folder)
    .argument(`[${text}]`, usage.text)
    .option('--json', usage.json)
    .action(async (from, asked, options) => {
      const { cityInfo } = await import('./commands/city-info.ts')
      await perform((at) => cityInfo(at, { folder: from, text: asked }, options))
    })
}

const addImport = (city: Command, io: Io, perform: Perform): void => {
  const usage = CITY_USAGE[io.language]
  const { day, file, folder } = USAGE[io.language].values
  city
    .command('import')
    .description(usage.import)
    .argument(`<${file}>`, usage.source)
    .requiredOption(`--out <${folder}>`, usage.out)
    .option('--query <sql>', usage.query)
    .option(`--as-of <${day}>`, usage.importAsOf)
    .option('--ignore-unknown', usage.ignore)
    .option(`--report <${file}>`, usage.report)
    .option('--replace', usage.replace)
    .option('--json', usage.json)
    .action(async (source, options) => {
      const { cityImport } = await import('./commands/city-import.ts')
      await perform((at) => cityImport(at, source, options))
    })
}

const addExport = (city: Command, io: Io, perform: Perform): void => {
  const usage = CITY_USAGE[io.language]
  const { file, folder } = USAGE[io.language].values
  const formats = new Option('--format <format>', usage.format).choices(FORMATS)
  city
    .command('export')
    .description(usage.export)
    .argument(`<${folder}>`, usage.folder)
    .addOption(formats.makeOptionMandatory())
    .requiredOption(`--out <${file}>`, usage.out)
    .option('--limit <n>', usage.limit, wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--replace', usage.replace)
    .action(async (from, options) => {
      const { cityExport } = await import('./commands/city-export.ts')
      await perform((at) => cityExport(at, from, options))
    })
}

/** Adds `city generate`, `city info`, `city import` and `city export`. */
export const addCityCommands = (program: Command, io: Io, perform: Perform): void => {
  const city = program.command('city').description(CITY_USAGE[io.language].city)
  for (const add of [addGenerate, addInfo, addImport, addExport]) add(city, io, perform)
}
