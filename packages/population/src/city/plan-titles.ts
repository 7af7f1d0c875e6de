import type { Qualification } from '@huiqi/engine'
import type { Candidates } from './candidates.ts'
import type { CityFrame } from './city-frame.ts'
import { at, STREAM } from './draft.ts'
import { createRandom, hashText, type Random } from './random.ts'
import { selectLargest } from './select-largest.ts'
import { OTHER_TITLE, scaledCount, TITLE_COUNTS } from './title-counts.ts'
import { type TitleCalendar, titleCalendar } from './title-days.ts'

/** Who has held a title lately: rows of the city in rising order, each with its days. */
export interface TitleHolders {
  readonly id: string
  readonly rows: Int32Array
  readonly granted: Int32Array
  readonly until: Int32Array
  /** 1 when the title came from a re-review. */
  readonly isRenewed: Uint8Array
  /** The day the title was first granted. */
  readonly firstOn: Int32Array
  /** 1 when valid on the city's date. */
  readonly isValid: Uint8Array
}

/** Titles that are drawn from the holders of another. */
const AMONG: Readonly<Record<string, string>> = {
  specialised_sme: 'innovative_sme',
  little_giant: 'specialised_sme',
  key_little_giant: 'little_giant',
}

const FIRST = ['innovative_sme', 'specialised_sme', 'little_giant', 'single_champion', 'high_tech']
const EXPIRED_SHARE = 0.08
const RENEWED_SHARE = 0.35
const OUT_OF_REACH = 50
const UNUSUAL = 20

interface Choice {
  readonly candidates: Candidates
  /** Positions of the candidates that hold a title, by title. */
  readonly held: ReadonlyMap<string, ReadonlySet<number>>
}

const log = Math.log
const square = (x: number): number => x * x

type Key = (choice: Choice, place: number) => number

const holds = ({ held }: Choice, title: string, place: number): boolean =>
  held.get(title)?.has(place) ?? false

const sizeOf = ({ candidates }: Choice, place: number): number => at(candidates.logRevenue, place)
const largePenalty = ({ candidates }: Choice, place: number): number =>
  (candidates.isLarge[place] ?? 0) * OUT_OF_REACH
const plantOf = ({ candidates }: Choice, place: number): number =>
  candidates.isManufacturing[place] ?? 0
const below = (choice: Choice, place: number, revenue: number): number =>
  sizeOf(choice, place) < log(revenue) ? UNUSUAL : 0

/** What speaks for a title beyond merit. */
const KEYS: Readonly<Record<string, Key>> = {
  innovative_sme: (choice, place) =>
    -square(sizeOf(choice, place) - log(30_000_000)) / 1.5 - largePenalty(choice, place),
  specialised_sme: (choice, place) =>
    1.1 * Math.min(sizeOf(choice, place), log(4e8)) - below(choice, place, 1e7),
  little_giant: (choice, place) =>
    sizeOf(choice, place) + 1.5 * plantOf(choice, place) - below(choice, place, 5e7),
  single_champion: (choice, place) =>
    0.8 * sizeOf(choice, place) -
    below(choice, place, 2e8) -
    (1 - plantOf(choice, place)) * OUT_OF_REACH -
    (holds(choice, 'little_giant', place) ? OUT_OF_REACH : 0),
  high_tech: (choice, place) =>
    0.7 * Math.min(sizeOf(choice, place), log(1e9)) +
    (holds(choice, 'innovative_sme', place) ? 2.5 : 0),
  tech_sme: (choice, place) =>
    -square(sizeOf(choice, place) - log(1e7)) / 3 -
    largePenalty(choice, place) +
    (holds(choice, 'innovative_sme', place) ? 1.5 : 0),
  green_factory: (choice, place) =>
    0.7 * sizeOf(choice, place) - (1 - plantOf(choice, place)) * OUT_OF_REACH,
}

const otherKey: Key = (choice, place) => 0.7 * sizeOf(choice, place)

const keysOf = (choice: Choice, id: string, random: Random): Float64Array => {
  const { candidates, held } = choice
  const key = KEYS[id] ?? otherKey
  const among = AMONG[id]
  const pool = among === undefined ? undefined : held.get(among)
  random.start(STREAM.merit, hashText(id))
  const keys = new Float64Array(candidates.count).fill(Number.NaN)
  for (let place = 0; place < candidates.count; place += 1) {
    const luck = -log(random.exponential())
    if (pool !== undefined && !pool.has(place)) continue
    keys[place] = at(candidates.merit, place) + key(choice, place) + luck
  }
  return keys
}

const pickDay = (days: readonly number[], earliest: number, random: Random): number | undefined => {
  const possible = days.filter((day) => day >= earliest)
  const chosen = possible[random.below(possible.length)]
  return chosen ?? days.at(-1)
}

interface Grant {
  readonly row: number
  readonly granted: number
  readonly until: number
  readonly isRenewed: boolean
  readonly firstOn: number
  readonly isValid: boolean
}

const grant = (
  { founded, row }: { readonly founded: number; readonly row: number },
  calendar: TitleCalendar,
  { random, isValid }: { readonly random: Random; readonly isValid: boolean },
): Grant | null => {
  const earliest = founded + 365
  const granted = pickDay(isValid ? calendar.valid : calendar.expired, earliest, random)
  const isLucky = random.chance(RENEWED_SHARE)
  if (granted === undefined || granted <= founded) return null
  const before = calendar.periodBefore(granted)
  const isRenewed = isLucky && before >= earliest
  const firstOn = isRenewed ? before : granted
  return { row, granted, until: calendar.lastDay(granted), isRenewed, firstOn, isValid }
}

const toHolders = (id: string, grants: readonly Grant[]): TitleHolders => {
  const sorted = grants.toSorted((a, b) => a.row - b.row)
  return {
    id,
    rows: Int32Array.from(sorted, ({ row }) => row),
    granted: Int32Array.from(sorted, ({ granted }) => granted),
    until: Int32Array.from(sorted, ({ until }) => until),
    isRenewed: Uint8Array.from(sorted, ({ isRenewed }) => (isRenewed ? 1 : 0)),
    firstOn: Int32Array.from(sorted, ({ firstOn }) => firstOn),
    isValid: Uint8Array.from(sorted, ({ isValid }) => (isValid ? 1 : 0)),
  }
}

const inOrder = (qualifications: readonly Qualification[]): readonly Qualification[] => {
  const rank = ({ id }: Qualification): number => {
    const place = FIRST.indexOf(id)
    return place === -1 ? FIRST.length : place
  }
  return qualifications.toSorted((a, b) => rank(a) - rank(b))
}

/** Chooses the holders of every title: as many valid ones as the city's size asks for, and some that ran out. */
export const planTitles = (frame: CityFrame, candidates: Candidates): readonly TitleHolders[] => {
  const random = createRandom(frame.seed)
  const held = new Map<string, ReadonlySet<number>>()
  const choice: Choice = { candidates, held }
  return inOrder(frame.rulebook.corpus.qualifications).map(({ id, validMonths }) => {
    const count = scaledCount(TITLE_COUNTS[id] ?? OTHER_TITLE, frame.enterprises)
    const calendar = titleCalendar(frame, id, validMonths)
    const keys = keysOf(choice, id, random)
    const chosen = selectLargest(keys, count + Math.round(count * EXPIRED_SHARE))
    held.set(id, new Set(chosen.slice(0, count)))
    random.start(STREAM.titles, hashText(id))
    const grants = chosen.flatMap((place, rank) => {
      const row = candidates.rows[place] ?? 0
      const founded = candidates.founded[place] ?? 0
      return grant({ row, founded }, calendar, { random, isValid: rank < count }) ?? []
    })
    return toHolders(id, grants)
  })
}
