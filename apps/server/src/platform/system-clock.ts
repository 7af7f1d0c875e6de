import { type IsoDate, isoDate } from '@huiqi/domain'
import type { Clock } from './platform.ts'

const CITY_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day in the city at a moment. */
export const cityDay = (at: Date): IsoDate => isoDate(CITY_TIME.format(at))

/** The clock of the machine, with the day of Shanghai; `day` holds it on a given day instead. */
export const systemClock = (day: string | null = null): Clock => ({
  now: () => new Date(),
  today: () => (day === null ? cityDay(new Date()) : isoDate(day)),
})
