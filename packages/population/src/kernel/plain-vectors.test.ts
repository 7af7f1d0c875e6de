import { describe, expect, test } from 'vitest'
import { createRandom } from '../testing/random.ts'
import { planBins, writeBinPlan } from './bin-plan.ts'
import { createPlainPrimitives } from './plain-primitives.ts'
import { OPERATIONS, type Primitives } from './primitives.ts'
import { createWasmPrimitives } from './wasm-primitives.ts'

const SIZE = { rowBytes: 32, certainRow: 0, bytes: 65_536 }
const ROWS = 256
const [FIRST, SECOND, STORED, PLAN, RESULT] = [4096, 12_288, 20_480, 24_576, 32_768]
const MISSING = -5
const NEVER = -4
const BOUNDS = Float64Array.of(-3, 0, 2, 2, 40)
const SLACKS = Float64Array.of(0, 0, 0, 1, 0)

type Step = (primitives: Primitives) => unknown

/** What both leave in memory, and give, after the same steps over the same beginning. */
const leavings = (prepare: (buffer: ArrayBuffer) => void, step: Step) =>
  [createWasmPrimitives, createPlainPrimitives].map((make) => {
    const primitives = make(SIZE)
    const { buffer } = primitives.memory
    prepare(buffer)
    const given = step(primitives)
    return { given, memory: Buffer.from(new Uint8Array(buffer)).toString('base64') }
  })

const expectSame = (prepare: (buffer: ArrayBuffer) => void, step: Step): void => {
  const [wasm, plain] = leavings(prepare, step)
  expect(wasm).toEqual(plain)
}

const ODD = [Number.NaN, 0, 1, -1, 3, 0.5, 2 ** 53, 1e308, -1e308, 1 / 3]

const writeVector = (buffer: ArrayBuffer, address: number, seed: number): void => {
  const random = createRandom(seed)
  const values = new Float64Array(buffer, address, ROWS)
  const errors = new Float64Array(buffer, address + ROWS * 8, ROWS)
  for (let row = 0; row < ROWS; row += 1) {
    values[row] = ODD[random.whole(ODD.length)] ?? 0
    const isExact = random.chance(0.6) || Number.isNaN(values[row])
    errors[row] = isExact ? 0 : random.chance(0.2) ? Number.POSITIVE_INFINITY : 2 ** -40
  }
}

const writeStored = (values: Uint8Array | Uint16Array | Int32Array | Float64Array): void => {
  const random = createRandom(5)
  for (let row = 0; row < values.length; row += 1) {
    values[row] = random.chance(0.2) ? MISSING : random.chance(0.2) ? NEVER : random.whole(50)
  }
}

describe('vectors in WebAssembly and in plain TypeScript', () => {
  test.each(OPERATIONS.map((name, place) => [name, place] as const))('%s', (_, place) => {
    const prepare = (buffer: ArrayBuffer): void => {
      writeVector(buffer, FIRST, 1)
      writeVector(buffer, SECOND, 2)
    }
    expectSame(prepare, ({ combine }) => combine(place, FIRST, SECOND))
  })

  test('open values are filled', () => {
    const prepare = (buffer: ArrayBuffer): void => {
      writeVector(buffer, FIRST, 3)
      writeVector(buffer, SECOND, 4)
    }
    expectSame(prepare, ({ fillOpen }) => fillOpen(FIRST, SECOND, ROWS))
  })

  test.each([0, 2 ** -51])('stored values with a relative error of %d', (rate) => {
    const prepare = (buffer: ArrayBuffer): void => {
      writeStored(new Int32Array(buffer, STORED, ROWS))
      new Float64Array(buffer, PLAN, 4).set([MISSING, NEVER, rate === 0 ? 100 : 0.01, rate])
      new Int32Array(buffer, PLAN + 32, 1).set([FIRST])
    }
    expectSame(prepare, ({ worth32 }) => worth32(STORED, ROWS, PLAN))
  })

  test('bins with bounds that are near', () => {
    const prepare = (buffer: ArrayBuffer): void => {
      writeVector(buffer, FIRST, 6)
      const none = { missing: Number.NaN, never: Number.NaN }
      writeBinPlan(buffer, PLAN, { ...none, bins: planBins(BOUNDS, SLACKS), target: RESULT })
    }
    expectSame(prepare, ({ binsNear }) => binsNear(FIRST, ROWS, PLAN))
  })

  test('entries of a table over several cases', () => {
    const prepare = (buffer: ArrayBuffer): void => {
      writeStored(new Uint16Array(buffer, RESULT, ROWS).fill(2))
      new Uint16Array(buffer, STORED, ROWS).set(Array.from({ length: ROWS }, (_, row) => row % 4))
      new Int32Array(buffer, PLAN, 2).set([ROWS, 3])
      new Uint16Array(buffer, PLAN + 8, 4).set([2, 0, 1, 2])
    }
    expectSame(prepare, ({ mix16 }) => mix16(RESULT, STORED, PLAN))
  })
})

describe('rows straight from stored values', () => {
  const widths = [
    ['scan8', Uint8Array],
    ['scan16', Uint16Array],
    ['scan32', Int32Array],
  ] as const

  test.each(widths)('%s', (name, Values) => {
    const prepare = (buffer: ArrayBuffer): void => {
      const stored = new Values(buffer, STORED, ROWS)
      writeStored(stored)
      const [missing, never] = Values.of(MISSING, NEVER)
      const head = [missing ?? 0, never ?? 0, BOUNDS.length, RESULT]
      new Int32Array(buffer, PLAN, 4 + BOUNDS.length).set([...head, ...BOUNDS])
    }
    expectSame(prepare, (primitives) => primitives[name](STORED, ROWS, PLAN))
  })
})
