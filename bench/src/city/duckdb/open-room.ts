import { type Measure, type Situation, situationOf } from '@huiqi/engine'
import { columnName, measureSql, type Table } from '@huiqi/population'
import type { BenchCity } from '../city-rules.ts'
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts'
import type { FormContext } from './condition-form.ts'
import { deriveValues } from './derived-values.ts'
import { statedNames, statedTableSql } from './stated-table.ts'

/** A database with the columns that some measures read, and the same columns for us. */
export interface DuckdbRoom extends FormContext {
  readonly database: BenchDatabase
}

const NOBODY = { uscc: null, name: '', facts: {}, things: {}, awards: [] }

/** The verdict of each row as `huiqi sql` writes it. */
export const verdictQuery = (
  { rulebook, clock }: Situation,
  { id }: Measure,
  table: Table,
): { readonly sql: string; readonly columns: readonly string[] } => {
  const columns = statedNames(table)
  const request = { dialect: 'duckdb', clock, select: 'verdict', language: 'en', columns } as const
  const found = measureSql(rulebook, id, request)
  if (!found.ok) throw new RangeError(`${id}: ${found.refusal.code} ${found.refusal.what}`)
  return {
    sql: found.sql.trimEnd().replace(/;$/, ''),
    columns: found.columns.map(({ name }) => name),
  }
}

const withColumnsRead = (
  situation: Situation,
  table: Table,
  measures: readonly Measure[],
): Table => {
  const names = new Set(
    measures.flatMap((measure) => verdictQuery(situation, measure, table).columns),
  )
  names.add('enterprise_district')
  const isRead = ({ fact, year }: Table['columns'][number]): boolean =>
    names.has(columnName(fact, year))
  return { ...table, columns: table.columns.filter(isRead) }
}

const fillDatabase = async (
  database: BenchDatabase,
  { table, derived }: FormContext,
): Promise<void> => {
  await database.load('stored', table)
  await database.run(statedTableSql('enterprises', 'stored', table))
  const added = derived.selectSql === '' ? '' : `POSITIONAL JOIN (${derived.selectSql}) AS derived`
  await database.run(`CREATE TABLE wide AS SELECT * FROM stored ${added}`)
  await database.run('DROP TABLE stored')
}

/**
 * Loads what the measures read into DuckDB: `enterprises` as `huiqi sql` reads it, and `wide` with stored
 * numbers and derived values ready.
 */
export const openDuckdbRoom = async (
  { rules, table: full }: BenchCity,
  measures: readonly Measure[],
): Promise<DuckdbRoom> => {
  const { rulebook, clock } = rules
  const situation = situationOf(rulebook, NOBODY, { clock })
  const table = withColumnsRead(situation, full, measures)
  const derived = deriveValues(situation, measures, statedNames(table))
  const database = await openBenchDatabase()
  const context = { situation, table, derived }
  await fillDatabase(database, context)
  return { ...context, database }
}
