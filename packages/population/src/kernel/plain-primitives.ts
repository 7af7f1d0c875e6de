import { BIN_HEAD } from './bin-plan.ts'
import { countBits } from './count-bits.ts'
import { passed } from './passed.ts'
import { createScans } from './plain-scans.ts'
import { createVectors } from './plain-vectors.ts'
import type { PrimitiveSize, Primitives } from './primitives.ts'
import { f64At, i32At, u16At } from './read-array.ts'

const COUNT_SHIFT = 65_536

interface Memory {
  readonly buffer: ArrayBuffer
  readonly words: Int32Array
  readonly wordsPerRow: number
}

const createRows = ({ words, wordsPerRow }: Memory) => ({
  and: (target: number, a: number, b: number): number => {
    const [to, left, right] = [target >> 2, a >> 2, b >> 2]
    let any = 0
    for (let at = 0; at < wordsPerRow; at += 1) {
      const word = i32At(words, left + at) & i32At(words, right + at)
      words[to + at] = word
      any |= word
    }
    return any === 0 ? 0 : 1
  },
  or: (target: number, a: number, b: number): void => {
    const [to, left, right] = [target >> 2, a >> 2, b >> 2]
    for (let at = 0; at < wordsPerRow; at += 1) {
      words[to + at] = i32At(words, left + at) | i32At(words, right + at)
    }
  },
  without: (target: number, a: number, b: number): void => {
    const [to, left, right] = [target >> 2, a >> 2, b >> 2]
    for (let at = 0; at < wordsPerRow; at += 1) {
      words[to + at] = i32At(words, left + at) & ~i32At(words, right + at)
    }
  },
})

const createUnions = ({ words, wordsPerRow }: Memory) => ({
  unite: (target: number, list: number, end: number): void => {
    for (let at = 0; at < wordsPerRow; at += 1) {
      let word = 0
      for (let entry = list >> 2; entry < end >> 2; entry += 1) {
        word |= i32At(words, (i32At(words, entry) >> 2) + at)
      }
      words[(target >> 2) + at] = word
    }
  },
  uniteWithout: (target: number, list: number, end: number): void => {
    for (let at = 0; at < wordsPerRow; at += 1) {
      let word = 0
      for (let entry = list >> 2; entry < end >> 2; entry += 2) {
        const has = i32At(words, (i32At(words, entry) >> 2) + at)
        word |= has & ~i32At(words, (i32At(words, entry + 1) >> 2) + at)
      }
      words[(target >> 2) + at] = word
    }
  },
  uniteBoth: (possible: number, list: number, end: number): void => {
    const certain = i32At(words, list >> 2) >> 2
    const wordAt = (entry: number, at: number): number =>
      i32At(words, (i32At(words, entry) >> 2) + at)
    for (let at = 0; at < wordsPerRow; at += 1) {
      let [any, sure] = [0, 0]
      for (let entry = (list >> 2) + 1; entry < end >> 2; entry += 3) {
        any |= wordAt(entry, at)
        sure |= wordAt(entry + 1, at) & ~wordAt(entry + 2, at)
      }
      words[(possible >> 2) + at] = any
      words[certain + at] = sure
    }
  },
})

const createCounts = ({ words, wordsPerRow }: Memory, certainRow: number) => ({
  count: (a: number, b: number): number => {
    const [left, right] = [a >> 2, b >> 2]
    let sum = 0
    for (let at = 0; at < wordsPerRow; at += 1) {
      sum += countBits(i32At(words, left + at) & i32At(words, right + at))
    }
    return sum
  },
  narrow: (row: number, list: number, end: number): number => {
    const [from, to] = [row >> 2, certainRow >> 2]
    let [possible, certain] = [0, 0]
    for (let at = 0; at < wordsPerRow; at += 1) {
      const word = i32At(words, from + at)
      let sure = word
      for (let entry = list >> 2; word !== 0 && entry < end >> 2; entry += 1) {
        const address = i32At(words, entry)
        const other = i32At(words, (address >> 2) + at)
        sure &= (address & 1) === 1 ? other : ~other
      }
      words[to + at] = sure
      possible += countBits(word)
      certain += countBits(sure)
    }
    return possible * COUNT_SHIFT + certain
  },
})

const createFillers = ({ buffer, words, wordsPerRow }: Memory) => {
  const shorts = new Uint16Array(buffer)
  const setBit = (row: number, place: number): void => {
    const at = row + (place >> 5)
    words[at] = i32At(words, at) | (1 << (place & 31))
  }
  return {
    scatter16: (codes: number, count: number, rows: number): void => {
      for (let place = 0; place < count; place += 1) {
        setBit((rows >> 2) + u16At(shorts, (codes >> 1) + place) * wordsPerRow, place)
      }
    },
    accumulate: (rows: number, count: number): void => {
      const start = rows >> 2
      for (let at = (count - 1) * wordsPerRow - 1; at >= 0; at -= 1) {
        words[start + at] = i32At(words, start + at) | i32At(words, start + at + wordsPerRow)
      }
    },
    list: (row: number, target: number): number => {
      let to = target >> 1
      for (let at = 0; at < wordsPerRow; at += 1) {
        let word = i32At(words, (row >> 2) + at)
        while (word !== 0) {
          const lowest = word & -word
          shorts[to] = (at << 5) + 31 - Math.clz32(lowest)
          to += 1
          word ^= lowest
        }
      }
      return to - (target >> 1)
    },
  }
}

const LOOKUP_HEAD = 8

const createEncoders = ({ buffer, words }: Memory) => {
  const shorts = new Uint16Array(buffer)
  const doubles = new Float64Array(buffer)
  const bin = (values: Uint16Array | Int32Array | Float64Array, plan: number): void => {
    const [missing, never] = [f64At(doubles, plan >> 3), f64At(doubles, (plan >> 3) + 1)]
    const [count, target] = [i32At(words, (plan >> 2) + 4), i32At(words, (plan >> 2) + 5)]
    const bounds = doubles.subarray((plan + BIN_HEAD) >> 3, ((plan + BIN_HEAD) >> 3) + count)
    for (const [place, value] of values.entries()) {
      const state = value === missing ? count + 1 : value === never ? 0 : passed(bounds, value)
      shorts[(target >> 1) + place] = state
    }
  }
  const lookup = (values: Uint8Array | Uint16Array, plan: number): void => {
    const target = i32At(words, plan >> 2) >> 1
    const table = (plan + LOOKUP_HEAD) >> 1
    for (const [place, value] of values.entries()) {
      shorts[target + place] = u16At(shorts, table + value)
    }
  }
  return {
    lookup8: (values: number, count: number, plan: number): void =>
      lookup(new Uint8Array(buffer, values, count), plan),
    lookup16: (values: number, count: number, plan: number): void =>
      lookup(new Uint16Array(buffer, values, count), plan),
    bins16: (values: number, count: number, plan: number): void =>
      bin(new Uint16Array(buffer, values, count), plan),
    bins32: (values: number, count: number, plan: number): void =>
      bin(new Int32Array(buffer, values, count), plan),
    bins64: (values: number, count: number, plan: number): void =>
      bin(new Float64Array(buffer, values, count), plan),
  }
}

const createSums = ({ buffer, words, wordsPerRow }: Memory) => {
  const doubles = new Float64Array(buffer)
  const amountOf = (value: number, plan: number): number => {
    const [factor, divisor, step] = [plan, plan + 1, plan + 2].map((at) => f64At(doubles, at))
    const scaled = Math.floor((Math.max(value, 0) * (factor ?? 0)) / (divisor ?? 1))
    const stepped = Math.floor(scaled / (step ?? 1)) * (step ?? 1)
    return Math.min(Math.max(stepped, f64At(doubles, plan + 3)), f64At(doubles, plan + 4))
  }
  return {
    addScaled: (row: number, values: number, plan: number): void => {
      let [sum, known, open] = [0, 0, 0]
      for (let place = 0; place < wordsPerRow * 32; place += 1) {
        const word = i32At(words, (row >> 2) + (place >> 5))
        if (((word >>> (place & 31)) & 1) === 0) continue
        const value = f64At(doubles, (values >> 3) + place)
        if (Number.isNaN(value)) open += 1
        else {
          known += 1
          sum += amountOf(value, plan >> 3)
        }
      }
      doubles[(plan >> 3) + 5] = sum
      words[(plan >> 2) + 12] = known
      words[(plan >> 2) + 13] = open
    },
  }
}

/** The primitives in plain TypeScript: where nothing else runs, and what the others must agree with. */
export const createPlainPrimitives = ({
  rowBytes,
  certainRow,
  bytes,
}: PrimitiveSize): Primitives => {
  const buffer = new ArrayBuffer(bytes)
  const memory = { buffer, words: new Int32Array(buffer), wordsPerRow: rowBytes >> 2 }
  const encoders = createEncoders(memory)
  return {
    memory: { buffer },
    ...createRows(memory),
    ...createUnions(memory),
    ...createCounts(memory, certainRow),
    ...createFillers(memory),
    ...encoders,
    ...createVectors(memory, encoders.bins64),
    ...createSums(memory),
    ...createScans(memory),
  }
}
