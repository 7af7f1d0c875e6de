import { type Measure, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import { amountPlaces } from './amount-places.ts'
import { conditionPlaces } from './condition-places.ts'
import type { Place, PlaceValue } from './place.ts'
import { simulationError } from './simulation-error.ts'

const dayOf = (value: PlaceValue) => {
  if (value.kind === 'day') return value.day
  throw new TypeError(`a day was expected, found ${value.kind}`)
}

const certainDayOf = (value: PlaceValue) => {
  const day = dayOf(value)
  if (day === NOT_FOUND) throw new TypeError('a day was expected, found a hole')
  return day
}

const DAY = { kind: 'day', isOptional: false, mayBeHole: false } as const

const forcePlaces = (measure: Measure): readonly Place[] => {
  const { inForce } = measure
  const base = { aliases: [], says: null, compares: null }
  return [
    {
      ...base,
      path: 'in-force.from',
      expected: DAY,
      value: { kind: 'day', day: inForce.from },
      put: (value) => ({ ...measure, inForce: { ...inForce, from: certainDayOf(value) } }),
    },
    {
      ...base,
      path: 'in-force.to',
      expected: { kind: 'day', isOptional: true, mayBeHole: true },
      value: inForce.to === null ? { kind: 'none' } : { kind: 'day', day: inForce.to },
      put: (value) => ({
        ...measure,
        inForce: { ...inForce, to: value.kind === 'none' ? null : dayOf(value) },
      }),
    },
  ]
}

const callPlaces = (measure: Measure): readonly Place[] =>
  measure.calls.flatMap((call, at): readonly Place[] => {
    const names = (end: string) => ({
      path: `calls[${at}].${end}`,
      aliases: [`calls.${call.id}.${end}`],
      says: call.says,
      compares: null,
    })
    return [
      {
        ...names('from'),
        expected: DAY,
        value: { kind: 'day', day: call.from },
        put: (value) => ({
          ...measure,
          calls: measure.calls.with(at, { ...call, from: certainDayOf(value) }),
        }),
      },
      {
        ...names('to'),
        expected: { ...DAY, mayBeHole: true },
        value: { kind: 'day', day: call.to },
        put: (value) => ({
          ...measure,
          calls: measure.calls.with(at, { ...call, to: dayOf(value) }),
        }),
      },
    ]
  })

/** Every place of a measure that can be changed, in the order of the policy file. */
export const placesOf = (rulebook: Rulebook, measure: Measure): readonly Place[] => {
  const { eligible, benefit } = measure
  const conditions =
    eligible === null
      ? []
      : conditionPlaces(rulebook, eligible, {
          rebuild: (next) => ({ ...measure, eligible: next }),
          leaveOut: null,
        })
  const amounts =
    benefit === null || benefit.amount === null
      ? []
      : amountPlaces(rulebook, benefit.amount, {
          path: 'benefit.amount',
          rebuild: (amount) => ({ ...measure, benefit: { ...benefit, amount } }),
        })
  return [...forcePlaces(measure), ...callPlaces(measure), ...conditions, ...amounts]
}

const tokensOf = (path: string): readonly string[] =>
  path.split(/[.[\]]+/).filter((token) => token !== '')

/** Whether all tokens stand in the name in this order, the last one last. */
const isShortFor = (tokens: readonly string[], name: string): boolean => {
  const full = tokensOf(name)
  if (tokens.at(-1) !== full.at(-1)) return false
  let at = 0
  for (const token of full) if (token === tokens[at]) at += 1
  return tokens.length > 0 && at === tokens.length
}

const candidatesFor = (places: readonly Place[], text: string): readonly Place[] => {
  const exact = places.filter(({ path }) => path === text)
  if (exact.length > 0) return exact
  const named = places.filter(({ aliases }) => aliases.includes(text))
  if (named.length > 0) return named
  const tokens = tokensOf(text)
  return places.filter(({ path, aliases }) =>
    [path, ...aliases].some((name) => isShortFor(tokens, name)),
  )
}

/**
 * The place that a path names: in full, by an alias, or by enough of its words in their order. Throws
 * AppError `invalid-input` (`simulate.path`, `simulate.path-ambiguous`) with the paths that exist.
 */
export const findPlace = (places: readonly Place[], path: string): Place => {
  const [place, ...others] = candidatesFor(places, path)
  if (place === undefined) {
    throw simulationError('simulate.path', path, { allowed: places.map((each) => each.path) })
  }
  if (others.length === 0) return place
  const allowed = [place, ...others].map((each) => each.path)
  throw simulationError('simulate.path-ambiguous', path, { allowed })
}
