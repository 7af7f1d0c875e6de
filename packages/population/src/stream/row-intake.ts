import { AppError, type Issue } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { USCC_BYTES } from '../city/uscc-bytes.ts'
import type { Cell } from '../io/cell.ts'
import { readColumnHeads, type SourceColumn, type UnknownColumns } from '../io/column-heads.ts'
import { createRowReader, planReading } from '../io/row-reader.ts'
import type { RowBatch } from '../io/row-source.ts'
import type { UsccIndex } from '../io/uscc-index.ts'
import { type HeldRows, holdRows } from './held-rows.ts'
import type { RowStream } from './row-stream.ts'

/** How the rows of a stream are read. */
export interface IntakeOptions {
  readonly rulebook: Rulebook
  readonly unknown: UnknownColumns
  /** The column that tells the rows apart. */
  readonly id: string
  /** Whether a row without an id is at fault. */
  readonly needsId: boolean
  readonly columnFaults: RowStream['columnFaults']
  readonly onIssue: (issue: Issue) => void
}

/** Reads rows of the same columns into a table. */
export interface RowIntake {
  readonly held: HeldRows
  /** What the row is called; null when it says nothing. */
  readonly idOf: (batch: RowBatch, row: number) => string | null
  /** Reads a row to a place of the table; its faults, all reported, none when it is sound. */
  readonly read: (
    from: { readonly batch: RowBatch; readonly row: number },
    to: number,
  ) => readonly Issue[]
}

/** Rows of a stream are not remembered, so none is found twice. */
const FORGETFUL: UsccIndex = {
  find: () => -1,
  add: () => undefined,
  rows: () => 0,
  bytes: () => new Uint8Array(USCC_BYTES),
}

const isSaid = (cell: Cell): boolean => cell !== undefined && cell !== null && cell !== ''

const headsFor = (columns: readonly SourceColumn[], options: IntakeOptions) => {
  const { id, rulebook, unknown, columnFaults } = options
  const named = columns.map((column) =>
    column.name === id && id !== 'uscc' ? { ...column, name: '' } : column,
  )
  const { heads, issues } = readColumnHeads(named, { rulebook, unknown })
  const isRefused = columnFaults === 'in-head' && issues.length > 0
  if (isRefused) throw new AppError('invalid-input', { issues })
  return { heads, issues }
}

/** The fault of a row without an id, or with a value in a column that cannot be understood. */
const faultsBefore = (
  { issues, id }: { readonly issues: readonly Issue[]; readonly id: number | 'not-needed' },
  batch: RowBatch,
  row: number,
): readonly Issue[] => {
  const line = batch.lineOf(row)
  const faults = issues.flatMap((issue) =>
    isSaid(batch.cell(row, (issue.column ?? 0) - 1)) ? [{ ...issue, line }] : [],
  )
  const hasId = id === 'not-needed' || isSaid(batch.cell(row, id))
  return hasId ? faults : [...faults, { code: 'row.id', severity: 'error', line, params: {} }]
}

/** Reads rows in `columns` into room for `rows` of them. Throws AppError `invalid-input` on a head that cannot be understood. */
export const createRowIntake = (
  columns: readonly SourceColumn[],
  rows: number,
  options: IntakeOptions,
): RowIntake => {
  const { rulebook, onIssue } = options
  const { heads, issues } = headsFor(columns, options)
  const plan = planReading(heads, rulebook)
  const held = holdRows(plan, rows)
  const names = columns.map(({ name }) => name)
  const id = names.indexOf(options.id)
  const looked = { issues, id: options.needsId ? id : 'not-needed' } as const
  let faults: Issue[] = []
  const note = (issue: Issue): void => {
    faults.push(issue)
    onIssue(issue)
  }
  const lineOfRow = (): number => 0
  const reader = createRowReader(rulebook, {
    heads,
    names,
    plan,
    usccs: FORGETFUL,
    lineOfRow,
    onIssue: note,
  })
  return {
    held,
    idOf: (batch, row) => {
      const cell = batch.cell(row, id)
      return isSaid(cell) ? String(cell) : null
    },
    read: ({ batch, row }, to) => {
      faults = []
      const isSound = reader.read(batch, row)
      if (batch.faultOf(row) === null) {
        for (const issue of faultsBefore(looked, batch, row)) note(issue)
      }
      if (isSound && faults.length === 0) held.write(to, reader.values)
      return faults
    },
  }
}
