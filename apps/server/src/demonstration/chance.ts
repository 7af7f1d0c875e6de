import { createHash } from 'node:crypto'

/** Draws that the same seed and name repeat. */
export interface Chance {
  /** A whole number from 0 up to, but not with, the bound. */
  readonly below: (bound: number) => number
  readonly happens: (share: number) => boolean
  /** One of them. Throws RangeError when there is none. */
  readonly pick: <One>(of: readonly One[]) => One
}

/** Chance of its own for each name. */
export const chanceOf = (seed: number, name: string): Chance => {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE(0)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    below,
    happens: (share) => next() < share,
    pick: (of) => {
      const one = of[below(of.length)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
  }
}

/** An id that the same seed and name repeat. */
export const idOf = (seed: number, name: string): string => {
  const hex = createHash('sha256').update(`${seed} ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
