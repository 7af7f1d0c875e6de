import { parseAddress, parseRange, type Range } from './cell-address.ts'
import { type CellForms, cellText } from './cell-text.ts'
import type { Package } from './open-package.ts'
import { type Element, type Listener, readXml } from './read-xml.ts'
import { refuseFormat } from './refuse-workbook.ts'

/** A cell with something in it. */
export interface SheetCell {
  /** From 1. */
  readonly column: number
  readonly text: string
  /** An error of a formula such as `#DIV/0!`, or a formula that nobody has worked out yet. */
  readonly fault: 'error' | 'formula' | null
}

/** A row with something in it. */
export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly number: number
  readonly cells: readonly SheetCell[]
}

/** What a sheet holds, piece by piece; merged cells come at its end. */
export interface SheetPiece {
  readonly rows: readonly SheetRow[]
  readonly merged: readonly Range[]
}

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  hasFormula: boolean
}

interface Reading {
  rows: SheetRow[]
  merged: Range[]
  row: number
  cells: SheetCell[]
  cell: Cell | null
  /** The last cell of the row so far. */
  column: number
  isValue: boolean
  isSpoken: boolean
}

const placeOf = ({ row, column }: Reading, address: string | undefined): number => {
  if (address === undefined) return column + 1
  const place = parseAddress(address)
  if (place === null || place.row !== row) throw refuseFormat(`cell ${address}`)
  return place.column
}

const openRow = (reading: Reading, { attributes }: Element): void => {
  const number = attributes.r === undefined ? reading.row + 1 : Number(attributes.r)
  if (!Number.isSafeInteger(number) || number <= reading.row) {
    throw refuseFormat(`row ${attributes.r}`)
  }
  reading.row = number
  reading.column = 0
  reading.cells = []
}

const openCell = (reading: Reading, { attributes }: Element): void => {
  const column = placeOf(reading, attributes.r)
  reading.column = column
  reading.cell = {
    column,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    value: '',
    hasFormula: false,
  }
}

const toSheetCell = (cell: Cell, forms: CellForms): SheetCell => {
  const { column, type, value } = cell
  if (type === 'e') return { column, text: value, fault: 'error' }
  if (cell.hasFormula && value === '' && type !== 'str')
    return { column, text: '', fault: 'formula' }
  const text = cellText(cell, forms)
  if (text === null) throw refuseFormat(`cell value ${value.slice(0, 40)}`)
  return { column, text: text.trim(), fault: null }
}

const closeCell = (reading: Reading, forms: CellForms): void => {
  if (reading.cell === null) return
  const cell = toSheetCell(reading.cell, forms)
  if (cell.text !== '' || cell.fault !== null) reading.cells.push(cell)
  reading.cell = null
}

const open = (reading: Reading, element: Element): void => {
  const { cell } = reading
  switch (element.name) {
    case 'row':
      openRow(reading, element)
      break
    case 'c':
      openCell(reading, element)
      break
    case 'f':
      if (cell !== null) cell.hasFormula = true
      break
    case 'rPh':
      reading.isSpoken = true
      break
    case 'v':
    case 't':
      reading.isValue = cell !== null && !reading.isSpoken
      break
    case 'mergeCell': {
      const range = parseRange(element.attributes.ref ?? '')
      if (range !== null) reading.merged.push(range)
    }
  }
}

const listenerOf = (reading: Reading, forms: CellForms): Listener => ({
  open: (element) => open(reading, element),
  text: (text) => {
    if (reading.isValue && reading.cell !== null) reading.cell.value += text
  },
  close: (name) => {
    if (name === 'v' || name === 't') reading.isValue = false
    if (name === 'rPh') reading.isSpoken = false
    if (name === 'c') closeCell(reading, forms)
    if (name === 'row' && reading.cells.length > 0) {
      reading.rows.push({ number: reading.row, cells: reading.cells })
    }
  },
})

/** Reads a sheet (ECMA-376 part 1, 18.3) as it is unpacked; rows without anything in them are left out. */
export async function* readSheet(
  file: Package,
  part: string,
  forms: CellForms,
): AsyncGenerator<SheetPiece> {
  const reading: Reading = {
    rows: [],
    merged: [],
    row: 0,
    cells: [],
    cell: null,
    column: 0,
    isValue: false,
    isSpoken: false,
  }
  for await (const _ of readXml(file.read(part), listenerOf(reading, forms))) {
    yield { rows: reading.rows, merged: reading.merged }
    reading.rows = []
    reading.merged = []
  }
}
