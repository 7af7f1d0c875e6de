import type { Language } from '@huiqi/domain'
import type { CallStatus } from '@huiqi/engine'
import { words } from './words.ts'

/** Whether and until when one can apply, in words. */
export const showCallStatus = (status: CallStatus, language: Language): string => {
  const { call } = words[language]
  switch (status.kind) {
    case 'unscheduled':
      return call.unscheduled
    case 'coming':
      return call.coming(status.call.from, status.days)
    case 'open':
      return status.daysLeft === null ? call.open : call.openUntil(status.call.to, status.daysLeft)
    case 'closing':
      return call.closing(status.call.to, status.daysLeft)
    case 'closed':
      return call.closed(status.call.to)
  }
}
