import { join } from 'node:path'
import type { PopulationProgram } from '../compile/program.ts'
import type { FileEntry } from '../io/city-head.ts'
import { joinedCrc32 } from '../io/joined-crc32.ts'
import { openCityHead } from '../io/open-city.ts'
import { refusal } from '../io/refuse.ts'
import { makeValues, STORAGES } from '../io/storage.ts'
import { LARGE_BLOCK_ROWS } from '../kernel/block.ts'
import type { BoundProgram } from '../kernel/bound-program.ts'
import { columnsOfProgram } from '../kernel/columns-of-program.ts'
import type { Table } from '../table.ts'
import type { ColumnFiles } from './block-files.ts'
import { type MatchPopulationOptions, runMatch } from './match-population.ts'
import type { PopulationMatch } from './population-match.ts'

/** How a city folder is matched. */
export interface MatchCityOptions extends MatchPopulationOptions {
  /** `checksums` unless given; `lengths` trusts files of the right length. */
  readonly verify?: 'checksums' | 'lengths'
}

/** Throws unless the blocks that were read of a file are those that were written. */
const checkSums = (
  folder: string,
  { file, bytes, crc32 }: FileEntry,
  { sums, block }: { readonly sums: Uint32Array; readonly block: number },
): void => {
  const last = bytes - Math.max(0, sums.length - 1) * block
  if (joinedCrc32(sums, { bytes: block, last }) !== crc32) {
    throw refusal('city.checksum', folder, { name: file })
  }
}

/**
 * Answers every row of a city folder for every measure as `matchPopulation` does, but each worker reads
 * the blocks it works on from the files, so that little of the city is in memory at a time. Throws
 * AppError `invalid-input` (`city.…`), also when a file that was read turns out to be changed.
 */
export const matchCity = async (
  folder: string,
  program: PopulationProgram,
  { verify = 'checksums', ...options }: MatchCityOptions = {},
): Promise<PopulationMatch> => {
  const head = await openCityHead(folder)
  const columns = head.columns.map(({ fact, year, type, storage, missing, never, unit, codes }) => {
    return { fact, year, type, values: makeValues(storage, 0), missing, never, unit, codes }
  })
  const table: Table = { rows: head.rows, columns, uscc: null }
  const { blockRows = LARGE_BLOCK_ROWS } = options
  const blocks = Math.ceil(head.rows / blockRows)
  let files: ColumnFiles = []
  const filesFor = (bound: BoundProgram): ColumnFiles => {
    const read = columnsOfProgram(bound, table)
    files = head.columns.map(({ file }, place) => {
      if (!read.has(place)) return null
      const sums = verify === 'lengths' ? null : new Uint32Array(new SharedArrayBuffer(4 * blocks))
      return { path: join(folder, file), sums }
    })
    return files
  }
  const match = await runMatch({ table, filesFor }, program, { ...options, blockRows })
  for (const [place, entry] of head.columns.entries()) {
    const sums = files[place]?.sums
    const block = blockRows * STORAGES[entry.storage].bytes
    if (sums) checkSums(folder, entry, { sums, block })
  }
  return match
}
