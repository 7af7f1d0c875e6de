import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileKinds } from './reader/file-kind.ts'
import { jsonSchemaOf } from './schema/policy-schemas.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'policies', 'schema')

await mkdir(folder, { recursive: true })
for (const kind of fileKinds) {
  await writeFile(join(folder, `${kind}.schema.json`), jsonSchemaOf(kind))
}
