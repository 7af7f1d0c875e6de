import { REMARKS } from './remark-words.ts'
import { isOpen, joinOpen, MISSING, type ResolvedSql } from './resolved-sql.ts'
import { define, type Scope } from './scope.ts'
import type { ColumnNode, Sql } from './sql-node.ts'
import { all, any, comparison, decided, firstKnown, isNull } from './truth-sql.ts'

const valueSqlOf = (resolved: ResolvedSql): Sql => {
  if (resolved.kind === 'number') throw new TypeError('a title is no number')
  return resolved.value
}

const NEVER: Sql = { kind: 'date', value: 'never' }

/** Held in its own right on the day: granted and not expired. `never` lies after every day. */
const ownValidity = (scope: Scope, qualification: string): Sql => {
  const base = `qualification.${qualification}`
  const granted = valueSqlOf(scope.resolve(`${base}.granted_on`, null))
  const until = valueSqlOf(scope.resolve(`${base}.valid_until`, null))
  const today: Sql = { kind: 'date', value: scope.clock.asOf }
  const isOver = any(
    comparison('>', granted, today),
    comparison('<', until, today),
    comparison('=', until, NEVER),
  )
  const isHeld = all(
    comparison('<=', granted, today),
    comparison('>=', until, today),
    comparison('<>', until, NEVER),
  )
  return decided(isHeld, isOver)
}

const remarksOf = (scope: Scope, id: string, implied: readonly string[]): readonly string[] => {
  const { language, rulebook, clock } = scope
  const name = rulebook.qualifications.get(id)?.name[language] ?? id
  const others = implied.length === 0 ? '' : REMARKS[language].alsoBy(implied)
  return [`qualification.${id} · ${REMARKS[language].held(name, clock.asOf)}${others}`]
}

/** Whether a title is held: stated, in its own right, or by a title that implies it. */
export const titleFact = (
  scope: Scope,
  qualification: string,
  at: { readonly stated: ColumnNode | null; readonly name: string },
): ResolvedSql => {
  const own = ownValidity(scope, qualification)
  const implying = scope.rulebook.corpus.qualifications.filter(({ implies }) =>
    implies.includes(qualification),
  )
  const others = implying.map(({ id }) => scope.resolve(`qualification.${id}`, null))
  const derived = any(own, ...others.map(valueSqlOf))
  const remarks = remarksOf(
    scope,
    qualification,
    implying.map(({ id }) => id),
  )
  const sql = at.stated === null ? derived : firstKnown(at.stated, derived)
  const value = define(scope, `${at.name}_resolved`, { sql, remarks })
  const whenOpen = joinOpen([
    { isOpen: isNull(own), whenOpen: MISSING },
    ...others.map((other) => ({ isOpen: isOpen(other), whenOpen: other.whenOpen })),
  ])
  return { kind: 'truth', value, whenOpen }
}
