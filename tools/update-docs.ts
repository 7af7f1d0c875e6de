import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rewriteConsoleBlocks } from './console-blocks.ts'
import { listDocuments } from './documents.ts'
import { ROOT } from './repository.ts'

for (const document of listDocuments()) {
  const file = path.join(ROOT, document)
  const before = readFileSync(file, 'utf8')
  const after = await rewriteConsoleBlocks(before)
  if (after !== before) writeFileSync(file, after)
  console.log(`${document}: ${after === before ? 'current' : 'rewritten'}`)
}
