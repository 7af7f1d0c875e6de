import { type Reference, yearMeant } from '@huiqi/engine'
import { formulaPart } from './formula/formula-sql.ts'
import { resolvedFormula } from './formula/resolved-formula.ts'
import type { ResolvedSql } from './resolved-sql.ts'
import type { Scope } from './scope.ts'

/** The calendar year of a left-hand side; null for facts without a period and for formulas. */
export const yearOfReference = (scope: Scope, reference: Reference): number | null =>
  reference.kind === 'formula' || reference.year === null
    ? null
    : yearMeant(scope.clock, reference.year)

/** The value of a left-hand side in every row. */
export const resolveReferenceSql = (scope: Scope, reference: Reference): ResolvedSql => {
  if (reference.kind === 'fact') {
    return scope.resolve(reference.fact, yearOfReference(scope, reference))
  }
  const part = formulaPart(scope, reference.formula, { isYearly: false, year: null })
  return resolvedFormula(part, reference.formula)
}
