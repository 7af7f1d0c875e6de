import { compare, type Exact, formatExact } from '@huiqi/domain'

/**
 * A place between neighbouring values: just below or just above `value`. Without a value it lies
 * below every value and above only a date that never came.
 */
export interface Cut {
  readonly value: Exact | null
  readonly side: 'below' | 'above'
}

/** The cut that parts a date that never came from all dates. */
export const AFTER_NEVER: Cut = { value: null, side: 'below' }

/** The cut just below a value. */
export const below = (value: Exact): Cut => ({ value, side: 'below' })

/** The cut just above a value. */
export const above = (value: Exact): Cut => ({ value, side: 'above' })

/** The cut as a text of its own. */
export const cutKey = ({ value, side }: Cut): string =>
  value === null ? 'never' : `${side} ${formatExact(value)}`

/** Negative, zero or positive as the first cut lies below, at or above the second. */
export const compareCuts = (a: Cut, b: Cut): number => {
  if (a.value === null || b.value === null)
    return Number(b.value === null) - Number(a.value === null)
  const order = compare(a.value, b.value)
  return order === 0 ? Number(a.side === 'above') - Number(b.side === 'above') : order
}

/** How many of the ascending cuts are passed by a value that `compareWith` compares with theirs. */
export const countPassed = (
  cuts: readonly Cut[],
  compareWith: (value: Exact) => number,
): number => {
  const isPassed = ({ value, side }: Cut): boolean => {
    if (value === null) return true
    const order = compareWith(value)
    return side === 'below' ? order >= 0 : order > 0
  }
  let [from, to] = [0, cuts.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const cut = cuts[middle]
    if (cut !== undefined && isPassed(cut)) from = middle + 1
    else to = middle
  }
  return from
}

/** How many of the ascending cuts lie below the value: the state of the value. */
export const stateOfNumber = (cuts: readonly Cut[], value: Exact): number =>
  countPassed(cuts, (other) => compare(value, other))

/** The place of a cut among the ascending cuts. Throws RangeError when it is not one of them. */
export const placeOfCut = (cuts: readonly Cut[], wanted: Cut): number => {
  let [from, to] = [0, cuts.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const cut = cuts[middle]
    if (cut !== undefined && compareCuts(cut, wanted) < 0) from = middle + 1
    else to = middle
  }
  const found = cuts[from]
  if (found === undefined || compareCuts(found, wanted) !== 0) {
    throw new RangeError(`no such cut: ${cutKey(wanted)}`)
  }
  return from
}
