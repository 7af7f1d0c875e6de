import { readFile } from 'node:fs/promises'
import { AppError, type IsoDate, isoDate } from '@huiqi/domain'
import type { Clock, Measure, Rulebook, Subject } from '@huiqi/engine'
import {
  BUILT_IN_ASSUMPTIONS,
  drawThings,
  generateCity,
  openCity,
  parseAssumption,
  type Table,
  type ThingAssumption,
  thingColumns,
} from '@huiqi/population'
import { type ClockOptions, clockOf } from '../clock.ts'
import type { Io } from '../io.ts'
import type { SimulateOptionCode } from './simulation-issues.ts'
import type { PopulationSource } from './simulation-page.ts'

/** Where the population comes from. */
export interface PopulationOptions extends ClockOptions {
  /** A city folder. */
  readonly city?: string
  /** So many entities, made for this run, instead of a folder. */
  readonly enterprises?: number
  readonly seed: number
  /** A JSON file with an assumption about things. */
  readonly assume?: string
}

/** A population ready to be looked at. */
export interface Population extends PopulationSource {
  readonly table: Table
  readonly clock: Clock
}

/** The error for an option of `simulate` that cannot be used. */
export const simulateError = (
  code: SimulateOptionCode,
  path: string,
  params: Readonly<Record<string, string>> = {},
): AppError<'invalid-input'> =>
  new AppError('invalid-input', { issues: [{ code, severity: 'error', path, params }] })

interface Opened {
  readonly table: Table
  readonly seed: number
  readonly isSynthetic: boolean
  readonly asOf: IsoDate | null
}

/** Columns about enterprises and about one kind of thing; the others bear on no part of the report. */
const wantsAbout =
  (rulebook: Rulebook, about: Subject) =>
  ({ fact }: { readonly fact: string }): boolean => {
    const subject = rulebook.facts.get(fact)?.subject ?? 'enterprise'
    return subject === 'enterprise' || subject === about
  }

interface Sought {
  readonly rulebook: Rulebook
  readonly about: Subject
}

const open = async (
  io: Io,
  { rulebook, about }: Sought,
  options: PopulationOptions,
): Promise<Opened> => {
  const { city, enterprises, seed } = options
  if (city !== undefined) {
    const { table, head } = await openCity(city, { wants: wantsAbout(rulebook, about) })
    return { table, seed: head.seed ?? seed, isSynthetic: head.synthetic, asOf: head.asOf }
  }
  if (enterprises === undefined) throw simulateError('simulate.no-city', '--city')
  const { asOf } = clockOf(options, io.today)
  const table = generateCity({ enterprises, seed, rulebook, asOf })
  return { table, seed, isSynthetic: true, asOf }
}

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AppError('file-not-found', { path: file }, { cause })
  }
}

const readAssumption = async (rulebook: Rulebook, file: string): Promise<ThingAssumption> => {
  const text = await readText(file)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw simulateError('simulate.json', file)
  }
  return parseAssumption(document, rulebook)
}

const assumptionFor = (
  rulebook: Rulebook,
  about: Subject,
  { table, assumed }: { readonly table: Table; readonly assumed: ThingAssumption | null },
): ThingAssumption | null => {
  if (about === 'enterprise') return null
  if (assumed !== null) return assumed
  if (thingColumns(table, rulebook, about).length > 0) return null
  return BUILT_IN_ASSUMPTIONS.find((each) => each.about === about) ?? null
}

/**
 * Opens or makes the population of a simulation; a measure about things that the city says nothing of
 * gets assumed ones. The clock is that of the options, else the day of the city.
 */
export const loadPopulation = async (
  io: Io,
  { rulebook, measure }: { readonly rulebook: Rulebook; readonly measure: Measure },
  options: PopulationOptions,
): Promise<Population> => {
  const { assume } = options
  const assumed = assume === undefined ? null : await readAssumption(rulebook, assume)
  const { table, seed, isSynthetic, asOf } = await open(
    io,
    { rulebook, about: measure.about },
    options,
  )
  const clock = clockOf(options, asOf ?? isoDate(io.today))
  const assumption = assumptionFor(rulebook, measure.about, { table, assumed })
  if (assumption === null) return { table, clock, isSynthetic, asOf, assumption }
  const withThings = drawThings(table, assumption, { rulebook, clock, seed })
  return { table: withThings, clock, isSynthetic, asOf, assumption }
}
