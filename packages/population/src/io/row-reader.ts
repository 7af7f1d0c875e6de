import type { Issue } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { columnKey } from '../table.ts'
import {
  boundsCheck,
  type Cell,
  type CellFault,
  type CellKind,
  cellKind,
  NEVER_DAY,
  readCell,
} from './cell.ts'
import type { ColumnHead } from './column-heads.ts'
import { createTitleCheck, missingLastDays, type TitleCheck } from './complete-titles.ts'
import type { RowBatch } from './row-source.ts'
import { readUscc, type UsccIndex } from './uscc-index.ts'

/** A column that rows are read into. */
export interface FactColumn {
  readonly cell: CellKind
  readonly year: number | null
}

/** Where the cells of a source go. */
export interface ReadPlan {
  readonly columns: readonly FactColumn[]
  /** For each head the place of its column; -1 where it has none. */
  readonly places: readonly number[]
  /** The head of the credit code; -1 when there is none. */
  readonly uscc: number
}

/** Reads rows one after the other. */
export interface RowReader {
  /** The values of the row read last, by column. */
  readonly values: Float64Array
  /** The credit code of the row read last. */
  readonly code: Uint8Array
  /** False when the row is at fault; every fault is reported. */
  readonly read: (batch: RowBatch, row: number) => boolean
}

const keyOf = (head: ColumnHead): string | null => {
  if (head.kind === 'fact') return columnKey({ fact: head.cell.fact.id, year: head.year })
  return head.kind === 'never' ? columnKey(head) : null
}

const addedColumns = (rulebook: Rulebook, facts: ReadonlySet<string>): readonly FactColumn[] =>
  missingLastDays(rulebook, facts).flatMap((id) => {
    const fact = rulebook.facts.get(id)
    if (fact === undefined) return []
    return [{ cell: cellKind(fact), year: null }]
  })

/** Lays out the columns for heads; last days of titles are added where only first days are given. */
export const planReading = (heads: readonly ColumnHead[], rulebook: Rulebook): ReadPlan => {
  const named = heads.flatMap((head) => (head.kind === 'fact' ? [head] : []))
  const added = addedColumns(rulebook, new Set(named.map(({ cell }) => cell.fact.id)))
  const columns = [...named.map(({ cell, year }) => ({ cell, year })), ...added]
  const keys = columns.map(({ cell, year }) => columnKey({ fact: cell.fact.id, year }))
  const places = heads.map((head) => {
    const key = keyOf(head)
    return key === null ? -1 : keys.indexOf(key)
  })
  return { columns, places, uscc: heads.findIndex(({ kind }) => kind === 'uscc') }
}

const foundIn = (batch: RowBatch, row: number, column: number): string => {
  const cell = batch.cell(row, column)
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
}

interface Place {
  readonly batch: RowBatch
  readonly row: number
}

/** A head with the place of its column and the check of its values. */
interface Target {
  /** Where the head stands in the source. */
  readonly column: number
  readonly place: number
  readonly cell: CellKind
  readonly check: (value: number) => CellFault | null
}

interface Context {
  readonly heads: readonly ColumnHead[]
  readonly names: readonly string[]
  readonly plan: ReadPlan
  readonly targets: readonly Target[]
  /** Heads that say `never`, with the place of the date. */
  readonly nevers: readonly { readonly column: number; readonly place: number }[]
  readonly checkTitles: TitleCheck
  readonly usccs: UsccIndex
  readonly lineOfRow: (row: number) => number
  readonly onIssue: (issue: Issue) => void
}

const report = (
  context: Context,
  fault: CellFault,
  at: Place & { readonly column: number },
): void => {
  const { batch, row, column } = at
  const head = context.heads[column]
  const fact = head?.kind === 'fact' ? { fact: head.cell.fact.id } : {}
  const found = column === -1 ? {} : { found: foundIn(batch, row, column) }
  const name = context.names[column]
  const place = name === undefined ? {} : { column: column + 1, path: name }
  const params = { ...fact, ...found, ...fault.params }
  context.onIssue({
    code: fault.code,
    severity: 'error',
    line: batch.lineOf(row),
    ...place,
    params,
  })
}

const readFact = (target: Target, cell: Cell, values: Float64Array): CellFault | null => {
  const value = readCell(cell, target.cell)
  if (typeof value !== 'number') return value
  values[target.place] = value
  return target.check(value)
}

const readFacts = (context: Context, at: Place, values: Float64Array): number => {
  const { batch, row } = at
  let faults = 0
  for (const target of context.targets) {
    const fault = readFact(target, batch.cell(row, target.column), values)
    if (fault === null) continue
    report(context, fault, { ...at, column: target.column })
    faults += 1
  }
  return faults
}

const isTrue = (cell: unknown): boolean =>
  cell === true || cell === 1 || cell === 'true' || cell === 't'

const readNevers = (context: Context, at: Place, values: Float64Array): number => {
  let faults = 0
  for (const { column, place } of context.nevers) {
    if (!isTrue(at.batch.cell(at.row, column))) continue
    if (Number.isNaN(values[place])) values[place] = NEVER_DAY
    else {
      report(context, { code: 'value.date-and-never' }, { ...at, column })
      faults += 1
    }
  }
  return faults
}

const readCode = (context: Context, at: Place, code: Uint8Array): number => {
  const column = context.plan.uscc
  if (column === -1) return 0
  const faults = readUscc(at.batch.cell(at.row, column), code)
  for (const fault of faults) report(context, fault, { ...at, column })
  if (faults.length > 0) return faults.length
  const row = context.usccs.find(code)
  if (row === -1) return 0
  const params = { line: context.lineOfRow(row) }
  report(context, { code: 'uscc.twice', params }, { ...at, column })
  return 1
}

/** A reader for rows under heads. `lineOfRow` tells the line of a row that was accepted before. */
export const createRowReader = (
  rulebook: Rulebook,
  given: Omit<Context, 'targets' | 'nevers' | 'checkTitles'>,
): RowReader => {
  const { columns, places } = given.plan
  const byFact = new Map(columns.map(({ cell }, place) => [cell.fact.id, place]))
  const context: Context = {
    ...given,
    targets: given.heads.flatMap((head, column) => {
      if (head.kind !== 'fact') return []
      const { cell } = head
      return [{ column, place: places[column] ?? -1, cell, check: boundsCheck(cell.fact) }]
    }),
    nevers: given.heads.flatMap((head, column) => {
      const place = places[column] ?? -1
      return head.kind === 'never' && place !== -1 ? [{ column, place }] : []
    }),
    checkTitles: createTitleCheck(rulebook, byFact),
  }
  const values = new Float64Array(columns.length)
  const code = new Uint8Array(18)
  const read = (batch: RowBatch, row: number): boolean => {
    const at = { batch, row }
    const broken = batch.faultOf(row)
    if (broken !== null) {
      report(context, broken, { ...at, column: -1 })
      return false
    }
    values.fill(Number.NaN)
    const faults =
      readFacts(context, at, values) + readNevers(context, at, values) + readCode(context, at, code)
    const late = faults === 0 ? context.checkTitles(values) : null
    if (late !== null) report(context, late, { ...at, column: -1 })
    return faults === 0 && late === null
  }
  return { values, code, read }
}
