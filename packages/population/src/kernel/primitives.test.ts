import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../testing/random.ts'
import { bestPrimitives } from './best-primitives.ts'
import { planBins, writeBinPlan } from './bin-plan.ts'
import { createPlainPrimitives } from './plain-primitives.ts'
import type { PrimitiveSize, Primitives } from './primitives.ts'
import { createWasmPrimitives, hasWasmPrimitives } from './wasm-primitives.ts'

const BYTES = 1 << 17
const ROWS = 24

/** Rows stand at the front, then codes, values, plans and lists. */
const CODES = 0x8000
const VALUES = 0xa000
const PLAN = 0xe000
const LIST = 0x12000
const TARGET = 0x14000

const SIZES = [32, 96, 160]

interface Twins {
  readonly plain: Primitives
  readonly wasm: Primitives
  readonly size: PrimitiveSize
  readonly random: Random
}

const memoryOf = ({ memory }: Primitives): Uint8Array =>
  new Uint8Array(memory.buffer).slice(0, BYTES)

/** Many zeros among random bytes. */
const NOISE = ((random: Random): Uint8Array =>
  Uint8Array.from({ length: 2 * BYTES }, () => (random.chance(0.3) ? 0 : random.whole(256))))(
  createRandom(20),
)

const twins = (rowBytes: number, seed: number): Twins => {
  const size = { rowBytes, certainRow: (ROWS - 1) * rowBytes, bytes: BYTES }
  const [plain, wasm] = [createPlainPrimitives(size), createWasmPrimitives(size)]
  const noise = NOISE.subarray(seed * 331, seed * 331 + BYTES)
  for (const { memory } of [plain, wasm]) new Uint8Array(memory.buffer).set(noise)
  return { plain, wasm, size, random: createRandom(seed) }
}

/** Writes the same into both memories. */
const write = ({ plain, wasm }: Twins, put: (buffer: ArrayBuffer) => void): void => {
  for (const { memory } of [plain, wasm]) put(memory.buffer)
}

const rowAt = ({ random, size }: Twins): number => random.whole(ROWS - 1) * size.rowBytes

/** What both do, and what both leave in memory. */
const outcomes = ({ plain, wasm }: Twins, run: (primitives: Primitives) => unknown) => ({
  plain: { given: run(plain), memory: memoryOf(plain) },
  wasm: { given: run(wasm), memory: memoryOf(wasm) },
})

const expectSame = (pair: Twins, run: (primitives: Primitives) => unknown): void => {
  const { plain, wasm } = outcomes(pair, run)
  expect(wasm.given).toEqual(plain.given)
  expect(Buffer.compare(wasm.memory, plain.memory)).toBe(0)
}

const SEEDS = [1, 2]
const EVERY = SIZES.flatMap((rowBytes) => SEEDS.map((seed) => [rowBytes, seed] as const))

test('this machine runs the fast primitives', () => {
  expect(hasWasmPrimitives()).toBe(true)
  expect(bestPrimitives()).toBe(createWasmPrimitives)
})

describe.each(EVERY)('rows of %i bytes, seed %i', (rowBytes, seed) => {
  test('and, or, without', () => {
    const pair = twins(rowBytes, seed)
    for (let time = 0; time < 30; time += 1) {
      const [target, a, b] = [rowAt(pair), rowAt(pair), rowAt(pair)]
      expectSame(pair, ({ and }) => and(target, a, b))
      expectSame(pair, ({ or }) => or(target, a, b))
      expectSame(pair, ({ without }) => without(target, a, b))
    }
  })

  test('and of rows that do not meet gives 0', () => {
    const pair = twins(rowBytes, seed)
    write(pair, (buffer) => new Uint8Array(buffer, 0, rowBytes).fill(0))
    expectSame(pair, ({ and }) => and(rowBytes, 0, 2 * rowBytes))
    expect(pair.wasm.and(rowBytes, 0, 2 * rowBytes)).toBe(0)
    const last = seed % 2 === 0 ? rowBytes - 1 : 0
    write(pair, (buffer) => {
      new Uint8Array(buffer)[last] = 0x80
      new Uint8Array(buffer)[2 * rowBytes + last] = 0x80
    })
    expect([pair.wasm, pair.plain].map(({ and }) => and(rowBytes, 0, 2 * rowBytes))).toEqual([1, 1])
  })

  test.each([0, 1, 2, 3, 5, 8])('unions of %i', (length) => {
    const pair = twins(rowBytes, seed)
    const addresses = Int32Array.from({ length: 3 * length }, () => rowAt(pair))
    write(pair, (buffer) => new Int32Array(buffer, LIST, addresses.length).set(addresses))
    const target = rowAt(pair)
    expectSame(pair, ({ unite }) => unite(target, LIST, LIST + 4 * length))
    expectSame(pair, ({ uniteWithout }) => uniteWithout(target, LIST, LIST + 8 * length))
    const certain = (target + rowBytes) % (ROWS * rowBytes)
    const triples = Int32Array.of(certain, ...addresses)
    write(pair, (buffer) => new Int32Array(buffer, LIST, triples.length).set(triples))
    expectSame(pair, ({ uniteBoth }) => uniteBoth(target, LIST, LIST + 4 + 12 * length))
  })

  test('counts', () => {
    const pair = twins(rowBytes, seed)
    for (let time = 0; time < 20; time += 1) {
      const [a, b] = [rowAt(pair), rowAt(pair)]
      expectSame(pair, ({ count }) => count(a, b))
    }
    write(pair, (buffer) => new Uint8Array(buffer, 0, rowBytes).fill(255))
    expect(pair.wasm.count(0, 0)).toBe(8 * rowBytes)
  })

  test.each([0, 1, 2, 3, 7])('narrows by %i', (length) => {
    const pair = twins(rowBytes, seed)
    const list = Int32Array.from({ length }, () => rowAt(pair) + pair.random.whole(2))
    write(pair, (buffer) => new Int32Array(buffer, LIST, length).set(list))
    for (let time = 0; time < 10; time += 1) {
      const row = rowAt(pair)
      expectSame(pair, ({ narrow }) => narrow(row, LIST, LIST + 4 * length))
    }
  })

  test.each([0, 1, 15, 31, 32, 33, 255, 256])('scatters and accumulates %i codes', (most) => {
    const pair = twins(rowBytes, seed)
    const count = Math.min(most, 8 * rowBytes)
    const codes = Uint16Array.from({ length: count }, () => pair.random.whole(7))
    write(pair, (buffer) => {
      new Uint8Array(buffer, 0, 7 * rowBytes).fill(0)
      new Uint16Array(buffer, CODES, count).set(codes)
    })
    expectSame(pair, ({ scatter16 }) => scatter16(CODES, count, 0))
    const rows = new Uint8Array(pair.wasm.memory.buffer, 0, 7 * rowBytes)
    const isSet = (row: number, bit: number): boolean =>
      (((rows[row * rowBytes + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) === 1
    expect([...codes].every((code, bit) => isSet(code, bit))).toBe(true)
    expectSame(pair, ({ accumulate }) => accumulate(0, 7))
  })

  test('lists', () => {
    const pair = twins(rowBytes, seed)
    for (let time = 0; time < 10; time += 1) {
      const row = rowAt(pair)
      expectSame(pair, ({ list }) => list(row, TARGET))
    }
  })
})

const writePlan = (
  pair: Twins,
  { missing, never, bounds }: { missing: number; never: number; bounds: Float64Array },
): void =>
  write(pair, (buffer) => {
    writeBinPlan(buffer, PLAN, { missing, never, bins: planBins(bounds, null), target: TARGET })
  })

const COUNTS = [0, 1, 2, 3, 4, 5, 7, 8, 31, 33, 255, 256]

const resultsOf = ({ memory }: Primitives, count: number): readonly number[] => [
  ...new Uint16Array(memory.buffer, TARGET, count),
]

describe.each(COUNTS)('%i values', (count) => {
  test.each([
    [0, Number.NaN],
    [1, Number.NaN],
    [2, 7],
    [5, 7],
    [9, -8],
    [40, Number.NaN],
  ])('find their states among %i bounds', (length, never) => {
    const pair = twins(32, count + length)
    const { random } = pair
    const missing = -0x8000_0000
    const draw = (): number => (random.chance(0.2) ? missing : random.whole(60) - 30)
    const values = Array.from({ length: count }, draw)
    const bounds = Float64Array.from({ length }, () => random.whole(60) - 30).sort()
    writePlan(pair, { missing, never, bounds })
    const expected = values.map((value) => {
      if (value === missing) return length + 1
      return value === never ? 0 : bounds.filter((bound) => bound <= value).length
    })
    write(pair, (buffer) => new Int32Array(buffer, VALUES, count).set(values))
    for (const { bins32 } of [pair.plain, pair.wasm]) bins32(VALUES, count, PLAN)
    expect(resultsOf(pair.plain, count)).toEqual(expected)
    expect(resultsOf(pair.wasm, count)).toEqual(expected)
    write(pair, (buffer) => new Float64Array(buffer, VALUES, count).set(values))
    for (const { bins64 } of [pair.plain, pair.wasm]) bins64(VALUES, count, PLAN)
    expect(resultsOf(pair.plain, count)).toEqual(expected)
    expect(resultsOf(pair.wasm, count)).toEqual(expected)
  })

  test.each([0, 1, 3, 40])('of two bytes find their states among %i bounds', (length) => {
    const pair = twins(32, count + length)
    const { random } = pair
    const missing = 0xffff
    const draw = (): number => (random.chance(0.2) ? missing : random.whole(900))
    const values = Array.from({ length: count }, draw)
    const bounds = Float64Array.from({ length }, () => random.whole(900)).sort()
    writePlan(pair, { missing, never: 7, bounds })
    const expected = values.map((value) => {
      if (value === missing) return length + 1
      return value === 7 ? 0 : bounds.filter((bound) => bound <= value).length
    })
    write(pair, (buffer) => new Uint16Array(buffer, VALUES, count).set(values))
    for (const { bins16 } of [pair.plain, pair.wasm]) bins16(VALUES, count, PLAN)
    expect(resultsOf(pair.plain, count)).toEqual(expected)
    expect(resultsOf(pair.wasm, count)).toEqual(expected)
  })

  test('are looked up', () => {
    const pair = twins(32, count)
    const table = Uint16Array.from({ length: 256 }, () => pair.random.whole(900))
    const values = Array.from({ length: count }, () => pair.random.whole(256))
    const expected = values.map((value) => table[value])
    write(pair, (buffer) => {
      new Int32Array(buffer, PLAN, 1).set([TARGET])
      new Uint16Array(buffer, PLAN + 8, 256).set(table)
      new Uint8Array(buffer, VALUES, count).set(values)
    })
    for (const { lookup8 } of [pair.plain, pair.wasm]) lookup8(VALUES, count, PLAN)
    expect([pair.plain, pair.wasm].map((each) => resultsOf(each, count))).toEqual([
      expected,
      expected,
    ])
    write(pair, (buffer) => {
      new Uint16Array(buffer, TARGET, 300).fill(0)
      new Uint16Array(buffer, VALUES, count).set(values)
    })
    for (const { lookup16 } of [pair.plain, pair.wasm]) lookup16(VALUES, count, PLAN)
    expect([pair.plain, pair.wasm].map((each) => resultsOf(each, count))).toEqual([
      expected,
      expected,
    ])
  })
})

describe('doubles beside bounds', () => {
  const LARGE = 2 ** 53 - 1
  test.each([
    ['just below a large bound', LARGE - 1, [LARGE], 0],
    ['at a large bound', LARGE, [LARGE], 1],
    ['above minus infinity', -1, [Number.NEGATIVE_INFINITY, 0], 1],
    ['a loss below a bound', -101, [-100], 0],
    ['a loss at a bound', -100, [-100], 1],
    ['between losses', -150, [-200, -100, -100, 3], 1],
    ['nothing among losses and gains', 0, [-200, 0, 0, 3], 3],
    ['less than nothing', -0, [-200, 0, 0, 3], 3],
    ['just below a small bound', 0.1 - 2 ** -54, [0.1, 1e15], 0],
    ['between far bounds', 1e9, [1e-9, 0.1, 1e15], 2],
    ['among many within one step', 1 + 2 ** -40, [1, 1, 1 + 2 ** -41, 1 + 2 ** -40, 1.5], 4],
    ['beyond all', Number.POSITIVE_INFINITY, [1, 2, 3, 4], 4],
  ])('%s', (_, value, bounds, state) => {
    const pair = twins(32, 1)
    writePlan(pair, { missing: -LARGE, never: Number.NaN, bounds: Float64Array.from(bounds) })
    write(pair, (buffer) => new Float64Array(buffer, VALUES, 1).set([value]))
    for (const { bins64 } of [pair.plain, pair.wasm]) bins64(VALUES, 1, PLAN)
    expect([pair.plain, pair.wasm].map((each) => resultsOf(each, 1))).toEqual([[state], [state]])
  })
})

const FIGURES: readonly (readonly [name: string, figures: readonly number[]])[] = [
  ['a tenth', [1, 10, 1, 0, Number.POSITIVE_INFINITY]],
  ['three sevenths of up to a cap', [3, 7, 1, 0, 5000]],
  ['at least a floor', [1, 100, 1, 700, Number.POSITIVE_INFINITY]],
  ['in steps between floor and cap', [1, 3, 1000, 500, 20_500]],
  ['nothing', [0, 1, 1, 0, Number.POSITIVE_INFINITY]],
  ['more than the base', [7, 2, 1, 0, Number.POSITIVE_INFINITY]],
]

const exactFigure = (value: number, figures: readonly number[]): bigint => {
  const [factor = 0, divisor = 1, step = 1, floor = 0, cap = 0] = figures
  const scaled = (BigInt(Math.max(value, 0)) * BigInt(factor)) / BigInt(divisor)
  const stepped = scaled - (scaled % BigInt(step))
  const floored = stepped > BigInt(floor) ? stepped : BigInt(floor)
  return cap !== Number.POSITIVE_INFINITY && floored > BigInt(cap) ? BigInt(cap) : floored
}

describe.each(FIGURES)('amounts of %s', (_, figures) => {
  test.each([1, 2, 3])('add up to the fen, seed %i', (seed) => {
    const pair = twins(32, seed)
    const { random } = pair
    const size = 256
    const values = Array.from({ length: size }, () =>
      random.chance(0.3) ? Number.NaN : random.whole(10 ** random.whole(13)) - 50,
    )
    write(pair, (buffer) => {
      new Float64Array(buffer, VALUES, size).set(values)
      new Float64Array(buffer, PLAN, 5).set(figures)
    })
    const bits = new Uint8Array(pair.plain.memory.buffer, 0, 32).slice()
    const held = values.filter((_value, row) => (((bits[row >> 3] ?? 0) >> (row & 7)) & 1) === 1)
    const known = held.filter((value) => !Number.isNaN(value))
    const sum = known.reduce((total, value) => total + exactFigure(value, figures), 0n)
    const given = [pair.plain, pair.wasm].map(({ addScaled, memory }) => {
      addScaled(0, VALUES, PLAN)
      const counts = new Int32Array(memory.buffer, PLAN + 48, 2)
      return [BigInt(new Float64Array(memory.buffer, PLAN + 40, 1)[0] ?? -1), ...counts]
    })
    const expected = [sum, known.length, held.length - known.length]
    expect(given).toEqual([expected, expected])
  })
})
