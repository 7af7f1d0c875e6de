import { isoDate } from '@huiqi/domain'
import type { Clock } from '../platform/platform.ts'
import { TODAY } from './open-test-app.fixture.ts'

const CITY_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** A clock that stands until the test moves it. */
export interface MovingClock extends Clock {
  readonly pass: (ms: number) => void
  readonly set: (instant: string) => void
}

/** A clock that begins at noon of the tests' day. */
export const movingClock = (): MovingClock => {
  let at = Date.parse(`${TODAY}T04:00:00Z`)
  return {
    now: () => new Date(at),
    today: () => isoDate(CITY_TIME.format(at)),
    pass: (ms) => {
      at += ms
    },
    set: (instant) => {
      at = Date.parse(instant)
    },
  }
}
