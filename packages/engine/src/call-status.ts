import { daysBetween, type IsoDate } from '@huiqi/domain'
import { type Call, type Measure, NOT_FOUND } from './model.ts'

/** Whether one can apply on a day: no window published, window coming, open, about to close, or closed. */
export type CallStatus =
  | { readonly kind: 'unscheduled' }
  | { readonly kind: 'coming'; readonly call: Call; readonly days: number }
  | { readonly kind: 'open'; readonly call: Call; readonly daysLeft: number | null }
  | { readonly kind: 'closing'; readonly call: Call; readonly daysLeft: number }
  | { readonly kind: 'closed'; readonly call: Call }

/** Days before the end at which an open window counts as closing. */
export const CLOSING_DAYS = 30

const openStatus = (call: Call, day: IsoDate): CallStatus => {
  if (call.to === NOT_FOUND) return { kind: 'open', call, daysLeft: null }
  const daysLeft = daysBetween(day, call.to)
  return daysLeft <= CLOSING_DAYS
    ? { kind: 'closing', call, daysLeft }
    : { kind: 'open', call, daysLeft }
}

/** The status of a measure's windows on a day: the open one, else the next, else the last. */
export const callStatus = (measure: Measure, day: IsoDate): CallStatus => {
  const calls = [...measure.calls].sort((a, b) => (a.from < b.from ? -1 : 1))
  const current = calls.find(({ from, to }) => from <= day && (to === NOT_FOUND || day <= to))
  if (current) return openStatus(current, day)
  const next = calls.find(({ from }) => from > day)
  if (next) return { kind: 'coming', call: next, days: daysBetween(day, next.from) }
  const last = calls.at(-1)
  return last ? { kind: 'closed', call: last } : { kind: 'unscheduled' }
}
