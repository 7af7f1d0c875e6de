import type { Primitives } from './primitives.ts'
import { i32At } from './read-array.ts'

interface Memory {
  readonly buffer: ArrayBuffer
  readonly words: Int32Array
  readonly wordsPerRow: number
}

type Stored = Uint8Array | Uint16Array | Int32Array

/** How many values are looked at together. */
const TOGETHER = 16
const PLAN_WORDS = 4

/** The primitives that turn stored values into rows at once, in plain TypeScript. */
export const createScans = ({
  buffer,
  words,
  wordsPerRow,
}: Memory): Pick<Primitives, 'scan8' | 'scan16' | 'scan32'> => {
  const setTo = (row: number, place: number, isSet: boolean): void => {
    const at = row + (place >> 5)
    const bit = 1 << (place & 31)
    words[at] = isSet ? i32At(words, at) | bit : i32At(words, at) & ~bit
  }
  const scan = (stored: Stored, plan: number): void => {
    const first = plan >> 2
    const [missing, never] = [i32At(words, first), i32At(words, first + 1)]
    const [bounds, rows] = [i32At(words, first + 2), i32At(words, first + 3) >> 2]
    for (const [place, value] of stored.entries()) {
      const isMissing = value === missing
      for (let at = 0; at < bounds; at += 1) {
        const isPassed = value !== never && value >= i32At(words, first + PLAN_WORDS + at)
        setTo(rows + at * wordsPerRow, place, isMissing || isPassed)
      }
      setTo(rows + bounds * wordsPerRow, place, isMissing)
    }
  }
  const rounded = (count: number): number => Math.ceil(count / TOGETHER) * TOGETHER
  return {
    scan8: (stored, count, plan) => scan(new Uint8Array(buffer, stored, rounded(count)), plan),
    scan16: (stored, count, plan) => scan(new Uint16Array(buffer, stored, rounded(count)), plan),
    scan32: (stored, count, plan) => scan(new Int32Array(buffer, stored, rounded(count)), plan),
  }
}
