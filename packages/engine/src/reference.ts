import { evaluateFormula } from './formula.ts'
import { type FactType, NOT_FOUND, type Operand, type Reference, type Scalar } from './model.ts'
import type { Resolved } from './resolved.ts'
import type { Rulebook } from './rulebook.ts'
import { type Situation, yearMeant } from './situation.ts'

/** The value that a left-hand side stands for. */
export const resolveReference = (situation: Situation, reference: Reference): Resolved => {
  if (reference.kind === 'fact') {
    const year = reference.year === null ? null : yearMeant(situation.clock, reference.year)
    return situation.resolve(reference.fact, year)
  }
  return evaluateFormula(situation, reference.formula, { context: 'point', year: null, need: null })
}

/** The static type of a left-hand side. */
export const typeOfReference = (rulebook: Rulebook, reference: Reference): FactType => {
  if (reference.kind === 'formula') return reference.type
  const definition = rulebook.facts.get(reference.fact)
  if (!definition) throw new RangeError(`unknown fact: ${reference.fact}`)
  return definition.type
}

/** The right-hand side on the day of submission; null where the text or the parameter has a hole. */
export const resolveOperand = (situation: Situation, operand: Operand): Scalar | null => {
  if (operand.kind === 'literal') return operand.value
  if (operand.kind === 'not-found') return null
  const parameter = situation.rulebook.parameters.get(operand.parameter)
  if (!parameter) throw new RangeError(`unknown parameter: ${operand.parameter}`)
  const day = situation.clock.submittedOn
  const dated = parameter.values.find(({ from, to }) => from <= day && (to === null || day <= to))
  return dated === undefined || dated.value === NOT_FOUND ? null : dated.value
}

/** The name of the hole behind an operand that resolves to null. */
export const gapOf = (operand: Operand): string =>
  operand.kind === 'parameter' ? operand.parameter : NOT_FOUND
