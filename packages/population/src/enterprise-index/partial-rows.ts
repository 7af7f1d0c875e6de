import { i32At } from '../kernel/read-array.ts'
import {
  type ChosenRows,
  chooseRows,
  createChosenRows,
  intersectRows,
  type Survivors,
} from './chosen-rows.ts'
import type { States } from './derive-state.ts'
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
  const size = live.length
  const at = (place: number): number => i32At(possible, place) * size
  target.set(live)
  let place = 0
  for (; place + 3 < possibleCount; place += 4) {
    const [a, b, c, d] = [at(place), at(place + 1), at(place + 2), at(place + 3)]
    for (let word = 0; word < size; word += 1) {
      target[word] =
        i32At(target, word) &
        i32At(rows, a + word) &
        i32At(rows, b + word) &
        i32At(rows, c + word) &
        i32At(rows, d + word)
    }
  }
  for (; place < possibleCount; place += 1) {
    const first = at(place)
    for (let word = 0; word < size; word += 1) {
      target[word] = i32At(target, word) & i32At(rows, first + word)
    }
  }
}

/** Parts of about as many slots as there are parts. */
export const createPartialRows = (bitmaps: SlotBitmaps): PartialRows => {
  const { live } = bitmaps
  const size = Math.max(1, Math.ceil(Math.sqrt(bitmaps.slots.length)))
  const count = Math.ceil(bitmaps.slots.length / size)
  const rows = new Int32Array(count * live.length)
  const parts = Array.from({ length: count }, (_, part) => ({
    slots: bitmaps.slots.slice(part * size, (part + 1) * size),
    bits: rows.subarray(part * live.length, (part + 1) * live.length),
    isReady: false,
  }))
  const all = { possible: Int32Array.from(parts.keys()), possibleCount: count }
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
    intersect: (survivors) => intersectRows({ rows, live }, all, survivors),
  }
}
