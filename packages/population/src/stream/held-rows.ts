import type { CellKind } from '../io/cell.ts'
import { FINENESS } from '../io/cell.ts'
import type { FactColumn, ReadPlan } from '../io/row-reader.ts'
import { makeValues, STORAGES, type Storage } from '../io/storage.ts'
import type { Column, Table } from '../table.ts'

type Type = CellKind['fact']['type']

const STORAGE: Readonly<Record<Type, Storage>> = {
  money: 'f64',
  rate: 'f64',
  count: 'f64',
  number: 'f64',
  date: 'i32',
  boolean: 'u8',
  code: 'u16',
}

/** A table of a fixed size whose rows are written over again and again. */
export interface HeldRows {
  readonly table: Table
  /** Writes a row of values as `readCell` gives them. */
  readonly write: (row: number, values: Float64Array) => void
  /** How many codes its columns know; more of them make another table. */
  readonly codes: () => number
}

const columnOf = ({ cell, year }: FactColumn, rows: number): Column => {
  const { id, type } = cell.fact
  const storage = STORAGE[type]
  const isFine = type === 'rate' || type === 'number'
  return {
    fact: id,
    year,
    type,
    values: makeValues(storage, rows),
    missing: STORAGES[storage].missing,
    never: type === 'date' ? STORAGES[storage].never : null,
    unit: { n: 1, d: isFine ? FINENESS : 1 },
    codes: type === 'code' ? (cell.codes?.codes() ?? []) : null,
  }
}

const storedOf = (value: number, { missing, never }: Column): number => {
  if (Number.isFinite(value)) return value
  return Number.isNaN(value) ? missing : (never ?? missing)
}

/** Room for rows of the columns of a plan. */
export const holdRows = ({ columns: planned }: ReadPlan, rows: number): HeldRows => {
  const columns = planned.map((column) => columnOf(column, rows))
  return {
    table: { rows, columns, uscc: null },
    write: (row, values) => {
      for (const [place, column] of columns.entries()) {
        column.values[row] = storedOf(values[place] ?? Number.NaN, column)
      }
    },
    codes: () => columns.reduce((sum, { codes }) => sum + (codes?.length ?? 0), 0),
  }
}
