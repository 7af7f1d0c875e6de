import type { CalendarEntry, CalendarQuery } from '@huiqi/contract'
import { addDays, isoDate, type Language } from '@huiqi/domain'
import createCalendar, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Platform } from '../platform/platform.ts'
import { measureAddress, pageAddress } from './addresses.ts'
import { showCalendar } from './calendar.ts'

const TEXT = {
  zh: {
    name: '惠企申报日历',
    opens: '开始申报',
    closes: '申报截止',
    begins: '开始施行',
    ends: '有效期最后一天',
    join: '：',
  },
  en: {
    name: 'Huiqi deadlines',
    opens: 'Opens',
    closes: 'Closes',
    begins: 'In force from today',
    ends: 'Last day in force',
    join: ': ',
  },
} as const satisfies Record<Language, object>

const DAYS_BACK = 90
const REFRESH_SECONDS = 86_400

/** The middle of the day in UTC, which is the same day in every zone from -11 to +11 hours. */
const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

const idOf = (entry: CalendarEntry): string => {
  if ('ladder' in entry) {
    const { ladder, provision, day } = entry
    return `ladders/${ladder.id}/${provision.replaceAll(' ', '/')}/${day}`
  }
  const { measure, call, kind } = entry
  return call === null ? `${measure.id}/${kind}` : `${measure.id}/${call}/${kind}`
}

/** What an event says: title, longer text and the page behind it. */
const wordsOf = (platform: Platform, language: Language, entry: CalendarEntry) => {
  const text = TEXT[language]
  const { publicUrl } = platform.config
  if ('ladder' in entry) {
    return {
      summary: `${entry.ladder.name[language]}${text.join}${entry.says[language]}`,
      description: '',
      url: pageAddress(publicUrl, language, '/calendar'),
    }
  }
  const { measure, kind, says } = entry
  return {
    summary: `${text[kind]}${text.join}${measure.name[language]}`,
    description: [says?.[language], measure.plain[language]].filter(Boolean).join('\n'),
    url: measureAddress(publicUrl, language, measure.id),
  }
}

/** A day on which the entry was already true, so that the same entry is always written the same way. */
const stampOf = (entry: CalendarEntry): string =>
  'measure' in entry ? entry.measure.inForceFrom : entry.day

/** The calendar of windows as iCalendar (RFC 5545), one all-day event for each day.
 * Ids stay the same for as long as the day is the same, in every language and under every filter.
 */
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
    calendar.createEvent({
      ...wordsOf(platform, language, entry),
      id: `${idOf(entry)}@huiqi`,
      start: dayOf(entry.day),
      end: dayOf(addDays(isoDate(entry.day), 1)),
      allDay: true,
      timezone: 'UTC',
      stamp: dayOf(stampOf(entry)),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
