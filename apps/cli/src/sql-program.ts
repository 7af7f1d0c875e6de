import type { DialectName, SqlSelect } from '@huiqi/population'
import { Option } from 'commander'
import type { Shelf } from './shelf.ts'
import { SQL_USAGE } from './usage/sql-usage.ts'
import { USAGE } from './usage/usage-text.ts'

const DIALECTS: readonly DialectName[] = ['duckdb', 'postgresql', 'spark', 'clickhouse']
const SELECTS: readonly SqlSelect[] = ['verdict', 'amounts', 'counts', 'breakdown', 'table']

/** Adds `sql`. */
export const addSqlCommand = ({ program, io, perform }: Shelf): void => {
  const usage = SQL_USAGE[io.language]
  const { values, arguments: said, options } = USAGE[io.language]
  const { name } = usage.values
  program
    .command('sql')
    .description(usage.sql)
    .argument(`<${values.measure}>`, said.measure)
    .addOption(new Option(`--dialect <${name}>`, usage.dialect).choices(DIALECTS).default('duckdb'))
    .addOption(new Option(`--select <${name}>`, usage.select).choices(SELECTS).default('verdict'))
    .option(`--table <${name}>`, usage.table)
    .option(`--parquet <${values.file}>`, usage.parquet)
    .option('--create-tables', usage.createTables)
    .option(`--as-of <${values.day}>`, options.asOf)
    .option(`--submitted-on <${values.day}>`, options.submittedOn)
    .action(async (measure, chosen) => {
      const { sql } = await import('./commands/sql.ts')
      await perform((at) => sql(at, measure, chosen))
    })
}
