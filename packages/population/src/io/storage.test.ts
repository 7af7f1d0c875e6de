import { expect, test } from 'vitest'
import { makeValues, STORAGES, type Storage, storageFor, storageOf, valuesOver } from './storage.ts'

test.each([
  { least: 0, greatest: 253, storage: 'u8' },
  { least: 0, greatest: 254, storage: 'u16' },
  { least: 0, greatest: 65_533, storage: 'u16' },
  { least: 0, greatest: 65_534, storage: 'i32' },
  { least: -1, greatest: 1, storage: 'i32' },
  { least: -2_147_483_646, greatest: 2_147_483_647, storage: 'i32' },
  { least: -2_147_483_647, greatest: 0, storage: 'f64' },
  { least: 0, greatest: 2_147_483_648, storage: 'f64' },
])('$least to $greatest takes $storage', ({ least, greatest, storage }) => {
  expect(storageFor(least, greatest)).toBe(storage)
})

const NAMES: readonly Storage[] = ['u8', 'u16', 'i32', 'f64']

test.each(NAMES)('values of %s are on shared memory and keep their marks', (storage) => {
  const values = makeValues(storage, 2)
  const { missing, never, bytes } = STORAGES[storage]
  values.set([missing, never])
  expect(storageOf(values)).toBe(storage)
  expect(values.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect([values.byteLength, values[0], values[1]]).toEqual([2 * bytes, missing, never])
})

test('values can lie over bytes', () => {
  const bytes = Uint8Array.of(0, 0, 1, 2).buffer
  expect(valuesOver('u16', bytes, { offset: 2, rows: 1 })).toEqual(Uint16Array.of(0x0201))
})
