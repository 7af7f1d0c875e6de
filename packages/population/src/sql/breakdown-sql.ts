import { casesByCode } from './code-sql.ts'
import { refuse } from './refusal.ts'
import type { Scope } from './scope.ts'
import type { Sql } from './sql-node.ts'
import { choose, firstKnown } from './truth-sql.ts'

/** One way to part the rows: its name and the code of each row. */
export interface Dimension {
  readonly name: string
  readonly code: Sql
}

const NOT_KNOWN: Sql = { kind: 'text', value: '(not known)' }

/** Parts the rows by a fact; a code of a hierarchy counts under its top. */
export const dimensionOf = (scope: Scope, fact: string): Dimension => {
  const resolved = scope.resolve(fact, null)
  if (resolved.kind !== 'code') return refuse('not-supported', `a breakdown by ${fact}`)
  const name = fact.split('.').at(-1) ?? fact
  if (resolved.coarse === null) return { name, code: firstKnown(resolved.value, NOT_KNOWN) }
  const tops = [...resolved.coarse.tops.keys()]
  const cases = casesByCode(resolved, new Map(tops.map((top, place) => [top, place])))
  const branches = cases.map(({ when, place }): { readonly when: Sql; readonly gives: Sql } => ({
    when,
    gives: { kind: 'text', value: tops[place ?? -1] ?? '' },
  }))
  return { name, code: choose(branches, NOT_KNOWN) }
}
