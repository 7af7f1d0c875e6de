import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { joinedCrc32 } from './joined-crc32.ts'

const bytes = Uint8Array.from({ length: 1000 }, (_, at) => (at * at + 7) % 251)

test.each([
  [1, 1],
  [999, 1000],
  [1000, 1000],
  [1001, 1000],
  [64, 1000],
  [100, 1000],
  [100, 0],
])('parts of %i bytes of %i have the checksum of the whole', (length, size) => {
  const whole = bytes.subarray(0, size)
  const parts = Array.from({ length: Math.ceil(size / length) }, (_, at) =>
    whole.subarray(at * length, (at + 1) * length),
  )
  const sums = Uint32Array.from(parts, (part) => crc32(part))
  const last = parts.at(-1)?.length ?? 0
  expect(joinedCrc32(sums, { bytes: length, last })).toBe(crc32(whole))
})
