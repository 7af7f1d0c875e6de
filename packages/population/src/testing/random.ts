/** Repeatable chance. */
export interface Random {
  /** From 0 up to but without 1. */
  readonly next: () => number
  /** A whole number from 0 up to but without `below`. */
  readonly whole: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Entry>(entries: readonly Entry[]) => Entry
}

/** Chance that is the same for the same seed. */
export const createRandom = (seed: number): Random => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (entries) => {
      const entry = entries[whole(entries.length)]
      if (entry === undefined) throw new RangeError('nothing to pick from')
      return entry
    },
  }
}
