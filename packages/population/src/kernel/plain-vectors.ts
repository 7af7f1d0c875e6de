import { combineApproximate, errorOf } from './approximate.ts'
import { BIN_HEAD } from './bin-plan.ts'
import { OPERATIONS, type Primitives, UNSURE_STATE } from './primitives.ts'
import { f64At, i32At, u16At } from './read-array.ts'

interface Memory {
  readonly buffer: ArrayBuffer
  readonly words: Int32Array
  readonly wordsPerRow: number
}

type VectorPrimitives = Pick<
  Primitives,
  'worth32' | 'worth64' | 'combine' | 'fillOpen' | 'binsNear' | 'mix16'
>

const TABLE_HEAD = 8

/** The primitives on vectors in plain TypeScript; `bins64` as given. */
export const createVectors = (
  { buffer, words, wordsPerRow }: Memory,
  bins64: Primitives['bins64'],
): VectorPrimitives => {
  const shorts = new Uint16Array(buffer)
  const doubles = new Float64Array(buffer)
  /** From a value to its error, in doubles. */
  const errorStep = wordsPerRow * 32

  const readAt = (place: number) => ({
    value: f64At(doubles, place),
    error: f64At(doubles, place + errorStep),
  })
  const writeAt = (place: number, { value, error }: ReturnType<typeof readAt>): void => {
    doubles[place] = value
    doubles[place + errorStep] = error
  }
  const worth = (stored: Int32Array | Float64Array, plan: number): void => {
    const target = i32At(words, (plan >> 2) + 8)
    const [missing, never, one, rate] = [0, 1, 2, 3].map((at) => f64At(doubles, (plan >> 3) + at))
    for (const [row, each] of stored.entries()) {
      const isOpen = each === missing || each === never
      const value = each * (one ?? 1)
      const error = rate === 0 ? errorOf(value, 0) : Math.abs(value) * (rate ?? 0)
      writeAt((target >> 3) + row, isOpen ? { value: Number.NaN, error: 0 } : { value, error })
    }
  }
  const isNear = (bound: number, slacks: number, place: number): boolean => {
    const { value, error } = readAt(place)
    const slack = error + f64At(doubles, bound + slacks)
    return slack > 0 && Math.abs(f64At(doubles, bound) - value) <= slack
  }
  /** The state of a number for which its bin is already there. */
  const settled = (place: number, state: number, plan: number): number => {
    const bounds = i32At(words, (plan >> 2) + 4)
    const slacks = i32At(words, (plan >> 2) + 11) >> 3
    const bound = ((plan + BIN_HEAD) >> 3) + state
    if (Number.isNaN(f64At(doubles, place))) return bounds + 1
    const isUnsure =
      (state > 0 && isNear(bound - 1, slacks, place)) ||
      (state < bounds && isNear(bound, slacks, place))
    return isUnsure ? UNSURE_STATE : state
  }

  return {
    worth32: (stored, count, plan) => worth(new Int32Array(buffer, stored, count), plan),
    worth64: (stored, count, plan) => worth(new Float64Array(buffer, stored, count), plan),
    combine: (operation, target, right) => {
      const kind = OPERATIONS[operation] ?? 'sum'
      for (let row = 0; row < errorStep; row += 1) {
        const place = (target >> 3) + row
        writeAt(place, combineApproximate(kind, readAt(place), readAt((right >> 3) + row)))
      }
    },
    fillOpen: (target, other, count) => {
      for (let row = 0; row < count; row += 1) {
        const place = (target >> 3) + row
        if (Number.isNaN(f64At(doubles, place))) writeAt(place, readAt((other >> 3) + row))
      }
    },
    binsNear: (values, count, plan) => {
      bins64(values, count, plan)
      const target = i32At(words, (plan >> 2) + 5) >> 1
      let unsure = 0
      for (let row = 0; row < count; row += 1) {
        const state = settled((values >> 3) + row, u16At(shorts, target + row), plan)
        shorts[target + row] = state
        if (state === UNSURE_STATE) unsure += 1
      }
      return unsure
    },
    mix16: (target, given, plan) => {
      const [count, width] = [i32At(words, plan >> 2), i32At(words, (plan >> 2) + 1)]
      const table = plan + TABLE_HEAD
      for (let row = 0; row < count; row += 1) {
        const place = (target >> 1) + row
        const entry = u16At(shorts, (table >> 1) + u16At(shorts, (given >> 1) + row))
        shorts[place] = u16At(shorts, place) * width + entry
      }
    },
  }
}
