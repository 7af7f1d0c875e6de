import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import wabt from 'wabt'
import { PRIMITIVES_WASM } from './primitives.generated.ts'

test('the assembled text is the committed binary', async () => {
  const source = new Uint8Array(readFileSync(join(import.meta.dirname, 'primitives.wat')))
  const { parseWat } = await wabt()
  const { buffer } = parseWat('primitives.wat', source, { simd: true }).toBinary({})
  expect(Buffer.from(buffer).toString('base64')).toBe(PRIMITIVES_WASM)
})
