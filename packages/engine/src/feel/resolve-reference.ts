import type { FeelReference, ReferenceNode } from './feel-ast.ts'
import type { FeelEnvironment, NameDeclaration } from './feel-environment.ts'
import type { FeelIssue, Misplacement } from './feel-issue.ts'

/** A name with its declaration and the year that is meant, or why it may not stand there. */
export type ResolvedReference =
  | {
      readonly ok: true
      readonly reference: FeelReference
      readonly declaration: NameDeclaration
    }
  | { readonly ok: false; readonly issue: FeelIssue }

const findMisplacement = (
  { yearOffset }: FeelReference,
  { period }: NameDeclaration,
  context: FeelEnvironment['context'],
): Misplacement | null => {
  if (yearOffset === null) return period === 'year' && context === 'point' ? 'year-needed' : null
  if (period === 'point') return 'not-yearly'
  if (yearOffset.base === 'same') return context === 'year' ? null : 'only-in-yearly-formula'
  return context === 'point' ? null : 'only-outside-yearly-formula'
}

/** Looks a name up; a bare yearly name in a yearly formula means the same year. */
export const resolveReference = (
  node: ReferenceNode,
  { names, context }: FeelEnvironment,
): ResolvedReference => {
  const { name, yearOffset, offset, length } = node
  const declaration = names.get(name)
  if (declaration === undefined) {
    return { ok: false, issue: { code: 'feel.unknown-name', offset, length, params: { name } } }
  }
  const reason = findMisplacement(node, declaration, context)
  if (reason !== null) {
    const params = { name, reason }
    return { ok: false, issue: { code: 'feel.wrong-context', offset, length, params } }
  }
  const isSameYear = yearOffset === null && declaration.period === 'year'
  const reference = { name, yearOffset: isSameYear ? { base: 'same' as const, n: 0 } : yearOffset }
  return { ok: true, reference, declaration }
}
