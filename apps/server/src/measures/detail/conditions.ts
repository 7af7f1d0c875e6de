import type { ConditionLine, ProvisionPlace } from '@huiqi/contract'
import type { IsoDate } from '@huiqi/domain'
import {
  type Condition,
  type Measure,
  parseFormula,
  type Reference,
  type Rulebook,
  references,
  typeOfReference,
} from '@huiqi/engine'
import { showGuard, words } from '@huiqi/wording'
import { inBothLanguages } from '../measure-summary.ts'

/** For whom and for when a measure is told. */
export interface Telling {
  readonly rulebook: Rulebook
  readonly day: IsoDate
}

/** A provision of the measure's instrument with its title. */
export const provisionOf = (
  { rulebook }: Telling,
  { instrument }: Measure,
  id: string,
): ProvisionPlace => {
  const provisions = rulebook.instruments.get(instrument)?.provisions ?? []
  return { id, title: provisions.find((provision) => provision.id === id)?.title ?? null }
}

/** The facts that a left-hand side looks at. */
export const factsOf = (reference: Reference): readonly string[] => {
  if (reference.kind === 'fact') return [reference.fact]
  const parsed = parseFormula(reference.formula)
  return parsed.ok ? [...new Set(references(parsed.ast).map(({ name }) => name))] : []
}

const toFacts = ({ rulebook }: Telling, reference: Reference): ConditionLine['facts'] =>
  factsOf(reference).flatMap((id) => {
    const fact = rulebook.facts.get(id)
    return fact === undefined ? [] : [{ id, name: fact.name, question: fact.question }]
  })

const compared = (telling: Telling, condition: Condition): ConditionLine['comparison'] => {
  if (condition.kind !== 'leaf' || condition.tests.length === 0) return null
  if (typeOfReference(telling.rulebook, condition.reference) === 'boolean') return null
  return inBothLanguages(telling, (reader) =>
    words[reader.language].punctuation.list(showGuard(reader, condition)),
  )
}

const linesOf = (
  telling: Telling,
  measure: Measure,
  { condition, depth }: { readonly condition: Condition; readonly depth: number },
): ConditionLine[] => {
  const parts = condition.kind === 'leaf' ? [] : condition.parts
  const line = {
    depth,
    kind: condition.kind,
    says: condition.says,
    provision: provisionOf(telling, measure, condition.provision),
    comparison: compared(telling, condition),
    facts: condition.kind === 'leaf' ? toFacts(telling, condition.reference) : [],
  }
  const below = parts.flatMap((part) =>
    linesOf(telling, measure, { condition: part, depth: depth + 1 }),
  )
  return [line, ...below]
}

/** The conditions of a measure, one line each, in the order of the text. */
export const conditionLines = (telling: Telling, measure: Measure): ConditionLine[] =>
  measure.eligible === null
    ? []
    : linesOf(telling, measure, { condition: measure.eligible, depth: 0 })
