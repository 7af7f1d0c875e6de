import type { MeasureStatus } from '@huiqi/contract'
import type { IsoDate } from '@huiqi/domain'
import { callStatus, isInForce, type Measure, NOT_FOUND } from '@huiqi/engine'

/** Where a measure stands on a day, until when one can apply and how many days are left. */
export interface Standing {
  readonly status: MeasureStatus
  readonly closesOn: IsoDate | null
  readonly opensOn: IsoDate | null
  readonly daysLeft: number | null
}

const NEVER_CLOSES = { closesOn: null, opensOn: null, daysLeft: null }

/** The standing on a day. What needs no application and has no windows is open while it is in force. */
export const standingOn = (measure: Measure, day: IsoDate): Standing => {
  if (measure.inForce.from > day) {
    return { ...NEVER_CLOSES, status: 'not-yet-in-force', opensOn: measure.inForce.from }
  }
  if (!isInForce(measure, day)) return { ...NEVER_CLOSES, status: 'expired' }
  if (measure.calls.length === 0) {
    return { ...NEVER_CLOSES, status: measure.delivery === 'apply' ? 'unscheduled' : 'open' }
  }
  const found = callStatus(measure, day)
  if (found.kind === 'unscheduled') return { ...NEVER_CLOSES, status: 'unscheduled' }
  const { from, to } = found.call
  return {
    status: found.kind,
    opensOn: from,
    closesOn: to === NOT_FOUND ? null : to,
    daysLeft: 'daysLeft' in found ? found.daysLeft : null,
  }
}
