import { type Address, isWithin, placeName, type Range } from './cell-address.ts'
import type { SheetCell, SheetRow } from './read-sheet.ts'
import { refuseWorkbook } from './refuse-workbook.ts'

/** The beginning of a sheet, and its merged cells. */
export interface SheetStart {
  readonly sheet: string
  /** The first rows with something in them. */
  readonly rows: readonly SheetRow[]
  readonly merged: readonly Range[]
}

/** Where the columns of a sheet are and what they are called. */
export interface Head {
  /** The names of the columns from `first` on; empty for a column without one. */
  readonly names: readonly string[]
  /** The first column, from 1. */
  readonly first: number
  /** The last row of the head. */
  readonly bottom: number
}

/** A line such as 单位：万元: what it says would be lost. */
const UNIT =
  /单位\s*[:：]|(?:unit|in)\s*[:：]?\s*(?:rmb|cny|yuan|万|千|亿|million|thousand)|[（(]\s*(?:万元|亿元|千元)\s*[)）]/i

const isWide = ({ from, to }: Range): boolean => to.column > from.column

const rangeAt = (merged: readonly Range[], place: Address): Range | undefined =>
  merged.find((range) => isWithin(range, place))

/** A title or a note: one cell over several columns. */
const isTitle = ({ number, cells }: SheetRow, merged: readonly Range[]): boolean => {
  const [cell, ...others] = cells
  if (cell === undefined || others.length > 0) return false
  const range = rangeAt(merged, { row: number, column: cell.column })
  return range !== undefined && isWide(range)
}

const refuseUnits = (sheet: string, { number, cells }: SheetRow): void => {
  for (const { column, text } of cells) {
    if (!UNIT.test(text)) continue
    const cell = placeName(sheet, number, column)
    throw refuseWorkbook('xlsx.unit-above', { cell, found: text.slice(0, 40) })
  }
}

/** The last row of a head that begins in a row: a merged cell reaches down, a wide one has names below it. */
const bottomOf = (top: number, merged: readonly Range[]): number => {
  let bottom = top
  for (let row = top; row <= bottom; row += 1) {
    for (const range of merged) {
      if (range.from.row !== row) continue
      bottom = Math.max(bottom, range.to.row + (isWide(range) ? 1 : 0))
    }
  }
  return bottom
}

const refuseMerged = ({ sheet, merged }: SheetStart, bottom: number): void => {
  const range = merged.find(({ to }) => to.row > bottom)
  if (range === undefined) return
  throw refuseWorkbook('xlsx.merged', {
    cell: placeName(sheet, range.from.row, range.from.column),
  })
}

const refuseFaults = (sheet: string, rows: readonly SheetRow[]): void => {
  for (const { number, cells } of rows) {
    const cell = cells.find(({ fault }) => fault !== null)
    if (cell === undefined) continue
    throw refuseWorkbook('xlsx.head', { cell: placeName(sheet, number, cell.column) })
  }
}

const textAt = (
  cells: ReadonlyMap<string, SheetCell>,
  merged: readonly Range[],
  place: Address,
): string => {
  const { row, column } = rangeAt(merged, place)?.from ?? place
  return cells.get(`${row} ${column}`)?.text ?? ''
}

const nameOf = (parts: readonly string[]): string =>
  [...new Set(parts.map((part) => part.replaceAll(/\s+/g, ' ').trim()))]
    .filter((part) => part !== '')
    .join(' ')

/**
 * Finds the head: the first row that is no title, and the rows below that merged cells tie to it; names
 * that stand above one another are read from above. Null for a sheet with nothing in it. Throws AppError
 * `invalid-input` for merged cells below the head, or a unit that stands above it.
 */
export const findHead = (start: SheetStart): Head | null => {
  const { sheet, rows, merged } = start
  const at = rows.findIndex((row) => !isTitle(row, merged))
  const top = rows[at]
  if (top === undefined) return null
  for (const row of rows.slice(0, at)) refuseUnits(sheet, row)
  const bottom = bottomOf(top.number, merged)
  refuseMerged(start, bottom)
  const head = rows.slice(at).filter(({ number }) => number <= bottom)
  refuseFaults(sheet, head)
  const named = head.flatMap(({ number, cells }) =>
    cells.map((cell) => ({ row: number, cell, key: `${number} ${cell.column}` })),
  )
  const cells = new Map(named.map(({ key, cell }) => [key, cell]))
  const columns = named.flatMap(({ row, cell: { column } }) => [
    column,
    rangeAt(merged, { row, column })?.to.column ?? column,
  ])
  const first = Math.min(...columns)
  const heights = Array.from({ length: bottom - top.number + 1 }, (_, place) => top.number + place)
  const names = Array.from({ length: Math.max(...columns) - first + 1 }, (_, place) =>
    nameOf(heights.map((row) => textAt(cells, merged, { row, column: first + place }))),
  )
  return { names, first, bottom }
}
