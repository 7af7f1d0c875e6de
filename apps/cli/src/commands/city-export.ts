import { access } from 'node:fs/promises'
import { openCity, writeArrow, writeCsv, writeParquet } from '@huiqi/population'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { grouped, rateProgress } from './city-progress.ts'
import { cityError, runCity } from './city-run.ts'
import { CITY_TEXT } from './city-text.ts'

/** The formats a city can be given out in. */
export const FORMATS = ['parquet', 'csv', 'arrow'] as const

export interface ExportCityOptions {
  readonly format: (typeof FORMATS)[number]
  readonly out: string
  readonly limit?: number
  readonly replace?: true
}

const WRITERS = { parquet: writeParquet, csv: writeCsv, arrow: writeArrow } as const

const refuseExisting = async (file: string): Promise<void> => {
  const isFree = await access(file).then(
    () => false,
    () => true,
  )
  if (!isFree) throw cityError('city.exists')
}

/** `city export`: the rows of a city as a file. */
export const cityExport = (
  io: Io,
  folder: string,
  options: ExportCityOptions,
): Promise<ExitCode> => {
  const text = CITY_TEXT[io.language]
  const { format, out, limit, replace } = options
  const progress = rateProgress(io)
  return runCity(io, async (signal) => {
    try {
      if (!replace) await refuseExisting(out)
      const { head, table } = await openCity(folder)
      const rows = await WRITERS[format](out, table, {
        ...(limit === undefined ? {} : { limit }),
        synthetic: head.synthetic,
        signal,
        onProgress: (done, of) => progress.show(text.exporting, done, of),
      })
      progress.clear()
      io.out(`${text.exported(grouped(rows), out)}\n`)
      return EXIT.fine
    } finally {
      progress.clear()
    }
  })
}
