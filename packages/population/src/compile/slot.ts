import type { FactType } from '@huiqi/engine'
import type { Arithmetic } from './arithmetic.ts'
import type { Domain } from './domain.ts'
import type { SlotSource } from './draft.ts'

/** How a condition on another slot comes out in each of its states. */
export interface SlotTruths {
  readonly slot: number
  readonly truths: Uint8Array
}

/** Which of a few local cases each state of another slot is. */
export interface SlotView {
  readonly slot: number
  readonly cases: Uint16Array
  readonly count: number
}

/** Points that depend on a few slots: entry `i` belongs to the cases `i` is made of, the first the most significant. */
export interface IndicatorTable {
  readonly inputs: readonly SlotView[]
  readonly low: Int32Array
  readonly high: Int32Array
}

/** How the state of a slot follows from others where the fact is not stated. */
export type Derivation =
  /** Only the plain evaluator can tell. */
  | { readonly kind: 'engine' }
  | { readonly kind: 'arithmetic'; readonly expression: Arithmetic }
  /** `truths` has an entry for each combination of three-valued inputs, the first the most significant. */
  | {
      readonly kind: 'logic'
      readonly inputs: readonly SlotTruths[]
      readonly truths: Uint8Array
    }
  | ClassesDerivation
  | ScoreDerivation

/** A class looked up in the row of another slot's state. */
export interface ClassesDerivation {
  readonly kind: 'classes'
  readonly by: number
  /** The row for each state of `by`; `NO_ROW` without one. */
  readonly rowOfState: Int16Array
  readonly rows: readonly (readonly ClassLimit[])[]
  readonly classes: number
  /** The state of the slot for the best and worst class: entry `best * classes + worst`. */
  readonly stateOfSpan: Uint16Array
  readonly openState: number
}

/** A sum of points. */
export interface ScoreDerivation {
  readonly kind: 'score'
  readonly indicators: readonly IndicatorTable[]
  /** The largest sum that counts, in the units of the tables. */
  readonly max: number
  /** The state of each sum from 0 to `max`. */
  readonly stateOfSum: Uint16Array
}

/** The best and the worst class that a limit still allows in each state of its slot. */
export interface ClassLimit {
  readonly slot: number
  readonly best: Uint8Array
  readonly worst: Uint8Array
}

type Reading =
  | ClassesDerivation
  | ScoreDerivation
  | { readonly kind: 'logic'; readonly inputs: readonly SlotTruths[] }
  | { readonly kind: 'engine' | 'arithmetic' | 'thing' }

/** The slots whose states a derivation reads. */
export const inputsOf = (derivation: Reading | null): readonly number[] => {
  switch (derivation?.kind) {
    case 'logic':
      return derivation.inputs.map(({ slot }) => slot)
    case 'classes':
      return [derivation.by, ...derivation.rows.flat().map(({ slot }) => slot)]
    case 'score':
      return derivation.indicators.flatMap(({ inputs }) => inputs.map(({ slot }) => slot))
    default:
      return []
  }
}

/** No row of the class table belongs to the state, or no single one. */
export const NO_ROW = -1
/** A value that measures ask about, with its states and where it comes from. */
export interface Slot {
  readonly place: number
  readonly key: string
  readonly source: SlotSource
  readonly type: FactType
  readonly domain: Domain
  /** Null for facts that are only ever stated. */
  readonly derivation: Derivation | null
}
