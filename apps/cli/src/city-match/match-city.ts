import { writeFile } from 'node:fs/promises'
import {
  compilePopulation,
  matchCity as matchFolder,
  openCityHead,
  readMeasures,
  withSyntheticMeasures,
} from '@huiqi/population'
import { clockOf } from '../clock.ts'
import { rateProgress } from '../commands/city-progress.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { jsonText } from './json-text.ts'
import { matchCsv } from './match-csv.ts'
import { matchJson } from './match-json.ts'
import { type CityMatchOptions, groupingsFor, measuresFor } from './match-options.ts'
import type { MatchPage } from './match-page.ts'
import { MATCH_TEXT } from './match-text.ts'
import { showMatch } from './show-match.ts'

/** What a run on a whole city is given. */
export interface CityRun {
  readonly folder: string
  readonly options: CityMatchOptions
  readonly signal: AbortSignal
}

const answerCity = async (io: Io, { folder, options, signal }: CityRun): Promise<MatchPage> => {
  const head = await openCityHead(folder)
  const clock = clockOf(options, head.asOf ?? io.today)
  const own = options.synthetic ? await readMeasures(folder, head) : []
  const policies = await loadRulebook(io)
  const rulebook = own.length === 0 ? policies : withSyntheticMeasures(policies, own)
  const measures = measuresFor(rulebook, options.measure, clock.submittedOn)
  const groupings = groupingsFor(rulebook, options.by)
  const kinds = groupings.map(({ grouping }) => grouping)
  const program = compilePopulation(measures, { rulebook, clock }, kinds)
  const progress = rateProgress(io)
  try {
    const match = await matchFolder(folder, program, {
      signal,
      onProgress: ({ rows, rowsInAll }) =>
        progress.show(MATCH_TEXT[io.language].matching, rows, rowsInAll),
    })
    return { io, rulebook, head, clock, groupings, match }
  } finally {
    progress.clear()
  }
}

/** `city match CITY`: every row of a city folder against the measures. */
export const matchCity = async (io: Io, run: CityRun): Promise<ExitCode> => {
  const { csv, json } = run.options
  const page = await answerCity(io, run)
  if (csv !== undefined) {
    await writeFile(csv, matchCsv(page))
    io.err(`${MATCH_TEXT[io.language].written(csv)}\n`)
  }
  io.out(`${json ? jsonText(matchJson(page), 2) : showMatch(page)}\n`)
  return EXIT.fine
}
