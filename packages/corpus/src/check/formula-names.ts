import { checkFormula, feelEnvironmentOf, parseFormula } from '@huiqi/engine'
import type { Vocabulary } from '../lower/vocabulary.ts'

/** A fact that a formula reads, and whether it reads the very year that it is asked for. */
export interface FormulaName {
  readonly name: string
  readonly isSameYear: boolean
}

/** The facts that a formula reads; none when it does not parse. */
export const namesInFormula = (
  vocabulary: Vocabulary,
  formula: string,
  period: 'point' | 'year',
): readonly FormulaName[] => {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return []
  const environment = feelEnvironmentOf({ facts: vocabulary.facts, hasCode: () => true }, period)
  return checkFormula(parsed.ast, environment).references.map(({ name, yearOffset }) => ({
    name,
    isSameYear: yearOffset === null || (yearOffset.base === 'same' && yearOffset.n === 0),
  }))
}
