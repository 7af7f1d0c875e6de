import { access } from 'node:fs/promises'
import { AppError, hasCode, type Issue, type Language } from '@huiqi/domain'
import {
  type DialectName,
  type MeasureSqlRequest,
  measureSql,
  type ParquetFile,
  parquetColumns,
  type Refusal,
  type SqlSelect,
} from '@huiqi/population'
import { type ClockOptions, clockOf } from '../clock.ts'
import { findMeasure } from '../find-measure.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { paint } from '../show/paint.ts'
import { showCityIssue } from './city-run.ts'

/** What `sql` is asked. */
export interface SqlOptions extends ClockOptions {
  readonly dialect: DialectName
  readonly select: SqlSelect
  readonly table?: string
  readonly parquet?: string
  readonly createTables?: true
}

type Say = (what: string, dialect: DialectName) => string

const REFUSALS: Readonly<Record<Language, Readonly<Record<Refusal['code'], Say>>>> = {
  zh: {
    'too-wide': (what, dialect) =>
      `在 ${dialect} 中写不准：${what}；所需位数超出该引擎整数的精度，可改用 clickhouse 或 postgresql`,
    'not-supported': (what, dialect) => `在 ${dialect} 中没有同义的写法：${what}`,
    'name-too-long': (what) => `列名超过 63 个字符，会被数据库悄悄截断：${what}`,
    'name-taken': (what) => `两项内容会用同一个列名：${what}`,
    'bad-name': (what) => `“${what}”不能作表名；请用字母、数字和下划线，可写 模式.表`,
  },
  en: {
    'too-wide': (what, dialect) =>
      `cannot be written exactly in ${dialect}: ${what}; it needs more digits than whole numbers have there. clickhouse and postgresql have more`,
    'not-supported': (what, dialect) => `nothing in ${dialect} means the same: ${what}`,
    'name-too-long': (what) =>
      `the name of a column has more than 63 letters, which databases cut off in silence: ${what}`,
    'name-taken': (what) => `two things would have the same column: ${what}`,
    'bad-name': (what) =>
      `"${what}" cannot be the name of a table; use letters, digits and _, perhaps SCHEMA.TABLE`,
  },
}

const NO_SQL = {
  zh: (id: string) => `${id} 没有 SQL 写法：`,
  en: (id: string) => `${id} has no SQL form: `,
} as const

const tellRefusal = (
  io: Io,
  { code, what }: Refusal,
  { id, dialect }: { readonly id: string; readonly dialect: DialectName },
): ExitCode => {
  const said = `${NO_SQL[io.language](id)}${REFUSALS[io.language][code](what, dialect)}`
  io.err(`${paint(io, 'bad', `${said} [${code}]`)}\n`)
  return EXIT.misuse
}

const openParquet = async (path: string): Promise<ParquetFile> => {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) throw new AppError('file-not-found', { path })
  return { path, columns: await parquetColumns(path) }
}

const write = async (io: Io, name: string, options: SqlOptions): Promise<ExitCode> => {
  const { dialect, select, table, parquet, createTables } = options
  const clock = clockOf(options, io.today)
  const rulebook = await loadRulebook(io)
  const { id } = findMeasure(rulebook, name, clock.submittedOn)
  const request: MeasureSqlRequest = {
    dialect,
    clock,
    select,
    language: io.language,
    ...(table === undefined ? {} : { table }),
    ...(parquet === undefined ? {} : { parquet: await openParquet(parquet) }),
  }
  const found = measureSql(rulebook, id, request)
  if (!found.ok) return tellRefusal(io, found.refusal, { id, dialect })
  const tables = createTables ? measureSql(rulebook, id, { ...request, select: 'table' }) : null
  if (tables?.ok && select !== 'table') io.out(`${tables.sql}\n`)
  io.out(found.sql)
  return EXIT.fine
}

const isOfFile = ({ code }: Issue): boolean => code.startsWith('file.')

/** `sql MEASURE`: the measure in the SQL of an engine; exit 2 when that engine cannot say the same. */
export const sql = async (io: Io, name: string, options: SqlOptions): Promise<ExitCode> => {
  try {
    return await write(io, name, options)
  } catch (error) {
    if (!hasCode(error, 'invalid-input') || !error.params.issues.every(isOfFile)) throw error
    for (const issue of error.params.issues) {
      io.err(`${paint(io, 'bad', showCityIssue(issue, io.language))}\n`)
    }
    return EXIT.misuse
  }
}
