import { parseStated } from '@huiqi/corpus'
import { fromDayNumber, type Issue, type IssueParams, parseUscc, toHalfWidth } from '@huiqi/domain'
import type { Scalar } from '@huiqi/engine'
import type { RowBatch, RowSource } from '@huiqi/population'
import type { Column } from './read-columns.ts'

type Cell = ReturnType<RowBatch['cell']>
type Physical = RowSource['columns'][number]['physical']

/** How the file itself calls a place, such as `Sheet1!C12`; absent where the line says it. */
export interface PlaceInFile {
  readonly cell?: string
}

/** What one row says. */
export interface Row extends PlaceInFile {
  readonly line: number
  readonly uscc: string
  readonly name: string
  readonly values: readonly {
    readonly fact: string
    readonly year: number | null
    readonly value: Scalar
  }[]
}

/** A row that is sound, or what is wrong with it. */
export type ReadRow =
  | { readonly row: Row; readonly issues: readonly [] }
  | { readonly row: null; readonly issues: readonly Issue[] }

const UNKNOWN = new Set(['', 'unknown', '未知', '不详', '不清楚', 'null', '-', '—', 'n/a'])
const MIDNIGHT = /[ T]00:00(?::00(?:\.0+)?)?(?:Z|\+00(?::?00)?)?$/

const ofNumber = (cell: number | bigint, physical: Physical): string => {
  if (physical === 'days') return fromDayNumber(Number(cell))
  if (typeof physical === 'object') return Number(cell).toFixed(physical.scale)
  return String(cell)
}

/** A cell as people would write it; empty when nothing is known. */
export const textOfCell = (cell: Cell, physical: Physical = 'plain'): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return String(cell)
  if (typeof cell === 'string') return cell.trim()
  return Number.isNaN(Number(cell)) ? '' : ofNumber(cell, physical)
}

const isNumberText = (text: string): boolean => /^-?[\d,]+(?:\.\d+)?$/.test(text)

/** Reads the rows of batches by columns. */
export interface RowReading {
  readonly read: (batch: RowBatch, row: number) => ReadRow
}

const readUscc = (text: string, report: Report): string => {
  if (text === '') {
    report('import.uscc-missing', {})
    return ''
  }
  const parsed = parseUscc(text)
  if (parsed.ok) return parsed.uscc
  for (const { code, params } of parsed.issues) report(code, { found: text, ...params })
  return ''
}

const readValue = (
  column: Extract<Column, { kind: 'fact' }>,
  text: string,
  report: Report,
): Row['values'] => {
  if (UNKNOWN.has(text.toLowerCase())) return []
  const bare = column.fact.type === 'date' ? text.replace(MIDNIGHT, '') : text
  const whole = isNumberText(toHalfWidth(bare)) ? `${bare}${column.measure}` : bare
  const parsed = parseStated(whole, column.fact, { index: column.index, unit: column.unit })
  if (parsed.ok) return [{ fact: column.fact.id, year: column.year, value: parsed.value }]
  report(parsed.code, { fact: column.fact.id, ...parsed.params })
  return []
}

/** A place with its name, if it has one. */
export const namedPlace = (cell: string | undefined): PlaceInFile =>
  cell === undefined ? {} : { cell }

const cellIn = (batch: RowBatch, row: number, column: number | null): PlaceInFile =>
  namedPlace(batch.placeOf?.(row, column))

/** Reads rows by columns; a code that stands in two rows is reported. */
export const createRowReading = (
  { columns: names }: RowSource,
  columns: readonly Column[],
): RowReading => {
  const lines = new Map<string, string | number>()

  const readCells = (batch: RowBatch, place: number, issues: Issue[]): Row => {
    const line = batch.lineOf(place)
    const values: Row['values'][number][] = []
    let [uscc, name] = ['', '']
    for (const [at, column] of columns.entries()) {
      const head = names[at]
      const text = textOfCell(batch.cell(place, at), head?.physical)
      const report: Report = (code, params) => {
        const path = head?.name ?? ''
        const cell = cellIn(batch, place, at)
        issues.push({
          code,
          severity: 'error',
          line,
          column: at + 1,
          path,
          params: { ...params, ...cell },
        })
      }
      if (column.kind === 'uscc') uscc = readUscc(text, report)
      if (column.kind === 'name') name = text
      if (column.kind === 'fact') values.push(...readValue(column, text, report))
    }
    return { line, ...cellIn(batch, place, null), uscc, name, values }
  }

  const findRepetition = ({ uscc, line, cell }: Row): readonly Issue[] => {
    if (uscc === '') return []
    const before = lines.get(uscc)
    if (before === undefined) {
      lines.set(uscc, cell ?? line)
      return []
    }
    const params = { uscc, line: before, ...namedPlace(cell) }
    return [{ code: 'import.uscc-twice', severity: 'error', line, params }]
  }

  return {
    read: (batch, place) => {
      const fault = batch.faultOf(place)
      if (fault !== null) {
        const { code } = fault
        const line = batch.lineOf(place)
        const params = { ...cellIn(batch, place, null), ...fault.params }
        return { row: null, issues: [{ code, severity: 'error', line, params }] }
      }
      const issues: Issue[] = []
      const row = readCells(batch, place, issues)
      issues.push(...findRepetition(row))
      return issues.length > 0 ? { row: null, issues } : { row, issues: [] }
    },
  }
}

type Report = (code: string, params: IssueParams) => void
