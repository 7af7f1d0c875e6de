import { Option } from 'commander'
import { addCityMatch } from './city-match-program.ts'
import type { Shelf } from './shelf.ts'
import { CITY_USAGE } from './usage/city-usage.ts'
import { option } from './usage/option.ts'
import { USAGE } from './usage/usage-text.ts'
import { wholeNumber } from './usage/whole-number.ts'

const MOST_MEASURES = 34_000
const FORMATS = ['parquet', 'csv', 'arrow']

const addGenerate = ({ program: city, io, perform }: Shelf): void => {
  const usage = CITY_USAGE[io.language]
  const enterprises = wholeNumber(1, 28_000_000)
  city
    .command('generate')
    .description(usage.generate)
    .requiredOption(option(io, '--enterprises', 'number'), usage.enterprises, enterprises)
    .option(option(io, '--seed', 'number'), usage.seed, wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .requiredOption(option(io, '--out', 'folder'), usage.out)
    .option(option(io, '--measures', 'number'), usage.measures, wholeNumber(0, MOST_MEASURES))
    .option(option(io, '--as-of', 'day'), usage.asOf)
    .option('--replace', usage.replace)
    .action(async (options) => {
      const { cityGenerate } = await import('./commands/city-generate.ts')
      await perform((at) => cityGenerate(at, options))
    })
}

const addInfo = ({ program: city, io, perform }: Shelf): void => {
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

const addImport = ({ program: city, io, perform }: Shelf): void => {
  const usage = CITY_USAGE[io.language]
  const { file } = USAGE[io.language].values
  city
    .command('import')
    .description(usage.import)
    .argument(`<${file}>`, usage.source)
    .requiredOption(option(io, '--out', 'folder'), usage.out)
    .option(option(io, '--query', 'query'), usage.query)
    .option(option(io, '--as-of', 'day'), usage.importAsOf)
    .option('--ignore-unknown', usage.ignore)
    .option(option(io, '--report', 'file'), usage.report)
    .option('--replace', usage.replace)
    .option('--json', usage.json)
    .action(async (source, options) => {
      const { cityImport } = await import('./commands/city-import.ts')
      await perform((at) => cityImport(at, source, options))
    })
}

const addExport = ({ program: city, io, perform }: Shelf): void => {
  const usage = CITY_USAGE[io.language]
  const { folder } = USAGE[io.language].values
  const formats = new Option(option(io, '--format', 'format'), usage.format).choices(FORMATS)
  city
    .command('export')
    .description(usage.export)
    .argument(`<${folder}>`, usage.folder)
    .addOption(formats.makeOptionMandatory())
    .requiredOption(option(io, '--out', 'file'), usage.out)
    .option(option(io, '--limit', 'number'), usage.limit, wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--replace', usage.replace)
    .action(async (from, options) => {
      const { cityExport } = await import('./commands/city-export.ts')
      await perform((at) => cityExport(at, from, options))
    })
}

/** Adds `city generate`, `city info`, `city import`, `city export` and `city match`. */
export const addCityCommands = ({ program, io, perform }: Shelf): void => {
  const city = program.command('city').description(CITY_USAGE[io.language].city)
  for (const add of [addGenerate, addInfo, addImport, addExport, addCityMatch])
    add({ program: city, io, perform })
}
