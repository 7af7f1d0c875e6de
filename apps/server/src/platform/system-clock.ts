import { isoDate } from '@huiqi/domain'
import type { Clock } from './platform.ts'

const CITY_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The clock of the machine, with the day of Shanghai; `day` holds it on a given day instead. */
export const systemClock = (day: string | null = null): Clock => ({
  now: () => new Date(),
  today: () => isoDate(day ?? CITY_TIME.format(new Date())),
})
