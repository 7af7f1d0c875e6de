import type { Measure, Rulebook } from '@huiqi/engine'
import { parsePlaceValue } from './parse-value.ts'
import type { Place, PlaceValue } from './place.ts'
import { findPlace, placesOf } from './places.ts'
import { simulationError } from './simulation-error.ts'

/** A change as written: `PATH=VALUE`, or `PATH=OLD..NEW` when the rule before is to be another one too. */
export interface ChangeText {
  readonly path: string
  /** Null when the rule before stays as it stands. */
  readonly before: string | null
  readonly after: string
}

/** One place of a measure with its value in both versions. */
export interface Change {
  readonly place: Place
  readonly before: PlaceValue
  readonly after: PlaceValue
}

/** A measure in two versions. */
export interface Versions {
  readonly before: Measure
  readonly after: Measure
  readonly changes: readonly Change[]
}

/** Reads one change. Throws AppError `invalid-input` (`simulate.change`). */
export const parseChange = (text: string): ChangeText => {
  const at = text.indexOf('=')
  const path = text.slice(0, Math.max(0, at)).trim()
  const [first = '', second, ...more] = text.slice(at + 1).split('..')
  const isWhole = path !== '' && first.trim() !== '' && second?.trim() !== ''
  if (!isWhole || more.length > 0) throw simulationError('simulate.change', path, { text })
  return second === undefined
    ? { path, before: null, after: first.trim() }
    : { path, before: first.trim(), after: second.trim() }
}

const applyChange = (rulebook: Rulebook, versions: Versions, text: ChangeText): Versions => {
  const old = findPlace(placesOf(rulebook, versions.before), text.path)
  const before = text.before === null ? old.value : parsePlaceValue(old, text.before)
  const next = findPlace(placesOf(rulebook, versions.after), text.path)
  const after = parsePlaceValue(next, text.after)
  return {
    before: text.before === null ? versions.before : old.put(before),
    after: next.put(after),
    changes: [...versions.changes, { place: old, before, after }],
  }
}

/**
 * The measure before and after some changes. Throws AppError `invalid-input` naming what exists when
 * a path or a value does not.
 */
export const applyChanges = (
  rulebook: Rulebook,
  measure: Measure,
  changes: readonly ChangeText[],
): Versions =>
  changes.reduce<Versions>((versions, text) => applyChange(rulebook, versions, text), {
    before: measure,
    after: measure,
    changes: [],
  })
