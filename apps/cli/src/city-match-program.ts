import { Option } from 'commander'
import type { Shelf } from './shelf.ts'
import { CITY_MATCH_USAGE } from './usage/city-match-usage.ts'
import { USAGE } from './usage/usage-text.ts'

const STREAM_FORMATS = ['ndjson', 'csv']

/** Adds `match` to the city commands. */
export const addCityMatch = ({ program: city, io, perform }: Shelf): void => {
  const usage = CITY_MATCH_USAGE[io.language]
  const { values } = USAGE[io.language]
  city
    .command('match')
    .description(usage.match)
    .argument(`[${values.folder}]`, usage.folder)
    .option(`--measure <${values.measure}...>`, usage.measure)
    .option(`--by <${usage.values.names}>`, usage.by)
    .option(`--as-of <${values.day}>`, usage.asOf)
    .option(`--submitted-on <${values.day}>`, usage.submittedOn)
    .option('--synthetic', usage.synthetic)
    .option('--json', usage.json)
    .option(`--csv <${values.file}>`, usage.csv)
    .option('--stdin', usage.stdin)
    .addOption(new Option('--format <format>', usage.format).choices(STREAM_FORMATS))
    .option(`--id <${usage.values.column}>`, usage.id)
    .option('--summary', usage.summary)
    .option('--ignore-unknown', usage.ignore)
    .action(async (folder, options) => {
      const { cityMatch } = await import('./commands/city-match.ts')
      await perform((at) => cityMatch(at, folder, { ...options, input: process.stdin }))
    })
}
