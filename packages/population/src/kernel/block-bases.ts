import type { Exact } from '@huiqi/domain'
import type { Arithmetic } from '../compile/arithmetic.ts'
import type { Block } from './block.ts'
import type { BoundAmount, Scale } from './bound-program.ts'
import { figureOf } from './figure.ts'
import { f64At, i32At } from './read-array.ts'
import { createVectorMachine } from './vector.ts'

type Scaled = Extract<BoundAmount, { kind: 'scaled' }>

/** What a scaled amount adds up to over some rows. */
export interface ScaledSum {
  readonly fen: number
  /** Rows with and without a base. */
  readonly known: number
  readonly open: number
}

/** What amounts of the current block are worked out from. */
export interface BlockBases {
  readonly exactAt: (base: Arithmetic, row: number) => Exact | null
  /** The figure of a row; `open` where the base is, null where doubles cannot hold it exactly. */
  readonly scaledAt: (amount: Scaled, row: number) => number | 'open' | null
  /** The sum over the rows whose bits are set; null when doubles cannot hold it exactly. */
  readonly sumOf: (amount: Scaled, row: number) => ScaledSum | null
}

/** Stands for a value that doubles cannot hold exactly. */
const BEYOND = Number.POSITIVE_INFINITY
const SAFE = Number.MAX_SAFE_INTEGER

const writeScales = ({ bound, layout, primitives }: Block): void => {
  for (const [at, { factor, divisor, step, floor, cap }] of bound.scales.entries()) {
    const figures = new Float64Array(primitives.memory.buffer, layout.scales[at] ?? 0, 5)
    figures.set([factor, divisor, step, floor, cap])
  }
}

/** The bases of a program over the blocks that its slots move to. */
export const createBlockBases = (block: Block): BlockBases => {
  const { bound, layout, primitives, slots } = block
  const { window } = slots
  const size = layout.rowBytes * 8
  const machine = createVectorMachine(window, { layout, primitives })
  const { buffer } = primitives.memory
  const words = new Int32Array(buffer)
  const doubles = new Float64Array(buffer)
  const values = layout.bases.map((address) => new Float64Array(buffer, address, size))
  const filledAt = new Int32Array(bound.bases.length)
  const greatest = new Float64Array(bound.bases.length)
  writeScales(block)

  const fill = (place: number, target: Float64Array): void => {
    const base = bound.bases[place]
    if (base === undefined) throw new RangeError(`no base ${place}`)
    const first = machine.evaluate(base) >> 3
    let most = 0
    for (let row = 0; row < window.count; row += 1) {
      const value = f64At(doubles, first + row)
      const isExact = Number.isNaN(value) || f64At(doubles, first + size + row) === 0
      target[row] = isExact ? value : BEYOND
      if (!isExact) most = BEYOND
      else if (value > most) most = value
    }
    greatest[place] = most
  }

  const valuesOf = (place: number): Float64Array => {
    const target = values[place]
    if (target === undefined) throw new RangeError(`no base ${place}`)
    if (i32At(filledAt, place) === window.stamp) return target
    filledAt[place] = window.stamp
    fill(place, target)
    return target
  }

  const scaleOf = ({ scale }: Scaled): Scale => {
    const found = bound.scales[scale]
    if (found === undefined) throw new RangeError(`no scale ${scale}`)
    return found
  }

  return {
    exactAt: machine.exactAt,
    scaledAt: (amount, row) => {
      const base = f64At(valuesOf(amount.base), row)
      if (Number.isNaN(base)) return 'open'
      return base === BEYOND ? null : figureOf(base, scaleOf(amount))
    },
    sumOf: (amount, row) => {
      valuesOf(amount.base)
      const largest = figureOf(f64At(greatest, amount.base), scaleOf(amount))
      if (largest === null || largest * size > SAFE) return null
      const plan = layout.scales[amount.scale] ?? 0
      primitives.addScaled(row, layout.bases[amount.base] ?? 0, plan)
      return {
        fen: f64At(doubles, (plan >> 3) + 5),
        known: i32At(words, (plan >> 2) + 12),
        open: i32At(words, (plan >> 2) + 13),
      }
    },
  }
}
