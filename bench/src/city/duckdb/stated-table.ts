import { type Column, columnKey, columnName, type Table } from '@huiqi/population'

/** A stored value as the generated SQL reads it: fen, dates, codes as text. */
const statedSql = (place: number, { type, unit, codes, never }: Column): string => {
  const stored = `r${place}`
  switch (type) {
    case 'money':
    case 'count':
      return `CAST(${stored} AS BIGINT) * ${unit.n / unit.d}`
    case 'rate':
    case 'number':
      return `CAST(${stored} * ${unit.n} / ${unit.d}.0 AS DECIMAL(15, 6))`
    case 'date': {
      const day = `DATE '1970-01-01' + CAST(${stored} AS INTEGER)`
      return never === null
        ? day
        : `CASE WHEN ${stored} = ${never} THEN DATE '9999-12-31' ELSE ${day} END`
    }
    case 'code': {
      const listed = (codes ?? []).map((code) => `'${code}'`).join(', ')
      return `([${listed}])[${stored} + 1]`
    }
    default:
      return stored
  }
}

/** The names by which the generated SQL knows the columns. */
export const statedNames = ({ columns }: Table): ReadonlySet<string> =>
  new Set(columns.map(({ fact, year }) => columnName(fact, year)))

/** Makes the table that the generated SQL reads from one of stored values. */
export const statedTableSql = (name: string, from: string, { columns }: Table): string => {
  const said = columns.map(
    (column, place) => `${statedSql(place, column)} AS ${columnName(column.fact, column.year)}`,
  )
  return `CREATE TABLE ${name} AS SELECT rowid AS uscc, ${said.join(', ')} FROM ${from}`
}

/** The place of the column with the district; -1 without one. */
export const districtPlace = ({ columns }: Table): number =>
  columns.findIndex((column) => columnKey(column) === 'enterprise.district')
