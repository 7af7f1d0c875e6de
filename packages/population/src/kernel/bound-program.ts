import type { Amount, Clock, Corpus } from '@huiqi/engine'
import type { AmountPlan } from '../compile/amount-plan.ts'
import type { Arithmetic } from '../compile/arithmetic.ts'
import type { Cut } from '../compile/cut.ts'
import type { Domain } from '../compile/domain.ts'
import type { SlotSource } from '../compile/draft.ts'
import type { CompiledGrouping } from '../compile/grouping.ts'
import type { Node } from '../compile/node.ts'
import type { ClassesDerivation, ScoreDerivation, SlotTruths } from '../compile/slot.ts'
import type { FenSpan } from './amount-span.ts'

/** How the stored values of a column become states. */
export type StatedEncoder =
  /** State by ascending bounds in stored units: how many are at most the value. */
  | {
      readonly kind: 'bins'
      readonly column: number
      readonly bounds: Float64Array
    }
  /** State by stored value, for every number that the column can store. */
  | { readonly kind: 'lookup'; readonly column: number; readonly states: Uint16Array }

/** How states follow from other slots of the block. */
export type BoundDerivation =
  /** Known where one of the columns is. */
  | { readonly kind: 'thing'; readonly columns: readonly number[] }
  | { readonly kind: 'engine'; readonly source: SlotSource; readonly domain: Domain }
  | {
      readonly kind: 'arithmetic'
      readonly expression: Arithmetic
      readonly cuts: readonly Cut[]
      /** The least double above each cut, ascending, and how far each may be off. */
      readonly bounds: Float64Array
      readonly slacks: Float64Array
    }
  | { readonly kind: 'logic'; readonly inputs: readonly SlotTruths[]; readonly states: Uint8Array }
  | ClassesDerivation
  | ScoreDerivation

/** A slot as it is filled from a table. */
export interface BoundSlot {
  readonly key: string
  /** States, the open one included. */
  readonly states: number
  /** Ordered states accumulate: the row of a state holds all states from it on, the open one too. */
  readonly isOrdered: boolean
  /** Whether there are separate low and high ends. */
  readonly isRanged: boolean
  readonly stated: StatedEncoder | null
  readonly derivation: BoundDerivation | null
}

/**
 * `base * factor / divisor` brought down to whole fen and to whole steps, at least `floor` and at most
 * `cap`; all are whole numbers.
 */
export interface Scale {
  readonly factor: number
  readonly divisor: number
  readonly step: number
  readonly floor: number
  readonly cap: number
}

/** An amount for each combination of truths of a few nodes, the first the most significant. */
export interface GuardCases {
  readonly guards: readonly number[]
  readonly each: readonly FenSpan[]
}

/** How the money of a measure is added up. */
export type BoundAmount =
  /** The same for everyone. */
  | { readonly kind: 'constant'; readonly each: FenSpan }
  /** A base times a rate within limits; `open` where the base is. */
  | {
      readonly kind: 'scaled'
      /** The places of the base and of the scale among those of the program. */
      readonly base: number
      readonly scale: number
      readonly bound: 'exact' | 'at-most' | 'at-least'
      readonly open: FenSpan
      /** The same in full, for numbers beyond the safe integers. */
      readonly plan: AmountPlan
    }
  | {
      readonly kind: 'plan'
      readonly plan: AmountPlan
      /** Null when more than a few guards decide. */
      readonly cases: GuardCases | null
    }
  /** Only the plain evaluator can tell. */
  | { readonly kind: 'engine'; readonly amount: Amount }

/** What the plain evaluator needs where a block cannot do without it. */
export interface EngineNeeds {
  readonly corpus: Corpus
  readonly clock: Clock
}

/** Whether money is added up as well. */
export type Counted = 'counts' | 'counts-and-money'

/** A program bound to the columns of a table: plain data that may travel to a worker. */
export interface BoundProgram {
  readonly counted: Counted
  readonly slots: readonly BoundSlot[]
  readonly nodes: readonly Node[]
  /** Terms of each measure in the order of evaluation, as places of nodes. */
  readonly terms: Int32Array
  /** Where the terms of each measure in the order of evaluation begin; one more than there are measures. */
  readonly starts: Int32Array
  /** How many terms a measure shares with the one before it. */
  readonly shared: Int32Array
  /** The place of each evaluated measure among those of the program. */
  readonly order: Int32Array
  readonly groupings: readonly CompiledGrouping[]
  /** Money of each measure in the order of evaluation, null when it gives none; empty when only rows are counted. */
  readonly amounts: readonly (BoundAmount | null)[]
  /** What amounts are worked out from. */
  readonly bases: readonly Arithmetic[]
  readonly scales: readonly Scale[]
  readonly engine: EngineNeeds | null
}
