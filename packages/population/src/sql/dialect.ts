import type { SqlType } from './sql-node.ts'

/** The engines that the SQL is written for. */
export type DialectName = 'duckdb' | 'postgresql' | 'spark' | 'clickhouse'

/** How one engine spells what the others spell otherwise. Texts given to it are operands that bind tightly. */
export interface Dialect {
  readonly name: DialectName
  /** The bits of the widest exact whole number; infinite when it grows as needed. */
  readonly wideBits: number
  /** Type names for CAST; they keep NULL. */
  readonly types: Readonly<Record<SqlType, string>>
  /** The date that stands for `never`: the last one that every date of the engine can be compared with. */
  readonly never: string
  readonly date: (text: string) => string
  readonly decimal: (text: string) => string
  /** A whole number; `bits` is the length of its magnitude. */
  readonly integer: (digits: string, bits: number) => string
  readonly text: (text: string) => string
  /** The quotient of two whole numbers, neither negative, without its fraction. */
  readonly quotient: (a: string, b: string) => string
  /** A decimal times a million as a 64-bit whole number. */
  readonly millionths: (decimal: string) => string
  /** What stands before and behind the list of a membership; NULL where `column` is. */
  readonly membership: (operand: string, column: string) => readonly [string, string]
  readonly addDays: (date: string, days: string) => string
  readonly addMonths: (date: string, months: number) => string
  readonly daysBetween: (from: string, to: string) => string
  readonly monthEnd: (date: string) => string
  /** What keeps a step apart from the next, so that each of its columns is worked out once. */
  readonly fence: string | null
  /** What stands below every query. */
  readonly closing: string | null
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const backslashSafe = (text: string): string => quoted(text.replaceAll('\\', '\\\\'))
const isIn = (operand: string): readonly [string, string] => [`${operand} IN (`, ')']
const ansiDate = (text: string): string => `DATE '${text}'`
const asIs = (text: string): string => text

const LAST_DAY = '9999-12-31'

/** ClickHouse takes a longer number for one without a sign, which has no type in common with signed ones. */
const signedInteger = (digits: string, bits: number): string => {
  if (bits > 63) return `toInt256('${digits}')`
  return bits > 32 ? `toInt64('${digits}')` : digits
}

const duckdb: Dialect = {
  name: 'duckdb',
  wideBits: 126,
  types: {
    int: 'INTEGER',
    big: 'BIGINT',
    wide: 'HUGEINT',
    decimal: 'DECIMAL(15, 6)',
    truth: 'BOOLEAN',
    text: 'VARCHAR',
    date: 'DATE',
  },
  never: LAST_DAY,
  date: ansiDate,
  decimal: asIs,
  integer: asIs,
  text: quoted,
  quotient: (a, b) => `(${a} // ${b})`,
  millionths: (decimal) => `CAST(CAST(${decimal} AS DECIMAL(38, 6)) * 1000000 AS BIGINT)`,
  membership: isIn,
  addDays: (date, days) => `(${date} + CAST(${days} AS INTEGER))`,
  addMonths: (date, months) => `CAST(${date} + INTERVAL (${months}) MONTH AS DATE)`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  monthEnd: (date) => `LAST_DAY(${date})`,
  fence: null,
  closing: null,
}

const postgresql: Dialect = {
  name: 'postgresql',
  wideBits: Number.POSITIVE_INFINITY,
  types: {
    int: 'INTEGER',
    big: 'BIGINT',
    wide: 'NUMERIC',
    decimal: 'NUMERIC(15, 6)',
    truth: 'BOOLEAN',
    text: 'TEXT',
    date: 'DATE',
  },
  never: LAST_DAY,
  date: ansiDate,
  decimal: asIs,
  integer: asIs,
  text: quoted,
  quotient: (a, b) => `DIV(${a}, ${b})`,
  millionths: (decimal) => `CAST(${decimal} * 1000000 AS BIGINT)`,
  membership: isIn,
  addDays: (date, days) => `(${date} + CAST(${days} AS INTEGER))`,
  addMonths: (date, months) => `CAST(${date} + INTERVAL '${months} months' AS DATE)`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  monthEnd: (date) =>
    `CAST(DATE_TRUNC('month', ${date}) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)`,
  fence: 'OFFSET 0',
  closing: null,
}

const spark: Dialect = {
  name: 'spark',
  wideBits: 126,
  types: {
    int: 'INT',
    big: 'BIGINT',
    wide: 'DECIMAL(38, 0)',
    decimal: 'DECIMAL(15, 6)',
    truth: 'BOOLEAN',
    text: 'STRING',
    date: 'DATE',
  },
  never: LAST_DAY,
  date: ansiDate,
  decimal: asIs,
  integer: asIs,
  text: backslashSafe,
  quotient: (a, b) => `(${a} DIV ${b})`,
  millionths: (decimal) => `CAST(${decimal} * 1000000 AS BIGINT)`,
  membership: isIn,
  addDays: (date, days) => `DATE_ADD(${date}, CAST(${days} AS INT))`,
  addMonths: (date, months) => `ADD_MONTHS(${date}, ${months})`,
  daysBetween: (from, to) => `DATEDIFF(${to}, ${from})`,
  monthEnd: (date) => `LAST_DAY(${date})`,
  fence: null,
  closing: null,
}

const clickhouse: Dialect = {
  name: 'clickhouse',
  wideBits: 254,
  types: {
    int: 'Nullable(Int32)',
    big: 'Nullable(Int64)',
    wide: 'Nullable(Int256)',
    decimal: 'Nullable(Decimal(15, 6))',
    truth: 'Nullable(Bool)',
    text: 'Nullable(String)',
    date: 'Nullable(Date32)',
  },
  never: '2299-12-31',
  date: (text) => `toDate32('${text}')`,
  decimal: (text) => `toDecimal64('${text}', 6)`,
  integer: signedInteger,
  text: backslashSafe,
  quotient: (a, b) => `intDiv(${a}, ${b})`,
  millionths: (decimal) => `toInt64(toDecimal128(${decimal}, 6) * 1000000)`,
  membership: (operand, column) => [`if(${column} IS NULL, NULL, ${operand} IN (`, '))'],
  addDays: (date, days) => `addDays(${date}, ${days})`,
  addMonths: (date, months) => `addMonths(${date}, ${months})`,
  daysBetween: (from, to) => `dateDiff('day', ${from}, ${to})`,
  monthEnd: (date) => `toLastDayOfMonth(${date})`,
  fence: null,
  closing: 'SETTINGS join_use_nulls = 1',
}

/** Every dialect by its name. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  duckdb,
  postgresql,
  spark,
  clickhouse,
}

/** The names of the dialects, in the order of the documentation. */
export const DIALECT_NAMES: readonly DialectName[] = ['duckdb', 'postgresql', 'spark', 'clickhouse']

/** Whether a text names a dialect. */
export const isDialectName = (text: string): text is DialectName =>
  DIALECT_NAMES.some((name) => name === text)
