import { addDays, addMonths, fromDayNumber, isoDate, toDayNumber, yearOf } from '@huiqi/domain'
import type { CityFrame } from './city-frame.ts'

/** On which days of a year a title is granted, as `MM-DD`. */
const BATCHES: Readonly<Record<string, readonly string[]>> = {
  high_tech: ['10-30', '11-25', '12-15'],
  innovative_sme: ['03-20', '05-20', '08-20', '11-10'],
  specialised_sme: ['04-10', '09-28'],
  little_giant: ['07-15', '10-10'],
  single_champion: ['03-31'],
  tech_sme: ['04-20', '06-20', '08-20', '10-20'],
}

const OTHER_BATCHES = ['06-30', '12-01']
/** Months of a title whose period is not known. */
const ASSUMED_MONTHS = 60
const EXPIRED_WITHIN_MONTHS = 24

/** The days on which a title can have been granted: those still valid on the city's date, those run out not long before. */
export interface TitleCalendar {
  readonly valid: readonly number[]
  readonly expired: readonly number[]
  /** Last valid day, by first day. */
  readonly lastDay: (granted: number) => number
  /** The day a full period earlier. */
  readonly periodBefore: (granted: number) => number
}

/** The calendar of a title, which lasts `months` or, when null, an assumed time. */
export const titleCalendar = (
  frame: CityFrame,
  id: string,
  validMonths: number | null,
): TitleCalendar => {
  const months = validMonths ?? ASSUMED_MONTHS
  const lastDay = (granted: number): number =>
    toDayNumber(addDays(addMonths(fromDayNumber(granted), months), -1))
  const periodBefore = (granted: number): number =>
    toDayNumber(addMonths(fromDayNumber(granted), -months))
  const firstYear = yearOf(addMonths(frame.asOf, -months - EXPIRED_WITHIN_MONTHS))
  const earliest = toDayNumber(addMonths(frame.asOf, -months - EXPIRED_WITHIN_MONTHS))
  const years = Array.from({ length: frame.year - firstYear + 1 }, (_, step) => firstYear + step)
  const days = years
    .flatMap((year) => (BATCHES[id] ?? OTHER_BATCHES).map((day) => isoDate(`${year}-${day}`)))
    .map(toDayNumber)
    .filter((day) => day >= earliest && day <= frame.day)
  const valid = days.filter((day) => lastDay(day) >= frame.day)
  return {
    valid: valid.length > 0 ? valid : [frame.day],
    expired: days.filter((day) => lastDay(day) < frame.day),
    lastDay,
    periodBefore,
  }
}
