import { i32At } from '../kernel/read-array.ts'
import type { States } from './derive-state.ts'
import { type ChosenRows, chooseRows, createChosenRows, type Survivors } from './match-bits.ts'
import type { SlotBitmaps } from './slot-bitmaps.ts'

/** Intersections of the rows of a few slots each, so that one that changes leaves the others as they are. */
export interface PartialRows {
  /** Forgets everything. */
  readonly clear: () => void
  /** Works out again what depends on these slots, and all that was never worked out. */
  readonly update: (states: States, changed: ReadonlySet<number>) => void
  /** Intersects all parts. */
  readonly intersect: (survivors: Survivors) => void
}

const intersectInto = (
  target: Int32Array,
  { rows, live }: SlotBitmaps,
  { possible, possibleCount }: ChosenRows,
): void => {
  target.set(live)
  for (let at = 0; at < possibleCount; at += 1) {
    const first = i32At(possible, at) * live.length
    for (let word = 0; word < target.length; word += 1) {
      target[word] = i32At(target, word) & i32At(rows, first + word)
    }
  }
}

/** Parts of about as many slots as there are parts. */
export const createPartialRows = (bitmaps: SlotBitmaps): PartialRows => {
  const size = Math.max(1, Math.ceil(Math.sqrt(bitmaps.slots.length)))
  const parts = Array.from({ length: Math.ceil(bitmaps.slots.length / size) }, (_, part) => ({
    slots: bitmaps.slots.slice(part * size, (part + 1) * size),
    bits: new Int32Array(bitmaps.live.length),
    isReady: false,
  }))
  const chosen = createChosenRows(size)
  return {
    clear: () => {
      for (const part of parts) part.isReady = false
    },
    update: (states, changed) => {
      for (const part of parts) {
        if (part.isReady && !part.slots.some(({ slot }) => changed.has(slot))) continue
        chosen.possibleCount = 0
        chosen.doubtCount = 0
        for (const of of part.slots) chooseRows(chosen, of, states)
        intersectInto(part.bits, bitmaps, chosen)
        part.isReady = true
      }
    },
    intersect: (survivors) => {
      const { live } = bitmaps
      let count = 0
      for (let word = 0; word < live.length; word += 1) {
        let bits = i32At(live, word)
        for (const part of parts) bits &= i32At(part.bits, word)
        survivors.words[count] = word
        survivors.bits[count] = bits
        count += bits === 0 ? 0 : 1
      }
      survivors.count = count
    },
  }
}
