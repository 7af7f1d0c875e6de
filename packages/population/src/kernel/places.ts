import type { Bins } from './bin-plan.ts'

/** Where a slot keeps its states and its rows, as addresses in bytes. */
export interface SlotPlace {
  /** Two bytes for each enterprise of the block. */
  readonly states: number
  /** The row of state 0; the rows of the other states follow. */
  readonly rows: number
  /** The same for the high end of a ranged slot; else 0. */
  readonly highStates: number
  readonly highRows: number
  /** The bounds by which numbers become states; null for slots without. */
  readonly bins: Bins | null
  /** The plan by which stored or worked out numbers become states. */
  readonly plan: number
  /** The plan by which stored numbers become rows. */
  readonly scan: number
}

/** Where the rows of a node stand. Either it has a row of what is certain or one of what is open. */
export interface NodePlace {
  readonly possible: number
  readonly certain: number | null
  readonly open: number | null
}
