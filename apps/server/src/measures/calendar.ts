import type { Calendar, CalendarEntry, CalendarQuery } from '@huiqi/contract'
import { addDays, isoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND } from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { selectedMeasures } from './list-measures.ts'
import { summaryOf } from './measure-summary.ts'

const DAYS_AHEAD = 365

type Bare = Omit<CalendarEntry, 'measure'>

const daysOf = ({ calls }: Measure): readonly Bare[] =>
  calls.flatMap(({ id, from, to, says }): readonly Bare[] => [
    { day: from, kind: 'opens', call: id, says },
    ...(to === NOT_FOUND ? [] : [{ day: to, kind: 'closes' as const, call: id, says }]),
  ])

const byDay = (a: CalendarEntry, b: CalendarEntry): number =>
  a.day.localeCompare(b.day) ||
  a.kind.localeCompare(b.kind) ||
  a.measure.id.localeCompare(b.measure.id)

/** First and last days of the windows of the wanted measures, both ends of the period included. */
export const showCalendar = (platform: Platform, query: CalendarQuery): Calendar => {
  const { policies, clock } = platform
  const today = clock.today()
  const from = query.from ?? today
  const to = query.to ?? addDays(isoDate(from), DAYS_AHEAD)
  const entries = selectedMeasures(platform, query).flatMap((measure) => {
    const days = daysOf(measure).filter(({ day }) => from <= day && day <= to)
    if (days.length === 0) return []
    const summary = summaryOf(policies.rulebook, measure, today)
    return days.map((entry) => ({ ...entry, measure: summary }))
  })
  return { from, to, entries: entries.toSorted(byDay) }
}
