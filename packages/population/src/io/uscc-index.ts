import { parseUscc } from '@huiqi/domain'
import { USCC_BYTES, usccCheckByte } from '../city/uscc-bytes.ts'
import type { Cell, CellFault } from './cell.ts'

const FIRST_ROWS = 1_024
const EMPTY = 0
const HASH = 0x01000193
const DIGIT_FROM = 2
const DIGIT_TO = 8
const ZERO = 48

/** Credit codes in the order of their rows, each found again by its bytes. */
export interface UsccIndex {
  /** The row that has the code in `bytes`; -1 when none has. */
  readonly find: (bytes: Uint8Array) => number
  /** Adds the code of the next row. */
  readonly add: (bytes: Uint8Array) => void
  readonly rows: () => number
  /** All codes, 18 bytes each. */
  readonly bytes: () => Uint8Array
}

const hashOf = (bytes: Uint8Array, at: number): number => {
  let hash = 0x811c9dc5
  for (let place = 0; place < USCC_BYTES; place += 1) {
    hash = Math.imul(hash ^ (bytes[at + place] ?? 0), HASH)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

const isSame = (a: Uint8Array, b: Uint8Array, at: number): boolean => {
  for (let place = 0; place < USCC_BYTES; place += 1) {
    if (a[place] !== b[at + place]) return false
  }
  return true
}

/** An empty index. */
export const createUsccIndex = (): UsccIndex => {
  let codes = new Uint8Array(FIRST_ROWS * USCC_BYTES)
  let slots = new Int32Array(FIRST_ROWS * 4)
  let count = 0
  const slotOf = (bytes: Uint8Array, at: number): number => {
    const mask = slots.length - 1
    let slot = hashOf(bytes, at) & mask
    while (slots[slot] !== EMPTY) {
      const row = (slots[slot] ?? 0) - 1
      if (isSame(bytes.subarray(at, at + USCC_BYTES), codes, row * USCC_BYTES)) break
      slot = (slot + 1) & mask
    }
    return slot
  }
  const grow = (): void => {
    const larger = new Uint8Array(codes.length * 2)
    larger.set(codes)
    codes = larger
    slots = new Int32Array(slots.length * 2)
    for (let row = 0; row < count; row += 1) slots[slotOf(codes, row * USCC_BYTES)] = row + 1
  }
  return {
    find: (bytes) => (slots[slotOf(bytes, 0)] ?? EMPTY) - 1,
    add: (bytes) => {
      if ((count + 1) * USCC_BYTES > codes.length) grow()
      codes.set(bytes, count * USCC_BYTES)
      count += 1
      slots[slotOf(bytes, 0)] = count
    },
    rows: () => count,
    bytes: () => codes.subarray(0, count * USCC_BYTES),
  }
}

const writeAscii = (text: string, bytes: Uint8Array): boolean => {
  if (text.length !== USCC_BYTES) return false
  for (let place = 0; place < USCC_BYTES; place += 1) bytes[place] = text.charCodeAt(place)
  return true
}

const hasDigits = (bytes: Uint8Array): boolean => {
  for (let place = DIGIT_FROM; place < DIGIT_TO; place += 1) {
    const digit = (bytes[place] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return false
  }
  return true
}

/** Writes the credit code of a cell to `bytes`; the faults when it is none. */
export const readUscc = (cell: Cell, bytes: Uint8Array): readonly CellFault[] => {
  const text = cell === null || cell === undefined ? '' : String(cell)
  const isClean = writeAscii(text, bytes) && hasDigits(bytes)
  if (isClean && usccCheckByte(bytes, 0) === bytes[USCC_BYTES - 1]) return []
  const parsed = parseUscc(text)
  if (!parsed.ok) return parsed.issues.map(({ code, params }) => ({ code, params }))
  writeAscii(parsed.uscc, bytes)
  return []
}
