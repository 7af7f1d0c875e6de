import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Column, columnKey } from '../table.ts'
import { type CellKind, FINENESS } from './cell.ts'
import type { ColumnEntry } from './city-head.ts'
import { createColumnFile } from './column-file.ts'
import { bytesOf, makeValues, STORAGES, type Storage, storageFor, valuesOver } from './storage.ts'

/** Rows that are held before they are written. */
export const ROWS_AT_ONCE = 32_768

/** A column that arrives value by value and ends as a file as narrow as its values allow. */
export interface ImportedColumn {
  /** The values of the rows not yet written, as `readCell` gives them. */
  readonly held: Float64Array
  /** Writes the first `rows` values held. */
  readonly flush: (rows: number) => Promise<void>
  readonly finish: () => Promise<ColumnEntry>
  readonly close: () => Promise<void>
}

type Unit = Column['unit']

/** How finely the values of a type may be counted, coarsest first: read units in a stored one, and what that is worth. */
const unitsOf = (type: CellKind['fact']['type']): readonly { step: number; unit: Unit }[] => {
  if (type === 'money') {
    return [100_000, 100, 1].map((step) => ({ step, unit: { n: step, d: 1 } }))
  }
  if (type !== 'rate' && type !== 'number') return [{ step: 1, unit: { n: 1, d: 1 } }]
  return Array.from({ length: 10 }, (_, place) => {
    const d = 10 ** place
    return { step: FINENESS / d, unit: { n: 1, d } }
  })
}

const FIRST_STORAGE: Readonly<Record<CellKind['fact']['type'], Storage>> = {
  money: 'f64',
  rate: 'f64',
  count: 'f64',
  number: 'f64',
  date: 'i32',
  boolean: 'u8',
  code: 'u16',
}

const isKnown = (value: number): boolean => Number.isFinite(value)

/** Follows values: their bounds, and the coarsest unit that counts them all exactly. */
const createSurvey = (type: CellKind['fact']['type']) => {
  const units = unitsOf(type)
  let coarsest = 0
  let least = 0
  let most = 0
  return {
    see: (value: number): void => {
      if (value < least) least = value
      if (value > most) most = value
      while (coarsest < units.length - 1 && value % (units[coarsest]?.step ?? 1) !== 0)
        coarsest += 1
    },
    best: () => {
      const { step, unit } = units[coarsest] ?? { step: 1, unit: { n: 1, d: 1 } }
      return { step, unit, storage: storageFor(least / step, most / step) }
    },
  }
}

const recode = (value: number, from: Storage, to: { storage: Storage; step: number }): number => {
  if (value === STORAGES[from].missing) return STORAGES[to.storage].missing
  if (value === STORAGES[from].never) return STORAGES[to.storage].never
  return value / to.step
}

const rewrite = async (
  path: string,
  from: Storage,
  to: { readonly path: string; readonly storage: Storage; readonly step: number },
) => {
  const source = await open(path, 'r')
  const target = await createColumnFile(to.path)
  const size = ROWS_AT_ONCE * STORAGES[from].bytes
  const buffer = new ArrayBuffer(size)
  try {
    for (;;) {
      const { bytesRead } = await source.read(new Uint8Array(buffer), 0, size)
      const rows = bytesRead / STORAGES[from].bytes
      if (rows === 0) break
      const read = valuesOver(from, buffer, { offset: 0, rows })
      const values = makeValues(to.storage, rows)
      for (let row = 0; row < rows; row += 1) values[row] = recode(read[row] ?? 0, from, to)
      await target.write(bytesOf(values))
    }
  } finally {
    await source.close()
  }
  return target.close()
}

/** A column in the folder. */
export const createImportedColumn = async (
  folder: string,
  { cell, year }: { readonly cell: CellKind; readonly year: number | null },
): Promise<ImportedColumn> => {
  const { fact } = cell
  const key = columnKey({ fact: fact.id, year })
  const first = FIRST_STORAGE[fact.type]
  const rawPath = join(folder, `${key}.raw`)
  const raw = await createColumnFile(rawPath)
  const held = new Float64Array(ROWS_AT_ONCE)
  const survey = createSurvey(fact.type)
  const { missing, never } = STORAGES[first]
  const flush = async (rows: number): Promise<void> => {
    const values = makeValues(first, rows)
    for (let row = 0; row < rows; row += 1) {
      const value = held[row] ?? Number.NaN
      if (isKnown(value)) survey.see(value)
      values[row] = isKnown(value) ? value : Number.isNaN(value) ? missing : never
    }
    await raw.write(bytesOf(values))
  }
  const finish = async (): Promise<ColumnEntry> => {
    await raw.close()
    const { step, unit, storage } = survey.best()
    const file = `${key}.${storage}`
    const seal = await rewrite(rawPath, first, { path: join(folder, file), storage, step })
    await rm(rawPath)
    return {
      fact: fact.id,
      year,
      type: fact.type,
      missing: STORAGES[storage].missing,
      never: fact.type === 'date' ? STORAGES[storage].never : null,
      unit,
      codes: fact.type === 'code' ? (cell.codes?.codes() ?? []) : null,
      storage,
      file,
      ...seal,
    }
  }
  const close = async (): Promise<void> => {
    await raw.close()
  }
  return { held, flush, finish, close }
}
