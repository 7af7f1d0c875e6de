import { writeFileSync } from 'node:fs'
import path from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'

const ROOT = path.join(import.meta.dirname, '..', '..')

const HEAD = '/** The HTTP API as types; made from docs/openapi.json. */\n'

/** Writes the types of the HTTP API. */
const generate = async (): Promise<void> => {
  const ast = await openapiTypescript(new URL(`file://${path.join(ROOT, 'docs', 'openapi.json')}`))
  const out = path.join(ROOT, 'packages', 'client', 'src', 'openapi.generated.ts')
  writeFileSync(out, HEAD + astToString(ast))
}

await generate()
