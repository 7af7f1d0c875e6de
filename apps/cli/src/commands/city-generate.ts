import { generateCityFolder } from '@huiqi/population'
import { clockOf } from '../clock.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { grouped, rateProgress } from './city-progress.ts'
import { runCity } from './city-run.ts'
import { CITY_TEXT } from './city-text.ts'

export interface GenerateCityOptions {
  readonly enterprises: number
  readonly seed: number
  readonly out: string
  readonly measures?: number
  readonly asOf?: string
  readonly replace?: true
}

/** `city generate`: a synthetic city in a folder. */
export const cityGenerate = async (io: Io, options: GenerateCityOptions): Promise<ExitCode> => {
  const { enterprises, seed, out, measures = 0, replace } = options
  const text = CITY_TEXT[io.language]
  const { asOf } = clockOf(options.asOf === undefined ? {} : { asOf: options.asOf }, io.today)
  const rulebook = await loadRulebook(io)
  const progress = rateProgress(io)
  return runCity(io, async (signal) => {
    try {
      const head = await generateCityFolder(out, {
        enterprises,
        seed,
        rulebook,
        asOf,
        measures,
        existing: replace ? 'replace' : 'refuse',
        signal,
        onProgress: ({ stage, done, of }) => progress.show(text.stages[stage], done, of),
      })
      progress.clear()
      io.out(`${text.generated(grouped(head.rows), head.columns.length, out)}\n`)
      if (head.measures !== null) io.out(`${text.measures(grouped(head.measures.count))}\n`)
      return EXIT.fine
    } finally {
      progress.clear()
    }
  })
}
