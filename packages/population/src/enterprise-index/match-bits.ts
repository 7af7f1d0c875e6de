import { bothOf, FALSE, OPEN, TRUE } from '../compile/truth-code.ts'
import { i32At } from '../kernel/read-array.ts'
import type { States } from './derive-state.ts'
import type { MeasureOrder } from './measure-order.ts'
import type { NodeTruths } from './node-truth.ts'
import type { SlotBitmaps, SlotRows } from './slot-bitmaps.ts'
import type { TermLists } from './term-lists.ts'

/** Bits of the measures that an enterprise meets or may meet. */
export interface MatchBits {
  readonly possible: Int32Array
  readonly certain: Int32Array
}

/** The rows that narrow what is possible in a set of states, and those that cast doubt on it. */
export interface ChosenRows {
  readonly possible: Int32Array
  possibleCount: number
  readonly doubt: Int32Array
  doubtCount: number
}

/** Room for the rows of a set of states. */
export const createChosenRows = (slots: number): ChosenRows => ({
  possible: new Int32Array(2 * slots + 8),
  possibleCount: 0,
  doubt: new Int32Array(2 * slots + 8),
  doubtCount: 0,
})

/** Adds the rows of one slot. */
export const chooseRows = (chosen: ChosenRows, of: SlotRows, states: States): void => {
  const [low, high] = [i32At(states.low, of.slot), i32At(states.high, of.slot)]
  const addPossible = (row: number): void => {
    chosen.possible[chosen.possibleCount] = row
    chosen.possibleCount += 1
  }
  const addDoubt = (row: number): void => {
    chosen.doubt[chosen.doubtCount] = row
    chosen.doubtCount += 1
  }
  if (of.isRanged) {
    addPossible(of.possible + high)
    addPossible(of.possibleLow + low)
    addDoubt(of.doubt + low)
    addDoubt(of.doubtHigh + high)
    return
  }
  if (low !== of.open) addPossible(of.possible + low)
  if (low >= of.doubtFrom) addDoubt(of.doubt + low - of.doubtFrom)
}

/** Words of bits that are not empty. */
export interface Survivors {
  readonly words: Int32Array
  readonly bits: Int32Array
  count: number
}

/** Room for survivors. */
export const createSurvivors = (words: number): Survivors => ({
  words: new Int32Array(words),
  bits: new Int32Array(words),
  count: 0,
})

const ROWS_AT_ONCE = 4

/** Intersects the chosen rows; after the first ones only words that are not empty are looked at. */
export const intersectRows = (
  { rows, live }: SlotBitmaps,
  { possible, possibleCount }: ChosenRows,
  survivors: Survivors,
): void => {
  const size = live.length
  const { words, bits } = survivors
  const at = (place: number): number => i32At(possible, place < possibleCount ? place : 0) * size
  let count = 0
  const [first, second] = [at(0), at(1)]
  for (let word = 0; word < size; word += 1) {
    const left =
      possibleCount === 0
        ? i32At(live, word)
        : i32At(rows, first + word) & i32At(rows, second + word)
    words[count] = word
    bits[count] = left
    count += left === 0 ? 0 : 1
  }
  for (let place = 2; place < possibleCount; place += ROWS_AT_ONCE) {
    const [a, b, c, d] = [at(place), at(place + 1), at(place + 2), at(place + 3)]
    let kept = 0
    for (let entry = 0; entry < count; entry += 1) {
      const word = i32At(words, entry)
      const left =
        i32At(bits, entry) &
        i32At(rows, a + word) &
        i32At(rows, b + word) &
        i32At(rows, c + word) &
        i32At(rows, d + word)
      words[kept] = word
      bits[kept] = left
      kept += left === 0 ? 0 : 1
    }
    count = kept
  }
  survivors.count = count
}

/** What settles the measures that are left. */
export interface Settling {
  readonly bitmaps: SlotBitmaps
  readonly order: MeasureOrder
  readonly chosen: ChosenRows
  readonly truths: NodeTruths
  /** The group terms of each bit. */
  readonly groups: TermLists
}

const doubtOf = ({ bitmaps, chosen }: Settling, word: number): number => {
  const { rows, live, doubtful } = bitmaps
  let doubt = i32At(doubtful, word)
  for (let at = 0; at < chosen.doubtCount; at += 1) {
    doubt |= i32At(rows, i32At(chosen.doubt, at) * live.length + word)
  }
  return doubt
}

/** The weakest truth among the groups of a bit. */
const groupTruth = ({ groups, truths }: Settling, bit: number): number => {
  let weakest = TRUE
  const end = i32At(groups.starts, bit + 1)
  for (let at = i32At(groups.starts, bit); at < end && weakest !== FALSE; at += 1) {
    weakest = bothOf(weakest, truths.of(i32At(groups.terms, at)))
  }
  return weakest
}

/** The bits of a word whose groups fail, and those whose groups are open. */
const settleGroups = (settling: Settling, word: number, bits: number) => {
  let [failing, open, rest] = [0, 0, bits]
  while (rest !== 0) {
    const lowest = rest & -rest
    rest ^= lowest
    const truth = groupTruth(settling, (word << 5) + 31 - Math.clz32(lowest))
    if (truth === FALSE) failing |= lowest
    else if (truth === OPEN) open |= lowest
  }
  return { failing, open }
}

/** Writes the bits of the measures that are left, and forgets those of the time before. */
export const settle = (settling: Settling, survivors: Survivors, into: MatchBits): void => {
  const { groupWord } = settling.order
  into.possible.fill(0)
  into.certain.fill(0)
  for (let entry = 0; entry < survivors.count; entry += 1) {
    const word = i32At(survivors.words, entry)
    const bits = i32At(survivors.bits, entry)
    const doubt = doubtOf(settling, word)
    if (word < groupWord) {
      into.possible[word] = bits
      into.certain[word] = bits & ~doubt
      continue
    }
    const { failing, open } = settleGroups(settling, word, bits)
    into.possible[word] = bits & ~failing
    into.certain[word] = bits & ~failing & ~doubt & ~open
  }
}
