import type { Column, Table } from '../table.ts'
import { f64At } from './read-array.ts'

/** What occurs in each block of rows of one column. */
export interface ColumnZones {
  /** Least and greatest of the ordinary values; infinite the wrong way round where there is none. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** 1 where values are missing, and where they say `never`. */
  readonly missing: Uint8Array
  readonly never: Uint8Array
  /** The positions of codes that occur in each block; null for others than codes. */
  readonly codes: readonly (readonly number[])[] | null
}

interface Look {
  readonly column: Column
  readonly zones: Omit<ColumnZones, 'codes'>
}

/** Looks at the values of one block, widened so that all columns are gone through alike. */
const lookAt = (
  { column, zones }: Look,
  values: Int32Array | Float64Array,
  block: number,
): void => {
  const { missing } = column
  const never = column.never ?? missing
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let [isMissing, isNever] = [0, 0]
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? missing
    if (value === missing) isMissing = 1
    else if (value === never) isNever = 1
    else {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  zones.low[block] = low
  zones.high[block] = high
  zones.missing[block] = isMissing
  zones.never[block] = isNever
}

const codesAmong = (
  { column, zones }: Look,
  values: Int32Array | Float64Array,
  block: number,
): readonly number[] => {
  const seen = new Uint8Array((column.codes?.length ?? 0) + 1)
  const beyond = seen.length - 1
  for (let row = 0; row < values.length; row += 1) {
    seen[Math.min(values[row] ?? beyond, beyond)] = 1
  }
  zones.missing[block] = seen[beyond] ?? 0
  return [...seen.keys()].filter((code) => code < beyond && seen[code] === 1)
}

/** Looks through a column once. */
export const zonesOf = (column: Column, rows: number, blockRows: number): ColumnZones => {
  const blocks = Math.ceil(rows / blockRows)
  const zones = {
    low: new Float64Array(blocks),
    high: new Float64Array(blocks),
    missing: new Uint8Array(blocks),
    never: new Uint8Array(blocks),
  }
  const isWide = column.values instanceof Float64Array
  const widened = isWide ? new Float64Array(blockRows) : new Int32Array(blockRows)
  const codes: (readonly number[])[] = []
  for (let block = 0; block < blocks; block += 1) {
    const values = column.values.subarray(
      block * blockRows,
      Math.min(rows, (block + 1) * blockRows),
    )
    widened.set(values)
    const looked = widened.subarray(0, values.length)
    if (column.codes === null) lookAt({ column, zones }, looked, block)
    else codes.push(codesAmong({ column, zones }, looked, block))
  }
  return { ...zones, codes: column.codes === null ? null : codes }
}

/** The zones of all columns of a table. */
export const zonesOfTable = ({ columns, rows }: Table, blockRows: number): readonly ColumnZones[] =>
  columns.map((column) => zonesOf(column, rows, blockRows))

/** Whether a block has ordinary values. */
export const hasValues = ({ low, high }: ColumnZones, block: number): boolean =>
  f64At(low, block) <= f64At(high, block)
