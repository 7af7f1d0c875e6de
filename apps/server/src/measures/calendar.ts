import type {
  Calendar,
  CalendarDay,
  CalendarEntry,
  CalendarQuery,
  MeasureSummary,
} from '@huiqi/contract'
import { addDays, isoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { ladderDays } from './ladder-days.ts'
import { summaryOf } from './measure-summary.ts'
import { hasBit } from './search/bits.ts'
import { selectMeasures } from './select-measures.ts'

const DAYS_AHEAD = 365

type Bare = Omit<CalendarDay, 'measure'>

const windowDays = ({ calls }: Measure): readonly Bare[] =>
  calls.flatMap(({ id, from, to, says }): readonly Bare[] => [
    { day: from, kind: 'opens', call: id, says },
    ...(to === NOT_FOUND ? [] : [{ day: to, kind: 'closes' as const, call: id, says }]),
  ])

/** First and last day in force; a last day on which a window closes as well is said once. */
const forceDays = ({ inForce: { from, to }, calls }: Measure): readonly Bare[] => [
  { day: from, kind: 'begins', call: null, says: null },
  ...(to === null || to === NOT_FOUND || calls.some((call) => call.to === to)
    ? []
    : [{ day: to, kind: 'ends' as const, call: null, says: null }]),
]

/** A day of the measure at a place. */
interface PlacedDay {
  readonly place: number
  readonly measure: Measure
  readonly bare: Bare
}

const daysIn = ({ corpus: { measures } }: Rulebook): readonly PlacedDay[] =>
  measures
    .flatMap((measure, place) =>
      [...windowDays(measure), ...forceDays(measure)].map((bare) => ({ place, measure, bare })),
    )
    .sort((a, b) => (a.bare.day < b.bare.day ? -1 : a.bare.day > b.bare.day ? 1 : 0))

const made = new WeakMap<Rulebook, readonly PlacedDay[]>()

/** All days of all measures, the earliest first; made once. */
const daysOf = (rulebook: Rulebook): readonly PlacedDay[] => {
  const days = made.get(rulebook) ?? daysIn(rulebook)
  made.set(rulebook, days)
  return days
}

/** Where the first day is that is not before one. */
const startAt = (days: readonly PlacedDay[], day: string): number => {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle]?.bare.day ?? '') < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The days from one to another, both included. */
const daysWithin = (
  days: readonly PlacedDay[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly PlacedDay[] => {
  const found: PlacedDay[] = []
  for (let index = startAt(days, from); ; index += 1) {
    const day = days[index]
    if (day === undefined || day.bare.day > to) return found
    found.push(day)
  }
}

const idOf = (entry: CalendarEntry): string =>
  'measure' in entry ? entry.measure.id : entry.ladder.id

const byDay = (a: CalendarEntry, b: CalendarEntry): number =>
  a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind) || idOf(a).localeCompare(idOf(b))

const NO_FILTERS: readonly string[] = ['from', 'to', 'language', 'format']

const isFiltered = (query: CalendarQuery): boolean =>
  Object.entries(query).some(([key, value]) => !NO_FILTERS.includes(key) && value !== undefined)

/**
 * First and last days of the windows of the wanted measures and of their force, both ends of the period
 * included; when all measures are wanted, with the yearly days of ladders.
 */
export const showCalendar = (platform: Platform, query: CalendarQuery): Calendar => {
  const { policies, clock } = platform
  const today = clock.today()
  const from = query.from ?? today
  const to = query.to ?? addDays(isoDate(from), DAYS_AHEAD)
  const { rulebook } = policies
  const { places } = selectMeasures(rulebook, query, today)
  const summaries = new Map<Measure, MeasureSummary>()
  const summaryFor = (measure: Measure): MeasureSummary => {
    const summary = summaries.get(measure) ?? summaryOf(rulebook, measure, today)
    summaries.set(measure, summary)
    return summary
  }
  const ofMeasures = daysWithin(daysOf(rulebook), { from, to })
    .filter(({ place }) => hasBit(places, place))
    .map(({ bare, measure }) => ({ ...bare, measure: summaryFor(measure) }))
  const ofLadders = isFiltered(query) ? [] : ladderDays(rulebook, { from, to })
  return { from, to, entries: [...ofMeasures, ...ofLadders].toSorted(byDay) }
}
