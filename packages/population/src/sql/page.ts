import type { Dialect } from './dialect.ts'
import { layoutBroken, PAGE, printFlat, remark } from './print-sql.ts'
import { hasNotes, type Sql } from './sql-node.ts'

/** A column of a step: its text, what it means, and its name. */
export interface PageColumn {
  readonly sql: Sql
  readonly name: string
  readonly remarks: readonly string[]
}

/** A named step of a query: the columns it adds to those of the step before. */
export interface PageStep {
  readonly name: string
  readonly remarks: readonly string[]
  readonly columns: readonly PageColumn[]
}

const STEP = '  '

/** Every line moved to the right, empty ones not. */
export const indent = (text: string, depth = 1): string =>
  text.replaceAll(/^(?=.)/gm, STEP.repeat(depth))

const COLUMN_INDENT = 2

const columnText = ({ sql, name, remarks }: PageColumn, dialect: Dialect): string => {
  const above = remarks.map((text) => `${remark(text)}\n`).join('')
  const at = { dialect, indent: COLUMN_INDENT * STEP.length }
  const flat = printFlat(sql, dialect)
  const isShort = at.indent + flat.length + ` AS ${name},`.length <= PAGE && !hasNotes(sql)
  const text = isShort ? flat : layoutBroken(sql, at)
  const body = sql.kind === 'all' || sql.kind === 'any' ? enclosed(text) : text
  return `${above}${body} AS ${name}`
}

const enclosed = (text: string): string =>
  text.includes('\n') ? `(\n${indent(text)}\n)` : `(${text})`

/** Columns one below another. */
export const columnsText = (columns: readonly PageColumn[], dialect: Dialect): string =>
  columns.map((column) => columnText(column, dialect)).join(',\n')

/** A step that keeps everything of the step before. */
export const stepText = (step: PageStep, before: string, dialect: Dialect): string => {
  const remarks = step.remarks.map((text) => `${remark(text)}\n`).join('')
  const columns = columnsText(step.columns, dialect)
  const fence = dialect.fence === null ? '' : `\n${dialect.fence}`
  const body = `${remarks}SELECT\n${indent(`s.*,\n${columns}`)}\nFROM ${before} AS s${fence}`
  return `${step.name} AS (\n${indent(body)}\n)`
}
