import { type Column, columnKey, type Table } from '../table.ts'

/** A column as other programs get it. */
export interface ExportedColumn {
  readonly name: string
  readonly column: Column
  readonly form: /** Whole numbers of 10^-scale: the stored value times `times`. Money in yuan. */
    | { readonly kind: 'decimal'; readonly scale: number; readonly times: number }
    | { readonly kind: 'count' }
    | { readonly kind: 'truth' }
    | { readonly kind: 'code'; readonly codes: readonly string[] }
    | { readonly kind: 'day' }
    /** Whether the day is known never to have come. */
    | { readonly kind: 'never' }
}

const FEN_PER_YUAN = 100
const MOST_DECIMALS = 9

const decimalForm = ({ unit, type, fact }: Column): ExportedColumn['form'] => {
  const below = unit.d * (type === 'money' ? FEN_PER_YUAN : 1)
  for (let scale = 0; scale <= MOST_DECIMALS; scale += 1) {
    const above = unit.n * 10 ** scale
    if (above % below === 0) return { kind: 'decimal', scale, times: above / below }
  }
  throw new RangeError(`${fact} counts in ${unit.n}/${unit.d}, which is no decimal`)
}

const formOf = (column: Column): ExportedColumn['form'] => {
  switch (column.type) {
    case 'money':
    case 'rate':
    case 'number':
      return decimalForm(column)
    case 'count':
      return { kind: 'count' }
    case 'boolean':
      return { kind: 'truth' }
    case 'code':
      return { kind: 'code', codes: column.codes ?? [] }
    case 'date':
      return { kind: 'day' }
  }
}

const neverName = ({ fact, year }: Column): string => columnKey({ fact: `${fact}.never`, year })

/** How `never` is told: in the column itself, or in a truth column beside it where dates are dates. */
export type NeverStyle = 'inline' | 'beside'

/** The columns of a table for export, `uscc` not among them. */
export const exportedColumns = (table: Table, style: NeverStyle): readonly ExportedColumn[] =>
  table.columns.flatMap((column): readonly ExportedColumn[] => {
    const own: ExportedColumn = { name: columnKey(column), column, form: formOf(column) }
    const hasNever = style === 'beside' && column.type === 'date'
    return hasNever ? [own, { name: neverName(column), column, form: { kind: 'never' } }] : [own]
  })

/** The credit code of a row. */
export const usccAt = (uscc: Uint8Array, row: number): string => {
  const from = row * 18
  return String.fromCharCode(...uscc.subarray(from, from + 18))
}
