import { SAMPLE_ROWS } from './reference-sample.ts'

/** One bit for each row of the sample. */
export type Bits = Uint32Array

const WORDS = SAMPLE_ROWS / 32

/** The rows for which something holds. */
export const bitsWhere = (holds: (row: number) => boolean): Bits => {
  const bits = new Uint32Array(WORDS)
  for (let row = 0; row < SAMPLE_ROWS; row += 1) {
    if (holds(row)) bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31))
  }
  return bits
}

/** All rows. */
export const everyRow = (): Bits => new Uint32Array(WORDS).fill(0xffffffff)

/** Keeps in `target` the rows that are in `other`, too. */
export const keepCommon = (target: Bits, other: Bits): void => {
  for (let word = 0; word < WORDS; word += 1)
    target[word] = (target[word] ?? 0) & (other[word] ?? 0)
}

/** Rows that are in one of several sets. */
export const union = (sets: readonly Bits[]): Bits => {
  const all = new Uint32Array(WORDS)
  for (const set of sets) {
    for (let word = 0; word < WORDS; word += 1) all[word] = (all[word] ?? 0) | (set[word] ?? 0)
  }
  return all
}

const countWord = (word: number): number => {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  x = (x + (x >>> 4)) & 0x0f0f0f0f
  return Math.imul(x, 0x01010101) >>> 24
}

/** The share of rows in a set. */
export const shareOf = (bits: Bits): number => {
  let count = 0
  for (let word = 0; word < WORDS; word += 1) count += countWord(bits[word] ?? 0)
  return count / SAMPLE_ROWS
}
