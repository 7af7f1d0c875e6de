import { i32At } from '../kernel/read-array.ts'

/** Rows of bits, one after the other. */
export interface BitRows {
  readonly bits: Int32Array
  /** Words of 32 bits in a row. */
  readonly words: number
}

/** Rows without bits. */
export const createBitRows = (rows: number, words: number): BitRows => ({
  bits: new Int32Array(rows * words),
  words,
})

/** Sets a bit of a row. */
export const setBit = ({ bits, words }: BitRows, row: number, bit: number): void => {
  const at = row * words + (bit >> 5)
  bits[at] = i32At(bits, at) | (1 << (bit & 31))
}

/** Clears a bit of a row. */
export const clearBit = ({ bits, words }: BitRows, row: number, bit: number): void => {
  const at = row * words + (bit >> 5)
  bits[at] = i32At(bits, at) & ~(1 << (bit & 31))
}

/** Whether a row has a bit. */
export const hasBits = ({ bits, words }: BitRows, row: number): boolean =>
  bits.subarray(row * words, (row + 1) * words).some((word) => word !== 0)

/** Adds the bits of one row to another. */
export const addRow = ({ bits, words }: BitRows, from: number, to: number): void => {
  const [source, target] = [from * words, to * words]
  for (let word = 0; word < words; word += 1) {
    bits[target + word] = i32At(bits, target + word) | i32At(bits, source + word)
  }
}

/** Adds to each of `count` rows the bits of those before it. */
export const spreadUp = (rows: BitRows, first: number, count: number): void => {
  for (let row = first + 1; row < first + count; row += 1) addRow(rows, row - 1, row)
}

/** Adds to each of `count` rows the bits of those after it. */
export const spreadDown = (rows: BitRows, first: number, count: number): void => {
  for (let row = first + count - 2; row >= first; row -= 1) addRow(rows, row + 1, row)
}

/** The number of the lowest bit that is set. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)
