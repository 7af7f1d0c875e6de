import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type IsoDate, isoDate } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import {
  type CityHead,
  generateCityFolder,
  openCityHead,
  syntheticMeasures,
  writeMeasures,
} from '@huiqi/population'
import { readRealRules } from './city-rules.ts'

/** Generated cities are kept here between runs; it is not part of the repository. */
const CACHE = join(import.meta.dirname, '..', '..', '..', '.huiqi', 'bench-city')

/** The day a generated city is as of. */
const DAY = isoDate('2025-09-15')
const SEED = 1

/** The synthetic measures of a run, on disk. */
export interface MeasuresFile {
  readonly folder: string
  readonly entry: NonNullable<CityHead['measures']>
}

/** A city folder with the measures it is asked about. */
export interface CityFiles {
  readonly folder: string
  readonly day: IsoDate
  readonly measures: MeasuresFile
}

/** What a run is about. */
export interface CityWish {
  /** A city folder; generated when not given. */
  readonly folder: string | null
  /** Rows of a generated city. */
  readonly rows: number
  readonly measures: number
  /** Whether to make anew what earlier runs have left. */
  readonly cache: 'keep' | 'renew'
}

const say = (text: string): void => console.error(text)

const openedHead = async (folder: string): Promise<CityHead | null> => {
  try {
    return await openCityHead(folder)
  } catch {
    return null
  }
}

const findCity = async (wish: CityWish, rulebook: Rulebook): Promise<CityHead> => {
  if (wish.folder !== null) return openCityHead(wish.folder)
  const folder = generatedFolder(wish)
  const kept = wish.cache === 'keep' ? await openedHead(folder) : null
  if (kept !== null) return kept
  say(`generating ${wish.rows.toLocaleString('en-US')} entities …`)
  await mkdir(CACHE, { recursive: true })
  const options = { enterprises: wish.rows, seed: SEED, rulebook, asOf: DAY }
  return generateCityFolder(folder, { ...options, existing: 'replace' })
}

const generatedFolder = ({ rows }: CityWish): string => join(CACHE, `city-${rows}`)

const readEntry = async (file: string): Promise<MeasuresFile['entry'] | null> => {
  try {
    const entry: MeasuresFile['entry'] = JSON.parse(await readFile(file, 'utf8'))
    return entry
  } catch {
    return null
  }
}

const findMeasures = async (
  { measures: count, cache }: CityWish,
  rulebook: Rulebook,
  day: IsoDate,
): Promise<MeasuresFile> => {
  const folder = join(CACHE, `measures-${count}-${day}`)
  const file = join(folder, 'entry.json')
  const kept = cache === 'keep' ? await readEntry(file) : null
  if (kept !== null) return { folder, entry: kept }
  say(`deriving ${count.toLocaleString('en-US')} measures …`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const options = { rulebook, count, seed: SEED, asOf: day }
  const entry = await writeMeasures(folder, syntheticMeasures(options))
  await writeFile(`${file}.partial`, JSON.stringify(entry))
  await rename(`${file}.partial`, file)
  return { folder, entry }
}

/** Opens or makes the city and the measures of a run. */
export const prepareCityFiles = async (wish: CityWish): Promise<CityFiles> => {
  const rulebook = await readRealRules()
  const { asOf } = await findCity(wish, rulebook)
  const day = asOf ?? DAY
  const measures = await findMeasures(wish, rulebook, day)
  return { folder: wish.folder ?? generatedFolder(wish), day, measures }
}
