import { parseFormula, references } from '@huiqi/engine'
import { refuse } from '../refusal.ts'
import type { ResolvedSql, WhenOpen } from '../resolved-sql.ts'
import { all, any, not } from '../truth-sql.ts'
import type { Part } from './part.ts'

const CLOCK = new Set(['as_of', 'submitted_on'])

const readsFacts = (formula: string): boolean => {
  const parsed = parseFormula(formula)
  return parsed.ok && references(parsed.ast).some(({ name }) => !CLOCK.has(name))
}

/** A value that does not exist asks for an officer, or shows a hole in the text when no fact is read. */
const whenOpenOf = (part: Part, formula: string): WhenOpen => {
  const { undefined: isUndefined, whenOpen } = part
  const waits = {
    unknown: all(not(isUndefined), whenOpen.unknown),
    gap: all(not(isUndefined), whenOpen.gap),
  }
  if (readsFacts(formula)) return waits
  return { unknown: any(isUndefined, waits.unknown), gap: any(isUndefined, waits.gap) }
}

/** The outcome of a formula as the value of a fact or of a left-hand side. */
export const resolvedFormula = (part: Part, formula: string): ResolvedSql => {
  const whenOpen = whenOpenOf(part, formula)
  switch (part.type) {
    case 'number':
    case 'money':
      return { kind: 'number', value: { kind: 'fraction', ...part.value }, range: null, whenOpen }
    case 'date':
      return { kind: 'date', value: part.value, whenOpen }
    case 'boolean':
      return { kind: 'truth', value: part.value, whenOpen }
    case 'text':
      return { kind: 'code', value: part.value, span: null, coarse: null, index: null, whenOpen }
    default:
      return refuse('not-supported', `a formula that gives ${part.type}`)
  }
}
