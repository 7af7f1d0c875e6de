import type { DialectName } from '@huiqi/population'

/** A database that runs the SQL of a measure. */
export interface SecondEngine {
  readonly dialect: DialectName
  readonly version: string
  readonly run: (sql: string) => Promise<void>
  /** The rows as arrays; every value is a text, a truth, a number or null. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>
  /** Fills a table from a CSV file with a head; an empty cell is NULL. */
  readonly load: (table: string, file: string) => Promise<void>
  readonly close: () => Promise<void>
}
