import { join } from 'node:path'
import type { PopulationProgram } from '../compile/program.ts'
import { openCityHead } from '../io/open-city.ts'
import { makeValues } from '../io/storage.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { columnsOfProgram } from '../kernel/columns-of-program.ts'
import type { Table } from '../table.ts'
import { type MatchPopulationOptions, runMatch } from './match-population.ts'
import type { PopulationMatch } from './population-match.ts'

/**
 * Answers every row of a city folder for every measure as `matchPopulation` does, but each worker reads
 * the blocks it works on from the files, so that little of the city is in memory at a time. Files are
 * trusted when they have the right length. Throws AppError `invalid-input` (`city.…`).
 */
export const matchCity = async (
  folder: string,
  program: PopulationProgram,
  options: MatchPopulationOptions = {},
): Promise<PopulationMatch> => {
  const head = await openCityHead(folder)
  const columns = head.columns.map(({ fact, year, type, storage, missing, never, unit, codes }) => {
    return { fact, year, type, values: makeValues(storage, 0), missing, never, unit, codes }
  })
  const table: Table = { rows: head.rows, columns, uscc: null }
  const bound = bindProgram(program, table)
  const read = columnsOfProgram(bound, table)
  const files = head.columns.map(({ file }, place) => (read.has(place) ? join(folder, file) : null))
  return await runMatch({ table, bound, files }, program, options)
}
