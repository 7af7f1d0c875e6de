import type { Readable } from 'node:stream'
import type { Issue } from '@huiqi/domain'
import { isInForce, type Measure, type Rulebook } from '@huiqi/engine'
import { CITY_GROUPINGS, type Grouping } from '@huiqi/population'
import type { ClockOptions } from '../clock.ts'
import { cityError } from '../commands/city-run.ts'
import { findMeasure } from '../find-measure.ts'

/** What `city match` is asked. */
export interface CityMatchOptions extends ClockOptions {
  readonly measure?: readonly string[]
  readonly by?: string
  readonly synthetic?: true
  readonly json?: true
  readonly csv?: string
  readonly stdin?: true
  readonly format?: 'ndjson' | 'csv'
  readonly id?: string
  readonly summary?: true
  readonly ignoreUnknown?: true
  /** Where rows come from with `--stdin`. */
  readonly input: Readable
}

/** A grouping with the word that asks for it. */
export interface NamedGrouping {
  readonly name: string
  readonly grouping: Grouping
}

const NAMES = ['district', 'size', 'industry', 'tier']

const isThere = ({ facts, corpus }: Rulebook, grouping: Grouping): boolean =>
  grouping.kind === 'ladder'
    ? corpus.ladders.some(({ id }) => id === grouping.ladder)
    : facts.has(grouping.fact)

/** The groupings that `--by` names. Throws AppError `invalid-input` for a name that is none. */
export const groupingsFor = (
  rulebook: Rulebook,
  by: string | undefined,
): readonly NamedGrouping[] => {
  const known = CITY_GROUPINGS.map((grouping, at) => ({ name: NAMES[at] ?? '', grouping }))
  const there = known.filter(({ grouping }) => isThere(rulebook, grouping))
  const wanted = by === undefined ? [] : by.split(',').map((name) => name.trim())
  const allowed = there.map(({ name }) => name)
  for (const text of wanted) {
    if (!allowed.includes(text))
      throw cityError('match.by', { found: text, allowed: allowed.join(', ') })
  }
  return there.filter(({ name }) => wanted.includes(name))
}

/** The measures asked for, or all in force on the day. Throws AppError `unknown-measure`. */
export const measuresFor = (
  rulebook: Rulebook,
  named: readonly string[] | undefined,
  day: string,
): readonly Measure[] => {
  const { measures } = rulebook.corpus
  if (named === undefined) return measures.filter((measure) => isInForce(measure, day))
  const found = new Set(named.map((name) => findMeasure(rulebook, name, day)))
  return measures.filter((measure) => found.has(measure))
}

const ONLY_CITY = { json: '--json', csv: '--csv', synthetic: '--synthetic' } as const
const ONLY_STREAM = {
  format: '--format',
  id: '--id',
  summary: '--summary',
  ignoreUnknown: '--ignore-unknown',
} as const

const firstGiven = (
  options: CityMatchOptions,
  flags: Readonly<Partial<Record<keyof CityMatchOptions, string>>>,
): string | undefined =>
  Object.entries(flags).find(
    ([key]) => key in options && Reflect.get(options, key) !== undefined,
  )?.[1]

const refuseWith = (code: string, params: Issue['params'] = {}): never => {
  throw cityError(code, params)
}

/** Refuses options that do not go together. Throws AppError `invalid-input`. */
export const checkOptions = (folder: string | undefined, options: CityMatchOptions): void => {
  const isStream = options.stdin === true
  if (isStream === (folder !== undefined)) refuseWith('match.source')
  const misplaced = firstGiven(options, isStream ? ONLY_CITY : ONLY_STREAM)
  if (misplaced !== undefined) {
    refuseWith(isStream ? 'match.only-city' : 'match.only-stdin', { option: misplaced })
  }
  const isForRows = isStream && !options.summary
  if (isForRows && options.by !== undefined) refuseWith('match.by-rows')
}
