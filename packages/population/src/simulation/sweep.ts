import {
  add,
  addDays,
  addMonths,
  compare,
  type Exact,
  type IsoDate,
  isoDate,
  parseDate,
  subtract,
  ZERO,
} from '@huiqi/domain'
import type { Measure, Rulebook } from '@huiqi/engine'
import { parsePlaceValue } from './parse-value.ts'
import type { Place, PlaceValue } from './place.ts'
import { findPlace, placesOf } from './places.ts'
import { simulationError } from './simulation-error.ts'

/** A sweep as written: `PATH=FROM..TO/STEP`. */
export interface SweepText {
  readonly path: string
  readonly from: string
  readonly to: string
  readonly step: string
}

/** Values to try at one place, first to last. */
export interface Sweep {
  readonly place: Place
  readonly values: readonly PlaceValue[]
}

/** The most steps that one sweep may have. */
export const MOST_STEPS = 100

/** Reads a sweep. Throws AppError `invalid-input` (`simulate.sweep`). */
export const parseSweep = (text: string): SweepText => {
  const at = text.indexOf('=')
  const path = text.slice(0, Math.max(0, at)).trim()
  const [, from = '', to = '', step = ''] = /^(.+)\.\.(.+)\/([^/]+)$/.exec(text.slice(at + 1)) ?? []
  const parts = [path, from.trim(), to.trim(), step.trim()]
  if (parts.includes('')) throw simulationError('simulate.sweep', path, { text })
  return { path, from: from.trim(), to: to.trim(), step: step.trim() }
}

const DAYS = /^(\d+)\s*(?:d|days?|天|日)$/i
const MONTHS = /^(\d+)\s*(?:m|months?|个?月)$/i

type DateStep = (day: IsoDate, times: number) => IsoDate

const parseDateStep = (text: string): DateStep | null => {
  const [, days] = DAYS.exec(text) ?? []
  const [, months] = MONTHS.exec(text) ?? []
  if (days !== undefined && Number(days) > 0) {
    return (day, times) => addDays(day, times * Number(days))
  }
  return months !== undefined && Number(months) > 0
    ? (day, times) => addMonths(day, times * Number(months))
    : null
}

interface Steps<Value> {
  readonly from: Value
  readonly to: Value
  readonly next: (times: number) => Value
  readonly order: (a: Value, b: Value) => -1 | 0 | 1
}

const listSteps = <Value>(path: string, { from, to, next, order }: Steps<Value>): Value[] => {
  const direction = order(from, to)
  const values = [from]
  for (let times = 1; values.length <= MOST_STEPS; times += 1) {
    const value = next(times)
    const isPast = direction === 0 || order(value, to) === -direction
    if (isPast) return values
    values.push(value)
  }
  const params = { count: `>${MOST_STEPS}`, most: MOST_STEPS }
  throw simulationError('simulate.sweep-length', path, params)
}

const sweepNumbers = (place: Place, text: SweepText, read: (text: string) => Exact): Exact[] => {
  const [from, to, step] = [read(text.from), read(text.to), read(text.step)]
  if (compare(step, ZERO) <= 0)
    throw simulationError('simulate.sweep', place.path, { text: text.step })
  const isRising = compare(from, to) <= 0
  let value = from
  const next = (): Exact => {
    value = isRising ? add(value, step) : subtract(value, step)
    return value
  }
  return listSteps(place.path, { from, to, next, order: compare })
}

const sweepDays = (place: Place, text: SweepText): IsoDate[] => {
  const [from, to] = [parseDate(text.from), parseDate(text.to)]
  const step = parseDateStep(text.step)
  if (from === null || to === null || step === null) {
    throw simulationError('simulate.sweep', place.path, {
      text: `${text.from}..${text.to}/${text.step}`,
    })
  }
  const sign = from <= to ? 1 : -1
  return listSteps(place.path, {
    from,
    to,
    next: (times) => step(from, sign * times),
    order: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  })
}

const valuesAt = (place: Place, text: SweepText): readonly PlaceValue[] => {
  const { expected, path } = place
  if (expected.kind === 'day') {
    return sweepDays(place, text).map((day) => ({ kind: 'day', day }))
  }
  const type = expected.kind === 'figure' ? expected.type : expected.kind
  if (type === 'date') {
    return sweepDays(place, text).map((value) => figureOf(isoDate(value)))
  }
  if (expected.kind !== 'figure' || type === 'boolean' || type === 'code') {
    throw simulationError('simulate.sweep-type', path, { expected: type })
  }
  const read = (written: string): Exact => {
    const value = parsePlaceValue(place, written)
    const literal =
      value.kind === 'figure' && value.operand.kind === 'literal' ? value.operand.value : null
    if (literal !== null && typeof literal === 'object') return literal
    throw simulationError('simulate.sweep', path, { text: written })
  }
  return sweepNumbers(place, text, read).map(figureOf)
}

const figureOf = (value: Exact | IsoDate): PlaceValue => ({
  kind: 'figure',
  operand: { kind: 'literal', value },
})

/** The values of a sweep over a measure. Throws AppError `invalid-input` naming what is wrong. */
export const planSweep = (rulebook: Rulebook, measure: Measure, text: SweepText): Sweep => {
  const place = findPlace(placesOf(rulebook, measure), text.path)
  return { place, values: valuesAt(place, text) }
}
