import type { FactType } from '@huiqi/engine'
import type { Storage } from '../io/storage.ts'
import { at, type Draft } from './draft.ts'

/** How the values of a fact come about. */
export interface ColumnModel {
  readonly type: FactType
  readonly storage: Storage
  /** Exact size of one stored unit in the unit of the fact; 1/1 when left out. */
  readonly unit?: { readonly n: number; readonly d: number }
  /** The codes of a fact of type `code`, by position. */
  readonly codes?: readonly string[]
  /** Share of rows that are not known; by the source of the fact when left out. */
  readonly missing?: number
  /**
   * The value of a row, `ago` years back: yuan, people, parts of one, days, 0 or 1, the position of a
   * code; NaN when it is not known, `-Infinity` for never.
   */
  readonly value: (draft: Draft, row: number, ago: number) => number
  /** The values of a whole block where they are drawn already; stands for `value`. */
  readonly points?: (draft: Draft) => Float64Array
}

type Value = ColumnModel['value']

const TENTHS = { n: 1, d: 10 }
const HUNDREDTHS_OF_PERCENT = { n: 1, d: 10_000 }
/** Whole yuan, and thousands of yuan as statistical returns state them, in fen. */
const YUAN = { n: 100, d: 1 }
const THOUSANDS = { n: 100_000, d: 1 }

/** Money in whole yuan. */
export const inYuan = (value: Value): ColumnModel => ({
  type: 'money',
  storage: 'i32',
  unit: YUAN,
  value,
})

/** Money in thousands of yuan. */
export const inThousands = (value: Value): ColumnModel => ({
  type: 'money',
  storage: 'i32',
  unit: THOUSANDS,
  value,
})

/** A count that may be large. */
export const wideCount = (value: Value): ColumnModel => ({ type: 'count', storage: 'i32', value })

/** A count below 65,000. */
export const count = (value: Value): ColumnModel => ({ type: 'count', storage: 'u16', value })

/** A share to a hundredth of a percent. */
export const share = (value: Value): ColumnModel => ({
  type: 'rate',
  storage: 'u16',
  unit: HUNDREDTHS_OF_PERCENT,
  value,
})

/** Points to a tenth. */
export const tenths = (value: Value): ColumnModel => ({
  type: 'number',
  storage: 'u16',
  unit: TENTHS,
  value,
})

/** A day from 1970 on. */
export const day = (value: Value): ColumnModel => ({ type: 'date', storage: 'u16', value })

/** What is drawn already for every row. */
export const drawn = (
  points: (draft: Draft) => Float64Array,
): Pick<ColumnModel, 'value' | 'points'> => ({
  value: (draft, row) => at(points(draft), row),
  points,
})

/** A truth that holds with a probability. */
export const truth = (probability: Value): ColumnModel => ({
  type: 'boolean',
  storage: 'u8',
  value: (draft, row, ago) => (draft.random.unit() < probability(draft, row, ago) ? 1 : 0),
})

/** A truth that is as likely for everyone. */
export const evenTruth = (probability: number): ColumnModel => truth(() => probability)

/** A truth by tier, lowest tier first. */
export const truthByTier = (...probabilities: readonly number[]): ColumnModel =>
  truth((draft, row) => probabilities[at(draft.tier, row)] ?? 0)

/** A code; the value is its position. */
export const code = (codes: readonly string[], value: Value): ColumnModel => ({
  type: 'code',
  storage: codes.length < 250 ? 'u8' : 'u16',
  codes,
  value,
})

/** The first code mostly; one of the others, rarer the later, with a probability by tier. */
export const rareCode = (codes: readonly string[], probabilities: readonly number[]): ColumnModel =>
  code(codes, (draft, row) => {
    const { random } = draft
    const unit = random.unit()
    const step = Math.floor(random.exponential() * 0.9)
    const isRare = unit < (probabilities[at(draft.tier, row)] ?? 0)
    return isRare ? Math.min(codes.length - 1, 1 + step) : 0
  })
