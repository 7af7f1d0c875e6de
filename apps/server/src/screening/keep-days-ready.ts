import { addDays, type IsoDate } from '@huiqi/domain'
import { catalogueOf } from '../measures/catalogue.ts'
import { inSlices } from '../platform/in-slices.ts'
import type { MailLog } from '../platform/mail.ts'
import type { Clock, Platform } from '../platform/platform.ts'
import { cityDay } from '../platform/system-clock.ts'
import { screeningIndexOf } from './screening-index.ts'

const LOOK_EVERY_MS = 60_000
const AHEAD_MS = 30 * 60_000

/** The days for which answers may be asked soon: today, and tomorrow in the last half hour of a day. */
export const daysAhead = (clock: Clock): readonly IsoDate[] => {
  const [now, today] = [clock.now(), clock.today()]
  const isLate = cityDay(now) < cityDay(new Date(now.getTime() + AHEAD_MS))
  return isLate ? [today, addDays(today, 1)] : [today]
}

/** Makes ready what lists and answers need of the days that may be asked for soon. */
export const readyDays = async ({ policies, clock }: Platform): Promise<void> => {
  const { rulebook } = policies
  for (const day of daysAhead(clock)) {
    await inSlices(catalogueOf(rulebook).makingDay(day))
    await screeningIndexOf(rulebook, day)
  }
}

/** Keeps the days ready beside the requests; returns how to end that. */
export const keepDaysReady = (platform: Platform, log: MailLog): (() => void) => {
  const look = (): void => {
    readyDays(platform).catch((error: unknown) =>
      log.error({ error }, 'a day cannot be made ready'),
    )
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
