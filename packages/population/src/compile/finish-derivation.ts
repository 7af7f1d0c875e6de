import type { CompileContext } from './compile-context.ts'
import type { Domain } from './domain.ts'
import type { Draft } from './draft.ts'
import { finishClasses } from './finish-classes.ts'
import { finishLogic } from './finish-logic.ts'
import { finishScore } from './finish-score.ts'
import type { Derivation } from './slot.ts'

const ENGINE: Derivation = { kind: 'engine' }

/** A derivation over finished domains; what would need too large a table is left to the plain evaluator. */
export const finishDerivation = (
  context: CompileContext,
  domains: readonly Domain[],
  draft: Draft,
): Derivation | null => {
  const { derivation } = draft
  switch (derivation?.kind) {
    case undefined:
      return null
    case 'engine':
      return ENGINE
    case 'arithmetic':
      return derivation
    case 'logic':
      return finishLogic(domains, derivation.tree) ?? ENGINE
    case 'classes':
      return finishClasses(domains, { draft, derivation })
    case 'score':
      return finishScore(context, domains, { draft, derivation }) ?? ENGINE
  }
}
