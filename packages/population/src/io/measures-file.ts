import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Exact, formatExact, parseExact } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import { CITY_FILE, type CityHead, type MeasuresEntry } from './city-head.ts'
import { createColumnFile } from './column-file.ts'
import { refusal } from './refuse.ts'

/** The file of synthetic measures: one measure a line. */
export const MEASURES_FILE = 'measures.jsonl'

const MEASURES_AT_ONCE = 500
const ENCODER = new TextEncoder()

const isExact = (value: object): value is Exact => 'n' in value && 'd' in value

const encode = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && isExact(value)
    ? { exact: formatExact(value) }
    : value

/** Puts exact numbers in the place of what they are written as, in place: the tree is fresh from its text. */
const revive = (value: object): unknown => {
  if ('exact' in value && typeof value.exact === 'string') return parseExact(value.exact)
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null) continue
    const revived = revive(inner)
    if (revived !== inner) Reflect.set(value, key, revived)
  }
  return value
}

const parseLine = (line: string): unknown => {
  const value: unknown = JSON.parse(line)
  return typeof value === 'object' && value !== null ? revive(value) : value
}

const isMeasure = (value: unknown): value is Measure =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'eligible' in value &&
  'benefit' in value &&
  'inForce' in value

/** Writes measures into a folder; exact numbers stand as `{ "exact": "1/3" }`. */
export const writeMeasures = async (
  folder: string,
  measures: readonly Measure[],
): Promise<MeasuresEntry> => {
  const file = await createColumnFile(join(folder, MEASURES_FILE))
  try {
    for (let from = 0; from < measures.length; from += MEASURES_AT_ONCE) {
      const part = measures.slice(from, from + MEASURES_AT_ONCE)
      const lines = part.map((measure) => `${JSON.stringify(measure, encode)}\n`)
      await file.write(ENCODER.encode(lines.join('')))
    }
  } finally {
    await file.close()
  }
  return { count: measures.length, file: MEASURES_FILE, ...(await file.close()) }
}

/** Whether a file has the length and the checksum that were noted, without having it in memory whole. */
const isAsWritten = async (path: string, entry: MeasuresEntry): Promise<boolean> => {
  let [bytes, sum] = [0, 0]
  for await (const chunk of createReadStream(path)) {
    bytes += chunk.length
    sum = crc32(chunk, sum)
  }
  return bytes === entry.bytes && sum === entry.crc32
}

/**
 * The synthetic measures of a city folder; none when it has none. Throws AppError `invalid-input` when
 * the file is not as it was written.
 */
export const readMeasures = async (
  folder: string,
  { measures: entry }: Pick<CityHead, 'measures'>,
): Promise<readonly Measure[]> => {
  if (entry === null) return []
  const path = join(folder, entry.file)
  if (!(await isAsWritten(path, entry))) {
    throw refusal('city.checksum', folder, { name: entry.file })
  }
  const measures: Measure[] = []
  const file = await open(path)
  for await (const line of file.readLines()) {
    const measure = parseLine(line)
    if (isMeasure(measure)) measures.push(measure)
  }
  if (measures.length === entry.count) return measures
  throw refusal('city.head', folder, { detail: `${CITY_FILE}: ${entry.count} measures` })
}
