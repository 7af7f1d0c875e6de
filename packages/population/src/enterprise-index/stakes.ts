import { type Measure, type ThingKind, worthOf } from '@huiqi/engine'
import type { PopulationProgram } from '../compile/program.ts'
import { OPEN } from '../compile/truth-code.ts'
import { evaluateAmount, type FenSpan } from '../kernel/amount-span.ts'
import type { BoundAmount, Scale } from '../kernel/bound-program.ts'
import { figureOf } from '../kernel/figure.ts'
import { f64At, i32At, u8At } from '../kernel/read-array.ts'
import type { MeasureOrder } from './measure-order.ts'
import type { AmountsOfProgram } from './money-of-one.ts'

/** The measure gives nothing that waits for a base. */
export const NO_BASE = -1
/** What the measure waits for takes more than a look at its base. */
export const BY_AMOUNT = -2

/** Whether what is at stake is the same whatever the base, a share of the base, or more than that. */
const FIXED = 0
const SCALED = 1
const OTHER = 2

/** What is at stake in the measure of each bit while answers are missing. */
export interface Stakes {
  /** The base that the amount waits for when it is open; `NO_BASE` or `BY_AMOUNT`. */
  readonly bases: Int32Array
  /** The things that measures without a rule are about, by bit: they are asked for all the same. */
  readonly thingsWithoutRule: ReadonlyMap<number, ThingKind>
  /** What is at stake for a bit in yuan; `figure` is the base in its unit, NaN when it is open. */
  readonly worth: (bit: number, outcome: Outcome, figure: number) => number | null
}

/** How a measure stands whose worth is asked for. */
export type Outcome = 'met' | 'unknown'

type Scaled = Extract<BoundAmount, { kind: 'scaled' }>

const baseOf = (amount: BoundAmount | null): number => {
  if (amount === null || amount.kind === 'constant') return NO_BASE
  if (amount.kind !== 'scaled') return BY_AMOUNT
  const { waits } = evaluateAmount(amount.plan, { valueOf: () => null, truthOf: () => OPEN })
  return waits ? amount.base : NO_BASE
}

/** The amount while its base is open. */
const openAmount = (amount: BoundAmount | null): FenSpan | null => {
  if (amount?.kind === 'scaled') return amount.open
  return amount?.kind === 'constant' ? amount.each : null
}

const FIGURES = 5

const BOUNDS: readonly Scaled['bound'][] = ['exact', 'at-most', 'at-least']

/** Works out worths from figures that stand one after the other, so that no measure need be looked at. */
const createWorths = (bits: number) => {
  const kinds = new Uint8Array(bits)
  const bounds = new Uint8Array(bits)
  const whileOpen = new Float64Array(bits)
  const whileMet = new Float64Array(bits)
  const figures = new Float64Array(bits * FIGURES)
  const scale: { -readonly [Key in keyof Scale]: number } = {
    factor: 0,
    divisor: 1,
    step: 1,
    floor: 0,
    cap: 0,
  }
  let sample: Measure | null = null
  const setScaled = (bit: number, measure: Measure, { bound, scale: of }: ScaledBy): void => {
    kinds[bit] = SCALED
    bounds[bit] = BOUNDS.indexOf(bound)
    figures.set([of.factor, of.divisor, of.step, of.floor, of.cap], bit * FIGURES)
    sample ??= measure
  }
  const scaledWorth = (bit: number, outcome: Outcome, figure: number): number | null => {
    const at = bit * FIGURES
    scale.factor = f64At(figures, at)
    scale.divisor = f64At(figures, at + 1)
    scale.step = f64At(figures, at + 2)
    scale.floor = f64At(figures, at + 3)
    scale.cap = f64At(figures, at + 4)
    const fen = figureOf(figure, scale)
    if (fen === null || sample === null) return null
    const bound = BOUNDS[u8At(bounds, bit)]
    const low = bound === 'at-most' ? 0 : fen
    const high = bound === 'at-least' ? null : fen
    return worthOf({ measure: sample, outcome, amount: { low, high } })
  }
  return {
    kinds,
    whileOpen,
    whileMet,
    setScaled,
    worth: (bit: number, outcome: Outcome, figure: number): number | null => {
      const kind = u8At(kinds, bit)
      if (kind === OTHER) return null
      if (kind === FIXED || Number.isNaN(figure)) {
        return f64At(outcome === 'met' ? whileMet : whileOpen, bit)
      }
      return scaledWorth(bit, outcome, figure)
    },
  }
}

interface ScaledBy {
  readonly bound: Scaled['bound']
  readonly scale: Scale
}

/** Whether the worth of a measure depends on how much money it brings. */
const isByMoney = (measure: Measure): boolean => {
  const worthWith = (high: number) =>
    worthOf({ measure, outcome: 'unknown', amount: { low: 0, high } })
  return worthWith(100_00) !== worthWith(200_00)
}

/** Works out what is at stake in the measures of a program. */
export const tabulateStakes = (
  { measures }: PopulationProgram,
  { measures: places }: MeasureOrder,
  { amounts, scales }: AmountsOfProgram,
): Stakes => {
  const bases = new Int32Array(places.length).fill(NO_BASE)
  const worths = createWorths(places.length)
  const thingsWithoutRule = new Map<number, ThingKind>()
  const setWorth = (bit: number, measure: Measure, bound: BoundAmount | null): void => {
    const amount = openAmount(bound)
    bases[bit] = baseOf(bound)
    worths.whileOpen[bit] = worthOf({ measure, outcome: 'unknown', amount })
    worths.whileMet[bit] = worthOf({ measure, outcome: 'met', amount })
    if (bound === null || bound.kind === 'constant' || !isByMoney(measure)) return
    const scale = bound.kind === 'scaled' ? scales[bound.scale] : undefined
    if (bound.kind === 'scaled' && scale !== undefined) {
      worths.setScaled(bit, measure, { bound: bound.bound, scale })
    } else worths.kinds[bit] = OTHER
  }
  for (let bit = 0; bit < places.length; bit += 1) {
    const place = i32At(places, bit)
    const compiled = measures[place]
    if (compiled === undefined) continue
    const { measure, status } = compiled
    const { about } = measure
    if (status === 'without-rule' && about !== 'enterprise') thingsWithoutRule.set(bit, about)
    setWorth(bit, measure, amounts[place] ?? null)
  }
  return { bases, thingsWithoutRule, worth: worths.worth }
}
