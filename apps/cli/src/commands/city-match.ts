import { matchCity } from '../city-match/match-city.ts'
import { type CityMatchOptions, checkOptions } from '../city-match/match-options.ts'
import { matchStdin } from '../city-match/match-stdin.ts'
import { MATCH_TEXT } from '../city-match/match-text.ts'
import type { ExitCode, Io } from '../io.ts'
import { runCity } from './city-run.ts'

/** `city match`: a city folder, or the rows of standard input, against the measures. */
export const cityMatch = (
  io: Io,
  folder: string | undefined,
  options: CityMatchOptions,
): Promise<ExitCode> => {
  const run = (signal: AbortSignal): Promise<ExitCode> => {
    checkOptions(folder, options)
    return folder === undefined
      ? matchStdin(io, { options, signal })
      : matchCity(io, { folder, options, signal })
  }
  return runCity(io, run, MATCH_TEXT[io.language].stopped)
}
