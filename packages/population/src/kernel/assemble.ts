import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import wabt from 'wabt'

const SOURCE = join(import.meta.dirname, 'primitives.wat')
const TARGET = join(import.meta.dirname, 'primitives.generated.ts')

const { parseWat } = await wabt()
const module = parseWat('primitives.wat', new Uint8Array(readFileSync(SOURCE)), { simd: true })
const { buffer } = module.toBinary({})
const text = Buffer.from(buffer).toString('base64')
writeFileSync(
  TARGET,
  `/** The assembled primitives.wat as base64; written by assemble.ts. */\nexport const PRIMITIVES_WASM =\n  '${text}'\n`,
)
