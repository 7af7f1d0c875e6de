import type { Column } from '../table.ts'

/** How the values of a column lie in memory and on disk, little-endian. */
export type Storage = 'u8' | 'u16' | 'i32' | 'f64'

/** What every column of a storage shares: bytes a value, and the values with a meaning of their own. */
export interface StorageTraits {
  readonly bytes: number
  readonly missing: number
  /** Stands for `never` in columns of dates. */
  readonly never: number
  readonly least: number
  readonly greatest: number
}

/** The four storages. `greatest` and `least` bound the ordinary values. */
export const STORAGES: Readonly<Record<Storage, StorageTraits>> = {
  u8: { bytes: 1, missing: 255, never: 254, least: 0, greatest: 253 },
  u16: { bytes: 2, missing: 65_535, never: 65_534, least: 0, greatest: 65_533 },
  i32: {
    bytes: 4,
    missing: -2_147_483_648,
    never: -2_147_483_647,
    least: -2_147_483_646,
    greatest: 2_147_483_647,
  },
  f64: {
    bytes: 8,
    missing: Number.MIN_SAFE_INTEGER,
    never: Number.MIN_SAFE_INTEGER + 1,
    least: Number.MIN_SAFE_INTEGER + 2,
    greatest: Number.MAX_SAFE_INTEGER,
  },
}

/** Whether a text names a storage. */
export const isStorage = (text: string): text is Storage => text in STORAGES

/** The storage of an array. */
export const storageOf = (values: Column['values']): Storage => {
  if (values instanceof Uint8Array) return 'u8'
  if (values instanceof Uint16Array) return 'u16'
  return values instanceof Int32Array ? 'i32' : 'f64'
}

/** An array of `rows` values over bytes that begin at `offset`, a multiple of the value's size. */
export const valuesOver = (
  storage: Storage,
  bytes: ArrayBufferLike,
  { offset, rows }: { readonly offset: number; readonly rows: number },
): Column['values'] => {
  switch (storage) {
    case 'u8':
      return new Uint8Array(bytes, offset, rows)
    case 'u16':
      return new Uint16Array(bytes, offset, rows)
    case 'i32':
      return new Int32Array(bytes, offset, rows)
    case 'f64':
      return new Float64Array(bytes, offset, rows)
  }
}

/** A fresh array of `rows` values on shared memory. */
export const makeValues = (storage: Storage, rows: number): Column['values'] =>
  valuesOver(storage, new SharedArrayBuffer(rows * STORAGES[storage].bytes), { offset: 0, rows })

/** The bytes of an array. */
export const bytesOf = (values: Column['values']): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength)

/** The narrowest storage that holds whole numbers between two bounds. */
export const storageFor = (least: number, greatest: number): Storage => {
  const order: readonly Storage[] = ['u8', 'u16', 'i32']
  return (
    order.find(
      (storage) => STORAGES[storage].least <= least && greatest <= STORAGES[storage].greatest,
    ) ?? 'f64'
  )
}
