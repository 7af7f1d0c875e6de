import type { ClassTable, FactDefinition, Reference, ScoreTable } from '@huiqi/engine'
import type { Context } from '../lower/context.ts'
import { type Draft, reportOn } from '../lower/draft.ts'
import { isSoundFormula } from '../lower/formula.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { nearest } from '../nearest.ts'
import { namesInFormula } from './formula-names.ts'

interface DerivationCheck extends Draft {
  readonly vocabulary: Vocabulary
}

const checkType = (draft: Draft, fact: FactDefinition, expected: FactDefinition['type']): void => {
  if (fact.type === expected) return
  const report = reportOn(draft, 'fact', fact.id)
  report({ code: 'fact.derivation-type', path: ['type'], params: { fact: fact.id, expected } })
}

const checkDerivation = (draft: DerivationCheck, fact: FactDefinition): void => {
  const { derivation, id } = fact
  const report = reportOn(draft, 'fact', id)
  if (derivation?.kind === 'formula') {
    const context: Context = { vocabulary: draft.vocabulary, report, about: fact.subject }
    const { type, period } = fact
    const path = ['derive', 'formula']
    isSoundFormula(context, { source: derivation.formula, type, period, path })
  }
  if (derivation?.kind === 'class-table') checkType(draft, fact, 'code')
  if (derivation?.kind !== 'score') return
  checkType(draft, fact, 'number')
  const { table: tableId, group } = derivation
  const table = draft.corpus.scoreTables.find((entry) => entry.id === tableId)
  const groups = table?.groups.map((entry) => entry.id) ?? []
  if (table === undefined || group === null || groups.includes(group)) return
  const params = { table: table.id, id: group, similar: nearest(group, groups) }
  report({ code: 'score-table.group-unknown', path: ['derive', 'group'], params })
}

const namesInReference = (vocabulary: Vocabulary, reference: Reference): readonly string[] =>
  reference.kind === 'fact'
    ? [reference.fact]
    : namesInFormula(vocabulary, reference.formula, 'point').map(({ name }) => name)

/** The facts that a class table reads. */
export const namesInClassTable = (vocabulary: Vocabulary, table: ClassTable): readonly string[] => [
  table.by,
  ...table.rows.flatMap(({ limits }) =>
    limits.flatMap(({ reference }) => namesInReference(vocabulary, reference)),
  ),
]

/** The facts that a scoring table reads; of one group when it is named. */
export const namesInScoreTable = (
  vocabulary: Vocabulary,
  table: ScoreTable,
  group: string | null,
): readonly string[] =>
  table.groups
    .filter(({ id }) => group === null || id === group)
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ items }) => items)
    .flatMap(({ guards, per }) => [
      ...guards.map(({ reference }) => reference),
      ...(per === null ? [] : [per.reference]),
    ])
    .flatMap((reference) => namesInReference(vocabulary, reference))

/** The facts from which a fact is derived; for formulas of yearly facts only those of the same year. */
const sourcesOf = (draft: DerivationCheck, fact: FactDefinition): readonly string[] => {
  const { derivation, period } = fact
  const { vocabulary, corpus } = draft
  switch (derivation?.kind) {
    case 'formula':
      return namesInFormula(vocabulary, derivation.formula, period)
        .filter(({ isSameYear }) => isSameYear || period === 'point')
        .map(({ name }) => name)
    case 'class-table': {
      const table = corpus.classTables.find(({ id }) => id === derivation.table)
      return table === undefined ? [] : namesInClassTable(vocabulary, table)
    }
    case 'score': {
      const table = corpus.scoreTables.find(({ id }) => id === derivation.table)
      return table === undefined ? [] : namesInScoreTable(vocabulary, table, derivation.group)
    }
    default:
      return []
  }
}

const checkCycles = (draft: DerivationCheck): void => {
  const settled = new Set<string>()
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id)
    if (start !== -1) {
      const cycle = [...trail.slice(start), id]
      reportOn(
        draft,
        'fact',
        id,
      )({ code: 'fact.cycle', path: ['derive'], params: { cycle: cycle.join(' → ') } })
    }
    if (start !== -1 || settled.has(id)) return
    const fact = draft.vocabulary.facts.get(id)
    for (const source of fact === undefined ? [] : sourcesOf(draft, fact))
      visit(source, [...trail, id])
    settled.add(id)
  }
  for (const { id } of draft.corpus.facts) visit(id, [])
}

/** Derived facts have the type of what they are derived from, and none is derived from itself. */
export const checkDerivations = (draft: DerivationCheck): void => {
  for (const fact of draft.corpus.facts) checkDerivation(draft, fact)
  checkCycles(draft)
}
