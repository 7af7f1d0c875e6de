import type { CalendarEntry, CalendarQuery } from '@huiqi/contract'
import { addDays, isoDate, type Language } from '@huiqi/domain'
import createCalendar, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Platform } from '../platform/platform.ts'
import { measureAddress } from './addresses.ts'
import { showCalendar } from './calendar.ts'

const TEXT = {
  zh: { name: '惠企申报日历', opens: '开始申报', closes: '申报截止', join: '：' },
  en: { name: 'Huiqi deadlines', opens: 'Opens', closes: 'Closes', join: ': ' },
} as const satisfies Record<Language, object>

const DAYS_BACK = 90
const REFRESH_SECONDS = 86_400

/** The middle of the day in UTC, which is the same day in every zone from -11 to +11 hours. */
const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The same for as long as the window is the same, in every language and under every filter. */
const uidOf = ({ kind, call, measure }: CalendarEntry): string =>
  `${measure.id}/${call}/${kind}@huiqi`

/** The calendar of windows as iCalendar (RFC 5545), one all-day event for each first and last day. */
export const calendarFeed = (
  platform: Platform,
  query: CalendarQuery,
  language: Language,
): string => {
  const text = TEXT[language]
  const today = platform.clock.today()
  const from = query.from ?? addDays(today, -DAYS_BACK)
  const { entries } = showCalendar(platform, { ...query, from: isoDate(from) })
  const calendar = createCalendar({
    name: text.name,
    prodId: { company: 'Huiqi', product: 'Deadlines', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  for (const entry of entries) {
    const { measure, kind, day, says } = entry
    calendar.createEvent({
      id: uidOf(entry),
      start: dayOf(day),
      end: dayOf(addDays(isoDate(day), 1)),
      allDay: true,
      timezone: 'UTC',
      stamp: dayOf(measure.inForceFrom),
      summary: `${text[kind]}${text.join}${measure.name[language]}`,
      description: [says?.[language], measure.plain[language]].filter(Boolean).join('\n'),
      url: measureAddress(platform.config.publicUrl, language, measure.id),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
