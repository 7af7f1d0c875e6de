import {
  checkFormula,
  type FactType,
  type FeelIssue,
  feelEnvironmentOf,
  feelTypeOf,
  parseFormula,
} from '@huiqi/engine'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import { type Context, isAboutSubject } from './context.ts'

/** A formula with the type that it must have and the place it stands in. */
export interface FormulaUse {
  readonly source: string
  readonly type: FactType
  /** `year` when it defines a fact of each year. */
  readonly period: 'point' | 'year'
  readonly path: Path
}

const CLOCK_NAMES = ['as_of', 'submitted_on']

const reportFeel = (context: Context, path: Path, issue: FeelIssue): void => {
  const name = issue.code === 'feel.unknown-name' ? issue.params.name : null
  const { declaredFacts } = context.vocabulary
  if (name !== null && declaredFacts.has(name) && !context.vocabulary.facts.has(name)) return
  const similar = name !== null ? nearest(name, [...declaredFacts, ...CLOCK_NAMES]) : []
  const params = similar.length > 0 ? { ...issue.params, similar } : issue.params
  context.report({ code: issue.code, path, params, target: issue.offset })
}

/** Whether the formula parses, names facts of the right subject and gives the type; every fault is reported. */
export const isSoundFormula = (context: Context, use: FormulaUse): boolean => {
  const { source, type, period, path } = use
  const parsed = parseFormula(source)
  if (!parsed.ok) {
    for (const issue of parsed.issues) reportFeel(context, path, issue)
    return false
  }
  const { vocabulary } = context
  const hasCode = (list: string, code: string): boolean =>
    vocabulary.codeLists.get(list)?.ancestors.has(code) ?? false
  const environment = feelEnvironmentOf({ facts: vocabulary.facts, hasCode }, period)
  const checked = checkFormula(parsed.ast, environment)
  for (const issue of checked.issues) reportFeel(context, path, issue)
  const areAbout = checked.references.map(({ name }) => {
    const fact = vocabulary.facts.get(name)
    return fact === undefined || isAboutSubject(context, fact, path)
  })
  if (checked.issues.length > 0 || areAbout.includes(false)) return false
  const expected = feelTypeOf(type)
  if (checked.type === expected) return true
  const params = { type, expected, found: String(checked.type) }
  context.report({ code: 'formula.type', path, params })
  return false
}
