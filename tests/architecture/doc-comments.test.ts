import { expect, test } from 'vitest'
import { findUndocumentedExports } from './doc-comments.ts'
import { parseSource } from './source-file.ts'

test.each([
  ['const', 'export const x = 1', 1],
  ['function', 'export function f() {}', 1],
  ['type', 'export type X = 1', 1],
  ['interface', 'export interface X {}', 1],
  ['class', 'export class X {}', 1],
  ['a default', 'export default 1', 1],
  ['a line comment', '// Says it.\nexport const x = 1', 1],
  ['a block that is not a doc comment', '/* Says it. */\nexport const x = 1', 1],
  ['an empty doc comment', '/** */\nexport const x = 1', 1],
  ['the comment of another', '/** Says it. */\nconst y = 1\nexport const x = 1', 1],
  ['a doc comment', '/** Says it. */\nexport const x = 1', 0],
  ['no export', 'const x = 1', 0],
  ['a re-export', "export { x } from './x.ts'", 0],
])('%s', (_, text, count) => {
  expect(findUndocumentedExports(parseSource('a.ts', text))).toHaveLength(count)
})
