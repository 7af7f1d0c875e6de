import type { FactType, Subject } from '@huiqi/engine'
import { LONGEST_NAME, OWNER_COLUMN, THING_COLUMN, tableOf } from './column-name.ts'
import { DIALECTS, type Dialect, type DialectName } from './dialect.ts'
import type { SourceColumn } from './scope.ts'
import type { SqlType } from './sql-node.ts'
import { boundsOfFact, isDecimalType } from './stated-sql.ts'

const COLUMN_TYPES: Readonly<Record<FactType, SqlType>> = {
  money: 'big',
  count: 'big',
  rate: 'decimal',
  number: 'decimal',
  date: 'date',
  boolean: 'truth',
  code: 'text',
}

const DECIMALS = 6

const decimalText = (millionths: bigint): string => {
  const size = millionths < 0n ? -millionths : millionths
  const digits = size.toString().padStart(DECIMALS + 1, '0')
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`
}

const bounds = ({ name, definition }: SourceColumn, dialect: Dialect): string | null => {
  const { type } = definition
  if (COLUMN_TYPES[type] !== 'big' && COLUMN_TYPES[type] !== 'decimal') return null
  const { low, high } = boundsOfFact(definition)
  const asText = (bound: bigint): string =>
    isDecimalType(type) ? dialect.decimal(decimalText(bound)) : bound.toString()
  return `${name} BETWEEN ${asText(low)} AND ${asText(high)}`
}

const columnLine = (column: SourceColumn, dialect: Dialect): string => {
  const type = dialect.types[COLUMN_TYPES[column.definition.type]]
  const check =
    dialect.name === 'clickhouse' || dialect.name === 'spark' ? null : bounds(column, dialect)
  return `${column.name} ${type}${check === null ? '' : ` CHECK (${check})`}`
}

const constraintLines = (columns: readonly SourceColumn[], dialect: Dialect): readonly string[] => {
  if (dialect.name !== 'clickhouse') return []
  return columns.flatMap((column) => {
    const check = bounds(column, dialect)
    const name = `ck_${column.name}`.slice(0, LONGEST_NAME)
    return check === null ? [] : [`CONSTRAINT ${name} CHECK ${column.name} IS NULL OR ${check}`]
  })
}

const keyType = (dialect: Dialect): string => {
  if (dialect.name === 'clickhouse') return 'String'
  return `${dialect.types.text} NOT NULL`
}

const primaryKey = (names: readonly string[], dialect: Dialect): readonly string[] =>
  dialect.name === 'duckdb' || dialect.name === 'postgresql'
    ? [`PRIMARY KEY (${names.join(', ')})`]
    : []

const createTable = (
  dialect: Dialect,
  table: { readonly name: string; readonly subject: Subject },
  columns: readonly SourceColumn[],
): string => {
  const keys = table.subject === 'enterprise' ? [OWNER_COLUMN] : [OWNER_COLUMN, THING_COLUMN]
  const lines = [
    ...keys.map((key) => `${key} ${keyType(dialect)}`),
    ...columns.map((column) => columnLine(column, dialect)),
    ...constraintLines(columns, dialect),
    ...primaryKey(keys, dialect),
  ]
  const closing =
    dialect.name === 'clickhouse' ? `) ENGINE = MergeTree ORDER BY (${keys.join(', ')})` : ')'
  return `CREATE TABLE ${table.name} (\n  ${lines.join(',\n  ')}\n${closing};`
}

/** The statement that makes a table for the columns of several measures together. */
export const createTableSql = (
  dialect: DialectName,
  table: { readonly name: string; readonly subject: Subject },
  columns: readonly SourceColumn[],
): string => createTable(DIALECTS[dialect], table, columns)

/** The tables that a query reads: the enterprises, and the things where it is about some. */
export const tableSql = (
  dialect: Dialect,
  source: { readonly about: Subject; readonly table: string },
  columns: readonly SourceColumn[],
): string => {
  const ofEnterprise = columns.filter(({ definition }) => definition.subject === 'enterprise')
  const enterprises = createTable(
    dialect,
    { name: source.table, subject: 'enterprise' },
    ofEnterprise,
  )
  if (source.about === 'enterprise') return enterprises
  const ofThing = columns.filter(({ definition }) => definition.subject !== 'enterprise')
  const things = { name: tableOf(source.about), subject: source.about }
  return `${enterprises}\n\n${createTable(dialect, things, ofThing)}`
}
