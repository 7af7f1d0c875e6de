import { type IsoDate, toDayNumber, yearOf } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { type Column, columnKey, generateCity, type Table } from '@huiqi/population'
import { SEED } from './demonstration.ts'

/** A generated enterprise: a row of the generated table. */
export interface Candidate {
  readonly row: number
  readonly uscc: string
  readonly district: string | null
  readonly industry: string | null
  readonly kind: string
  /** How many titles it holds on the day. */
  readonly titles: number
  /** Yearly revenue in yuan, the last one known; 0: none known. */
  readonly revenue: number
}

/** The generated table and the enterprises that the demonstration takes from it. */
export interface CityRows {
  readonly table: Table
  readonly chosen: readonly Candidate[]
}

const ROWS_FOR_ONE = 4
const ROWS_AT_LEAST = 12_000
const USCC_BYTES = 18
/** Holders of titles and enterprises above size are rare; the demonstration shows more of them. */
const NOTABLE_SHARE = 0.4

interface Reading {
  readonly text: (key: string, row: number) => string | null
  readonly number: (key: string, row: number) => number
}

const read = (table: Table): Reading => {
  const columns = new Map(table.columns.map((column) => [columnKey(column), column]))
  const stored = (key: string, row: number): { column: Column; value: number } | null => {
    const column = columns.get(key)
    const value = column?.values[row]
    if (column === undefined || value === undefined || value === column.missing) return null
    return { column, value }
  }
  return {
    text: (key, row) => {
      const found = stored(key, row)
      return found === null ? null : (found.column.codes?.[found.value] ?? null)
    },
    number: (key, row) => {
      const found = stored(key, row)
      return found === null ? 0 : (found.value * found.column.unit.n) / found.column.unit.d
    },
  }
}

const titleColumns = ({ columns }: Table): readonly Column[] =>
  columns.filter(({ fact }) => /^qualification\..*\.valid_until$/.test(fact))

const listCandidates = (table: Table, today: number, year: number): readonly Candidate[] => {
  const { text, number } = read(table)
  const titles = titleColumns(table)
  const isHeld = ({ values, missing, never }: Column, row: number): boolean => {
    const until = values[row]
    return until !== undefined && until !== missing && until !== never && until >= today
  }
  return Array.from({ length: table.rows }, (_, row) => ({
    row,
    uscc: String.fromCharCode(
      ...(table.uscc ?? new Uint8Array()).subarray(row * USCC_BYTES, (row + 1) * USCC_BYTES),
    ),
    district: text('enterprise.district', row),
    industry: text('enterprise.industry', row),
    kind: text('enterprise.organisation_kind', row) ?? 'enterprise',
    titles: titles.filter((column) => isHeld(column, row)).length,
    revenue: number(`enterprise.revenue@${year - 1}`, row) / 100,
  }))
}

const choose = (candidates: readonly Candidate[], count: number): readonly Candidate[] => {
  const standing = ({ titles, revenue }: Candidate): number => titles * 1e9 + revenue
  const notable = candidates
    .toSorted((a, b) => standing(b) - standing(a) || a.row - b.row)
    .slice(0, Math.ceil(count * NOTABLE_SHARE))
  const taken = new Set(notable.map(({ row }) => row))
  const others = candidates.filter(({ row }) => !taken.has(row)).slice(0, count - notable.length)
  return [...notable, ...others]
}

/** Generates a city and takes enterprises from it, the notable ones first. */
export const chooseRows = (
  { rulebook, today }: { readonly rulebook: Rulebook; readonly today: IsoDate },
  count: number,
): CityRows => {
  const enterprises = Math.max(count * ROWS_FOR_ONE, ROWS_AT_LEAST)
  const table = generateCity({ enterprises, seed: SEED, rulebook, asOf: today })
  const candidates = listCandidates(table, toDayNumber(today), yearOf(today))
  return { table, chosen: choose(candidates, count) }
}
