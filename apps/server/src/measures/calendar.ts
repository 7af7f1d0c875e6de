import type { Calendar, CalendarDay, CalendarEntry, CalendarQuery } from '@huiqi/contract'
import { addDays, isoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND } from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { ladderDays } from './ladder-days.ts'
import { selectedMeasures } from './list-measures.ts'
import { summaryOf } from './measure-summary.ts'

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
  const ofMeasures = selectedMeasures(platform, query).flatMap((measure) => {
    const days = [...windowDays(measure), ...forceDays(measure)].filter(
      ({ day }) => from <= day && day <= to,
    )
    if (days.length === 0) return []
    const summary = summaryOf(policies.rulebook, measure, today)
    return days.map((entry) => ({ ...entry, measure: summary }))
  })
  const ofLadders = isFiltered(query) ? [] : ladderDays(policies.rulebook, { from, to })
  return { from, to, entries: [...ofMeasures, ...ofLadders].toSorted(byDay) }
}
