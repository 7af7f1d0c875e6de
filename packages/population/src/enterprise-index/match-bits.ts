import { i32At } from '../kernel/read-array.ts'
import type { ChosenRows, Survivors } from './chosen-rows.ts'
import { type GroupBits, type GroupSight, settleGroups } from './group-bits.ts'
import type { SlotBitmaps } from './slot-bitmaps.ts'

/** Bits of the measures that an enterprise meets or may meet. */
export interface MatchBits {
  readonly possible: Int32Array
  readonly certain: Int32Array
}

/** What settles the measures that are left. */
export interface Settling {
  readonly bitmaps: SlotBitmaps
  readonly chosen: ChosenRows
  readonly groups: GroupSight
}

/** Those of the measures of a word that no open value casts doubt on. */
const beyondDoubt = ({ bitmaps, chosen }: Settling, word: number, wanted: number): number => {
  const { rows, live, doubtful } = bitmaps
  let left = wanted & ~i32At(doubtful, word)
  for (let at = 0; at < chosen.doubtCount && left !== 0; at += 1) {
    left &= ~i32At(rows, i32At(chosen.doubt, at) * live.length + word)
  }
  return left
}

/** Writes the bits of the measures that are left, and forgets those of the time before. */
export const settle = (settling: Settling, survivors: Survivors, into: MatchBits): void => {
  const grouped: GroupBits = { failing: 0, open: 0 }
  into.possible.fill(0)
  into.certain.fill(0)
  for (let entry = 0; entry < survivors.count; entry += 1) {
    const word = i32At(survivors.words, entry)
    const bits = i32At(survivors.bits, entry)
    settleGroups(settling.groups, { word, wanted: bits }, grouped)
    const possible = bits & ~grouped.failing
    if (possible === 0) continue
    into.possible[word] = possible
    into.certain[word] = beyondDoubt(settling, word, possible & ~grouped.open)
  }
}
