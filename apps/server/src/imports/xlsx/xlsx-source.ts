import type { RowBatch, RowSource } from '@huiqi/population'
import { placeName, type Range } from './cell-address.ts'
import { findHead, type Head } from './find-head.ts'
import { openPackage, PACKAGE_LIMITS, type Package, type PackageLimits } from './open-package.ts'
import { readSheet, type SheetCell, type SheetRow } from './read-sheet.ts'
import { readWorkbook, type Sheet, type Workbook } from './read-workbook.ts'
import { refuseFormat, refuseWorkbook } from './refuse-workbook.ts'

/** More rows than any head has. */
const ROWS_OF_HEAD = 30

interface Table {
  readonly sheet: Sheet
  readonly head: Head
}

interface CountedTable extends Table {
  /** Below the head. */
  readonly rows: number
}

/** Reads a sheet through once: afterwards it is known to be whole, and its merged cells are known. */
const findTable = async (
  file: Package,
  { forms }: Workbook,
  sheet: Sheet,
): Promise<CountedTable | null> => {
  const start: SheetRow[] = []
  const merged: Range[] = []
  let rows = 0
  for await (const piece of readSheet(file, sheet.part, forms)) {
    rows += piece.rows.length
    merged.push(...piece.merged)
    if (start.length < ROWS_OF_HEAD) start.push(...piece.rows.slice(0, ROWS_OF_HEAD))
  }
  const head = findHead({ sheet: sheet.name, rows: start, merged })
  if (head === null) return null
  const above = start.filter(({ number }) => number <= head.bottom).length
  return { sheet, head, rows: rows - above }
}

const isSame = (names: readonly string[], others: readonly string[]): boolean =>
  names.length === others.length && names.every((name, place) => name === others[place])

const faultIn = ({ sheet, head }: Table, { number, cells }: SheetRow) => {
  const placeOf = ({ column }: SheetCell) => placeName(sheet.name, number, column)
  const broken = cells.find(({ fault }) => fault !== null)
  if (broken !== undefined) {
    const params = { cell: placeOf(broken), found: broken.text }
    return { code: `xlsx.${broken.fault}`, params }
  }
  const last = head.first + head.names.length - 1
  const outside = cells.find(({ column }) => column < head.first || column > last)
  return outside === undefined ? null : { code: 'xlsx.outside', params: { cell: placeOf(outside) } }
}

const toBatch = (table: Table, rows: readonly SheetRow[]): RowBatch => {
  const { sheet, head } = table
  const texts = rows.map(
    ({ cells }) => new Map(cells.map(({ column, text }) => [column - head.first, text])),
  )
  return {
    rows: rows.length,
    cell: (row, column) => texts[row]?.get(column) ?? '',
    lineOf: (row) => rows[row]?.number ?? 0,
    faultOf: (row) => {
      const found = rows[row]
      return found === undefined ? null : faultIn(table, found)
    },
    placeOf: (row, column) =>
      placeName(sheet.name, rows[row]?.number ?? 0, column === null ? null : head.first + column),
  }
}

async function* readTables(
  file: Package,
  { forms }: Workbook,
  tables: readonly Table[],
): AsyncGenerator<RowBatch> {
  try {
    for (const table of tables) {
      for await (const { rows } of readSheet(file, table.sheet.part, forms)) {
        const below = rows.filter(({ number }) => number > table.head.bottom)
        if (below.length > 0) yield toBatch(table, below)
      }
    }
  } finally {
    file.close()
  }
}

const openTables = async (file: Package): Promise<RowSource> => {
  const workbook = await readWorkbook(file)
  const found: (CountedTable | null)[] = []
  for (const sheet of workbook.sheets) found.push(await findTable(file, workbook, sheet))
  const tables = found.filter((table) => table !== null)
  const [first] = tables
  if (first === undefined) throw refuseFormat('nothing in it')
  const { names } = first.head
  if (!tables.every(({ head }) => isSame(head.names, names))) {
    throw refuseWorkbook('xlsx.sheets', { names: tables.map(({ sheet }) => sheet.name) })
  }
  return {
    columns: names.map((name) => ({ name })),
    batches: readTables(file, workbook, tables),
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  }
}

/**
 * An Excel workbook (.xlsx): the rows of all sheets that people see and that have the same head. Formulas
 * say what Excel last worked out. Throws AppError `invalid-input` for one that cannot be read whole.
 */
export const xlsxSource = async (
  path: string,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<RowSource> => {
  const file = await openPackage(path, limits)
  try {
    return await openTables(file)
  } catch (error) {
    file.close()
    throw error
  }
}
