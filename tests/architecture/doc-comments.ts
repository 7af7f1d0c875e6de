import type { Statement } from '@babel/types'
import type { SourceFile } from './source-file.ts'
import { findingAt, lineOf } from './source-file.ts'

const declaresExport = (statement: Statement): boolean =>
  statement.type === 'ExportDefaultDeclaration' ||
  (statement.type === 'ExportNamedDeclaration' && statement.declaration != null)

const hasDocComment = (statement: Statement): boolean => {
  const last = statement.leadingComments?.at(-1)
  return last?.type === 'CommentBlock' && /^\*\s*\S/.test(last.value)
}

/** Exported declarations without a doc comment; re-exports need none. */
export const findUndocumentedExports = (source: SourceFile): readonly string[] =>
  source.tree.program.body
    .filter((statement) => declaresExport(statement) && !hasDocComment(statement))
    .map((statement) => findingAt(source, lineOf(statement), 'an export without a doc comment'))
