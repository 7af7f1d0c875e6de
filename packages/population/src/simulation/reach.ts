import type { Measure } from '@huiqi/engine'

/** Amounts of the rows of a reach, in fen. */
export interface ReachedAmounts {
  readonly low: Float64Array
  /** Infinite where nothing bounds the amount from above. */
  readonly high: Float64Array
  /** 1 where missing facts or holes in the text keep the amount from being known. */
  readonly isUnknown: Uint8Array
}

/** Whom one version of a measure reaches in a table. */
export interface Reach {
  /** Rows that meet the measure or may do so, ascending. */
  readonly rows: Uint32Array
  /** 1 where the measure is met, 0 where facts or judgements are open. */
  readonly isCertain: Uint8Array
  /** Null when the measure gives no money. */
  readonly amounts: ReachedAmounts | null
}

/** Works out whom a measure reaches. */
export type ReachOf = (measure: Measure) => Reach

/** One row of a reach. */
export interface ReachedRow {
  readonly row: number
  readonly isCertain: boolean
  /** Null when the measure gives no money; an open `high` is null. */
  readonly amount: {
    readonly low: number
    readonly high: number | null
    readonly isUnknown: boolean
  } | null
}

/** Rows collected one by one, in ascending order. */
export interface ReachBuilder {
  readonly add: (reached: ReachedRow) => void
  readonly finish: () => Reach
}

/** An empty reach to be filled; `hasMoney` says whether rows carry amounts. */
export const buildReach = ({ hasMoney }: { readonly hasMoney: boolean }): ReachBuilder => {
  const rows: number[] = []
  const certain: number[] = []
  const low: number[] = []
  const high: number[] = []
  const unknown: number[] = []
  return {
    add: ({ row, isCertain, amount }) => {
      rows.push(row)
      certain.push(isCertain ? 1 : 0)
      if (!hasMoney) return
      low.push(amount?.low ?? 0)
      high.push(amount === null ? 0 : (amount.high ?? Number.POSITIVE_INFINITY))
      unknown.push(amount?.isUnknown ? 1 : 0)
    },
    finish: () => ({
      rows: Uint32Array.from(rows),
      isCertain: Uint8Array.from(certain),
      amounts: hasMoney
        ? {
            low: Float64Array.from(low),
            high: Float64Array.from(high),
            isUnknown: Uint8Array.from(unknown),
          }
        : null,
    }),
  }
}
