import type { Rulebook, Subject } from '@huiqi/engine'
import type { SourceColumn as FileColumn } from '../io/column-heads.ts'
import { columnKey } from '../table.ts'
import {
  columnName,
  ENTERPRISES,
  OWNER_COLUMN,
  safeTableName,
  THING_COLUMN,
  tableOf,
} from './column-name.ts'
import { DIALECTS } from './dialect.ts'
import { refuse } from './refusal.ts'
import type { SourceColumn } from './scope.ts'

/** A Parquet file as `writeParquet` makes it. */
export interface ParquetFile {
  readonly path: string
  readonly columns: readonly FileColumn[]
}

const { date, never, text } = DIALECTS.duckdb
/** Decimals that columns of rates and numbers keep. */
const DECIMALS = 6

const partsOf = (name: string) => {
  const [fact = '', year] = name.split('@')
  return { fact, year: year === undefined ? null : Number(year) }
}

/** The columns that a query can read once the views of the file are there. */
export const columnsInParquet = (
  { facts }: Pick<Rulebook, 'facts'>,
  { columns }: Pick<ParquetFile, 'columns'>,
): ReadonlySet<string> => {
  const known = columns.map(({ name }) => partsOf(name)).filter(({ fact }) => facts.has(fact))
  return new Set(known.map(({ fact, year }) => columnName(fact, year)))
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const scaleOf = ({ physical }: FileColumn): number =>
  typeof physical === 'object' ? physical.scale : 0

const decimalOf = (column: FileColumn): string =>
  scaleOf(column) > DECIMALS
    ? refuse('not-supported', `more than ${DECIMALS} decimals in ${column.name}`)
    : `CAST(${quoted(column.name)} AS DECIMAL(15, ${DECIMALS}))`

/** A column of the file in the unit and with the words of the tables. */
const tableValue = (column: FileColumn, { type }: SourceColumn['definition']): string => {
  const { name } = column
  const { fact, year } = partsOf(name)
  switch (type) {
    case 'money':
      return `CAST(${quoted(name)} * 100 AS BIGINT)`
    case 'count':
      return `CAST(${quoted(name)} AS BIGINT)`
    case 'rate':
    case 'number':
      return decimalOf(column)
    case 'date': {
      const flag = quoted(columnKey({ fact: `${fact}.never`, year }))
      return `CASE WHEN ${flag} THEN ${date(never)} ELSE ${quoted(name)} END`
    }
    default:
      return quoted(name)
  }
}

interface View {
  readonly name: string
  readonly keys: readonly string[]
  readonly columns: readonly SourceColumn[]
  readonly condition: string | null
}

const viewText = ({ name, keys, columns, condition }: View, file: ParquetFile): string => {
  const found = new Map(file.columns.map((column) => [column.name, column]))
  const lines = columns.flatMap(({ name: target, definition, year }) => {
    const column = found.get(columnKey({ fact: definition.id, year }))
    return column === undefined ? [] : [`${tableValue(column, definition)} AS ${target}`]
  })
  const from = `FROM read_parquet(${text(file.path)})`
  const where = condition === null ? '' : `\nWHERE ${condition}`
  const list = [...keys, ...lines].join(',\n  ')
  return `CREATE OR REPLACE VIEW ${name} AS\nSELECT\n  ${list}\n${from}${where};`
}

/** A thing is there where anything about its kind is known. */
const thingView = (
  { facts }: Pick<Rulebook, 'facts'>,
  about: Exclude<Subject, 'enterprise'>,
  { file, columns }: { readonly file: ParquetFile; readonly columns: readonly SourceColumn[] },
): View => {
  const own = file.columns.filter(({ name }) => facts.get(partsOf(name).fact)?.subject === about)
  const known = own.map(({ name }) => `${quoted(name)} IS NOT NULL`)
  return {
    name: tableOf(about),
    keys: [OWNER_COLUMN, `'1' AS ${THING_COLUMN}`],
    columns,
    condition: known.length === 0 ? 'FALSE' : known.join('\n  OR '),
  }
}

/**
 * The views through which DuckDB runs the query of a measure over a Parquet file of a city, in fen and
 * with the last date for `never`. Throws RefusedError where the file has no `uscc` or more decimals.
 */
export const parquetViews = (
  rulebook: Pick<Rulebook, 'facts'>,
  file: ParquetFile,
  query: {
    readonly about: Subject
    readonly table?: string
    readonly columns: readonly SourceColumn[]
  },
): string => {
  const { about, table = ENTERPRISES, columns } = query
  if (!file.columns.some(({ name }) => name === OWNER_COLUMN)) {
    return refuse('not-supported', `a Parquet file without the column ${OWNER_COLUMN}`)
  }
  const isOwn = ({ definition }: SourceColumn): boolean => definition.subject === 'enterprise'
  const enterprises: View = {
    name: safeTableName(table),
    keys: [OWNER_COLUMN],
    columns: columns.filter(isOwn),
    condition: null,
  }
  const things = columns.filter((column) => !isOwn(column))
  const views =
    about === 'enterprise'
      ? [enterprises]
      : [enterprises, thingView(rulebook, about, { file, columns: things })]
  return `${views.map((view) => viewText(view, file)).join('\n\n')}\n`
}
