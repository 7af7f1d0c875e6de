/** A set of places, one bit each. */
export type Bits = Uint32Array

const WIDTH = 32
const ALL = 0xffff_ffff

/** A set with room for so many places, empty. */
export const noBits = (count: number): Bits => new Uint32Array(Math.ceil(count / WIDTH))

/** The set of all places. */
export const allBits = (count: number): Bits => {
  const bits = noBits(count).fill(ALL)
  const rest = count % WIDTH
  if (rest > 0) bits[bits.length - 1] = ALL >>> (WIDTH - rest)
  return bits
}

/** Puts a place into a set. */
export const putBit = (bits: Bits, place: number): void => {
  const at = place >>> 5
  bits[at] = (bits[at] ?? 0) | (1 << (place & 31))
}

/** Whether a place is in a set. */
export const hasBit = (bits: Bits, place: number): boolean =>
  ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0

/** The places in both sets. */
export const bothBits = (a: Bits, b: Bits): Bits => {
  const both = new Uint32Array(a.length)
  for (let at = 0; at < both.length; at += 1) both[at] = (a[at] ?? 0) & (b[at] ?? 0)
  return both
}

/** The places in any of the sets. */
export const anyBits = (count: number, sets: readonly Bits[]): Bits => {
  const any = noBits(count)
  for (const bits of sets) {
    for (let at = 0; at < any.length; at += 1) any[at] = (any[at] ?? 0) | (bits[at] ?? 0)
  }
  return any
}

const onesIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** How many places a set has. */
export const countBits = (bits: Bits): number => {
  let count = 0
  for (const word of bits) count += onesIn(word)
  return count
}

/** Counts how many places of a set are in others; where the set is empty they are not looked at. */
export const countingIn = (bits: Bits): ((other: Bits) => number) => {
  const filled = new Int32Array(bits.length)
  let length = 0
  for (let at = 0; at < bits.length; at += 1) {
    if (bits[at] === 0) continue
    filled[length] = at
    length += 1
  }
  return (other) => {
    let count = 0
    for (let entry = 0; entry < length; entry += 1) {
      const at = filled[entry] ?? 0
      const both = (bits[at] ?? 0) & (other[at] ?? 0)
      if (both !== 0) count += onesIn(both)
    }
    return count
  }
}

/** The places of a set, in order. */
export const placesIn = (bits: Bits): Int32Array => {
  const places = new Int32Array(countBits(bits))
  let length = 0
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      places[length] = at * WIDTH + (31 - Math.clz32(word & -word))
      length += 1
    }
  }
  return places
}
