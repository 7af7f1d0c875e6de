/** Repeatable random numbers. */
export interface Random {
  /** A whole number from 0 up to but not `count`. */
  readonly below: (count: number) => number
  readonly chance: (probability: number) => boolean
  /** Throws RangeError on an empty list. */
  readonly pick: <T>(values: readonly T[]) => T
}

/** The same numbers for the same seed (mulberry32). */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)
  const pick = <T>(values: readonly T[]): T => {
    const [value] = values.slice(below(values.length))
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }
  return { below, chance: (probability) => next() < probability, pick }
}
