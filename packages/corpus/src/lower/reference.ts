import type { FactType, Reference, YearReference } from '@huiqi/engine'
import type { Path } from '../place.ts'
import { type Context, findFact } from './context.ts'
import { isSoundFormula } from './formula.ts'
import type { LiteralType } from './literal.ts'

/** A left-hand side with the type of what may stand on the right. */
export interface TypedReference extends LiteralType {
  readonly reference: Reference
}

/** The keys of a left-hand side as authors write them. */
export interface ReferenceKeys {
  readonly fact?: string | undefined
  readonly formula?: string | undefined
  readonly type?: FactType | undefined
  readonly unit?: { readonly zh: string; readonly en: string } | undefined
  readonly year?: YearReference | undefined
}

const lowerFact = (
  context: Context,
  keys: ReferenceKeys & { readonly fact: string },
  path: Path,
): TypedReference | null => {
  const year = keys.year ?? null
  const fact = findFact(context, keys.fact, 'fact' in keys ? [...path, 'fact'] : path)
  if (fact === null) return null
  if (fact.period === 'year' && year === null) {
    context.report({ code: 'fact.year-missing', path, params: { fact: fact.id } })
    return null
  }
  if (fact.period === 'point' && year !== null) {
    context.report({
      code: 'fact.year-unwanted',
      path: [...path, 'year'],
      params: { fact: fact.id },
    })
    return null
  }
  const index = fact.codes === null ? null : (context.vocabulary.codeLists.get(fact.codes) ?? null)
  return { reference: { kind: 'fact', fact: fact.id, year }, type: fact.type, index }
}

const lowerFormula = (
  context: Context,
  keys: ReferenceKeys & { readonly formula: string },
  path: Path,
): TypedReference | null => {
  const { type, formula } = keys
  if (keys.year !== undefined) {
    context.report({ code: 'formula.year', path: [...path, 'year'] })
    return null
  }
  if (type === undefined || type === 'code') {
    context.report({ code: 'formula.type-missing', path: [...path, 'formula'] })
    return null
  }
  const use = { source: formula, type, period: 'point' as const, path: [...path, 'formula'] }
  if (!isSoundFormula(context, use)) return null
  return {
    reference: { kind: 'formula', formula, type, unit: keys.unit ?? null },
    type,
    index: null,
  }
}

/** A fact (of a year) or a formula; null with the faults reported. */
export const lowerReference = (
  context: Context,
  keys: ReferenceKeys,
  path: Path,
): TypedReference | null => {
  const { fact, formula } = keys
  if (fact !== undefined && formula === undefined)
    return lowerFact(context, { ...keys, fact }, path)
  if (formula !== undefined && fact === undefined) {
    return lowerFormula(context, { ...keys, formula }, path)
  }
  context.report({ code: 'reference.one-of-fact-formula', path })
  return null
}
