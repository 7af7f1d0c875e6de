import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  DuckDBVector,
  INTEGER,
  USMALLINT,
  UTINYINT,
} from '@duckdb/node-api'
import type { Column, Table } from '@huiqi/population'

/** The narrowest type for what a column stores. */
const typeOf = ({ type, values }: Column): DuckDBType => {
  if (type === 'boolean') return BOOLEAN
  if (values instanceof Uint8Array) return UTINYINT
  if (values instanceof Uint16Array) return USMALLINT
  return values instanceof Int32Array ? INTEGER : DOUBLE
}

const fillVector = (vector: DuckDBVector, column: Column, from: number): void => {
  const { values, missing } = column
  const isTruth = column.type === 'boolean'
  for (let index = 0; index < vector.itemCount; index += 1) {
    const value = values[from + index] ?? missing
    if (value === missing) vector.setItem(index, null)
    else vector.setItem(index, isTruth ? value === 1 : value)
  }
  vector.flush()
}

/** Makes a table and fills it with stored values. */
export const appendTable = async (
  connection: DuckDBConnection,
  name: string,
  { rows, columns }: Table,
): Promise<void> => {
  const types = columns.map(typeOf)
  const said = types.map((type, place) => `r${place} ${type}`)
  await connection.run(`CREATE TABLE ${name} (${said.join(', ')})`)
  const appender = await connection.createAppender(name)
  const size = DuckDBVector.standardSize()
  for (let from = 0; from < rows; from += size) {
    const chunk = DuckDBDataChunk.create(types, Math.min(size, rows - from))
    for (const [place, column] of columns.entries()) {
      fillVector(chunk.getColumnVector(place), column, from)
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
