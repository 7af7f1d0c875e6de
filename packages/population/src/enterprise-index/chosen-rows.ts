import { i32At } from '../kernel/read-array.ts'
import type { States } from './derive-state.ts'
import type { SlotRows } from './plan-rows.ts'
import type { SlotBitmaps } from './slot-bitmaps.ts'

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
  { rows, live }: Pick<SlotBitmaps, 'rows' | 'live'>,
  { possible, possibleCount }: Pick<ChosenRows, 'possible' | 'possibleCount'>,
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
