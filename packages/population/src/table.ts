import type { FactType } from '@huiqi/engine'

/**
 * One fact of one year for the whole population. Numbers are stored as integers: the exact value is
 * `values[row] * unit.n / unit.d` in the unit of the fact (fen for money); dates as days since
 * 1970-01-01; truth as 0 and 1; codes as positions in `codes`.
 */
export interface Column {
  readonly fact: string
  /** Calendar year of a yearly fact, else null. */
  readonly year: number | null
  readonly type: FactType
  readonly values: Int32Array | Float64Array | Uint8Array | Uint16Array
  /** The stored value that means "not known". */
  readonly missing: number
  /** The stored value of a date that is known never to have come; null for other types. */
  readonly never: number | null
  /** Exact size of one stored unit; 1/1 but for scaled numbers (whole yuan: 100/1 fen). */
  readonly unit: { readonly n: number; readonly d: number }
  /** The codes in the order of their positions, for facts of type `code`. */
  readonly codes: readonly string[] | null
}

/** A population: columns of equal length on shared memory, one row an enterprise. */
export interface Table {
  readonly rows: number
  readonly columns: readonly Column[]
  /** The credit code of each row, 18 bytes of ASCII each; null when the table carries none. */
  readonly uscc: Uint8Array | null
}

/** The key of a column: `enterprise.revenue@2025`, or the fact alone. */
export const columnKey = (column: Pick<Column, 'fact' | 'year'>): string =>
  column.year === null ? column.fact : `${column.fact}@${column.year}`
