import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileKinds } from './reader/file-kind.ts'
import { jsonSchemaOf } from './schema/policy-schemas.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'policies', 'schema')

test.each(fileKinds)('the committed schema of %s is the generated one', async (kind) => {
  expect(await readFile(join(folder, `${kind}.schema.json`), 'utf8')).toBe(jsonSchemaOf(kind))
})
