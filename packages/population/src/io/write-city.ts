import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Column, columnKey, type Table } from '../table.ts'
import { CITY_FILE, CITY_FORMAT, type CityAbout, type CityHead, formatHead } from './city-head.ts'
import { type ColumnFile, createColumnFile } from './column-file.ts'
import { type Existing, startFolder } from './replace-folder.ts'
import { bytesOf, storageOf } from './storage.ts'

/** The file of the credit codes. */
export const USCC_FILE = 'uscc.bin'

/** A city folder in the making; it takes its place when finished, and leaves nothing when abandoned. */
export interface CityWriter {
  /** Where it is being made: further files of the city go there. */
  readonly path: string
  /** Adds rows. Every table must have the columns of the first. */
  readonly append: (table: Table) => Promise<void>
  readonly finish: (about: CityAbout & Partial<Pick<CityHead, 'measures'>>) => Promise<CityHead>
  readonly abandon: () => Promise<void>
}

interface OpenColumn {
  readonly column: Omit<Column, 'values'>
  readonly storage: ReturnType<typeof storageOf>
  readonly name: string
  readonly file: ColumnFile
}

/** The name of a column's file: `enterprise.revenue@2025.i32`. */
export const columnFileName = (column: Column): string =>
  `${columnKey(column)}.${storageOf(column.values)}`

const openColumn = async (folder: string, column: Column): Promise<OpenColumn> => {
  const name = columnFileName(column)
  const { values, ...rest } = column
  const file = await createColumnFile(join(folder, name))
  return { column: rest, storage: storageOf(values), name, file }
}

const sealColumns = async (open: readonly OpenColumn[]): Promise<CityHead['columns']> => {
  const columns: CityHead['columns'][number][] = []
  for (const { column, storage, name, file } of open) {
    const seal = await file.close()
    columns.push({ ...column, storage, file: name, ...seal })
  }
  return columns
}

/** Begins a city folder. Throws AppError `invalid-input` (`city.exists`) when the place is taken. */
export const createCityWriter = async (
  folder: string,
  existing: Existing = 'refuse',
): Promise<CityWriter> => {
  const pending = await startFolder(folder, existing)
  let open: readonly OpenColumn[] | null = null
  let uscc: ColumnFile | null = null
  let rows = 0
  const begin = async (table: Table): Promise<readonly OpenColumn[]> => {
    if (table.uscc !== null) uscc = await createColumnFile(join(pending.path, USCC_FILE))
    const opened: OpenColumn[] = []
    for (const column of table.columns) opened.push(await openColumn(pending.path, column))
    return opened
  }
  const append = async (table: Table): Promise<void> => {
    open ??= await begin(table)
    if (open.length !== table.columns.length) throw new RangeError('not the same columns')
    for (const [place, { values }] of table.columns.entries()) {
      await open[place]?.file.write(bytesOf(values))
    }
    if (uscc !== null && table.uscc !== null) await uscc.write(table.uscc)
    rows += table.rows
  }
  const closeAll = async (): Promise<CityHead['columns']> => sealColumns(open ?? [])
  const finish: CityWriter['finish'] = async ({ measures = null, ...about }) => {
    const columns = await closeAll()
    const seal = uscc === null ? null : await uscc.close()
    const codes = seal === null ? null : { file: USCC_FILE, ...seal }
    const head = { format: CITY_FORMAT, ...about, rows, columns, uscc: codes, measures } as const
    await writeFile(join(pending.path, CITY_FILE), formatHead(head))
    await pending.commit()
    return head
  }
  const abandon = async (): Promise<void> => {
    await closeAll()
    await uscc?.close()
    await pending.abandon()
  }
  return { path: pending.path, append, finish, abandon }
}

/** Writes a table as a city folder. */
export const writeCity = async (
  folder: string,
  table: Table,
  about: CityAbout & { readonly existing?: Existing },
): Promise<CityHead> => {
  const { existing = 'refuse', ...rest } = about
  const writer = await createCityWriter(folder, existing)
  try {
    await writer.append(table)
    return await writer.finish(rest)
  } catch (error) {
    await writer.abandon()
    throw error
  }
}
