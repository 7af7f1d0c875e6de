import type { CodeIndex, Derivation, FactDefinition } from '@huiqi/engine'
import { classFact } from './class-table-sql.ts'
import { columnName } from './column-name.ts'
import { formulaPart, formulaText } from './formula/formula-sql.ts'
import { resolvedFormula } from './formula/resolved-formula.ts'
import { align, type Fraction, toFraction } from './fraction.ts'
import { REMARKS } from './remark-words.ts'
import type { ResolvedSql, WhenOpen } from './resolved-sql.ts'
import {
  codesOfFact,
  define,
  openScope,
  type Scope,
  type ScopeOptions,
  sourceColumn,
} from './scope.ts'
import { scoreFact } from './score-sql.ts'
import { type ColumnNode, isCompound, type Sql } from './sql-node.ts'
import { statedFact } from './stated-sql.ts'
import { titleFact } from './title-sql.ts'
import { firstKnown, isAlways, isKnown, not } from './truth-sql.ts'
import { constantOf, orElse, pick } from './whole.ts'

/** A derived fact of one year: what its columns are called, and what the table states of it. */
interface Derived {
  readonly scope: Scope
  readonly name: string
  readonly stated: ColumnNode | null
  readonly statedValue: ResolvedSql
  readonly index: CodeIndex | null
}

const merged = (stated: Fraction, derived: Fraction): Fraction => {
  if (constantOf(stated.d) !== null && constantOf(derived.d) !== null) {
    const [first, second] = align(stated, derived)
    return { n: orElse(first.n, second.n), d: first.d }
  }
  const isStated = isKnown(stated.n.sql)
  return {
    n: pick([{ when: isStated, gives: stated.n }], derived.n),
    d: pick([{ when: isStated, gives: stated.d }], derived.d),
  }
}

interface Column {
  readonly suffix: string
  readonly sql: Sql
  readonly remarks: readonly string[]
}

const own = ({ scope, name }: Derived, { suffix, sql, remarks }: Column): Sql =>
  isCompound(sql) ? define(scope, `${name}_${suffix}`, { sql, remarks }) : sql

const reviewed = (derived: Derived, whenOpen: WhenOpen): WhenOpen => {
  const review = not(whenOpen.unknown)
  if (isAlways(review, true) || isAlways(review, false)) return whenOpen
  const remarks = [REMARKS[derived.scope.language].review]
  return { ...whenOpen, unknown: not(own(derived, { suffix: 'review', sql: review, remarks })) }
}

const ownNumber = (derived: Derived, value: Fraction, remarks: readonly string[]): Fraction => {
  const suffix = constantOf(value.d) === 1n ? 'resolved' : 'n'
  const over = constantOf(value.d) === 1n ? [] : [REMARKS[derived.scope.language].fraction]
  const n = own(derived, { suffix, sql: value.n.sql, remarks: [...remarks, ...over] })
  const d = own(derived, { suffix: 'd', sql: value.d.sql, remarks: [] })
  return { n: { ...value.n, sql: n }, d: { ...value.d, sql: d } }
}

/** The derived value wherever the table does not state one, in columns of its own. */
const kept = (derived: Derived, worked: ResolvedSql, remarks: readonly string[]): ResolvedSql => {
  const { statedValue } = derived
  const hasStated = derived.stated !== null
  if (worked.kind === 'number') {
    const fraction = toFraction(worked.value)
    const value =
      hasStated && statedValue.kind === 'number'
        ? merged(toFraction(statedValue.value), fraction)
        : fraction
    const number = ownNumber(derived, value, remarks)
    const whenOpen = reviewed(derived, worked.whenOpen)
    return { ...worked, value: { kind: 'fraction', ...number }, whenOpen }
  }
  const sql = derived.stated === null ? worked.value : firstKnown(derived.stated, worked.value)
  const value = own(derived, { suffix: 'resolved', sql, remarks })
  const whenOpen = reviewed(derived, worked.whenOpen)
  if (worked.kind !== 'code') return { ...worked, value, whenOpen }
  return { ...worked, value, coarse: null, index: derived.index, whenOpen }
}

const remarkOf = ({ language }: Scope, definition: FactDefinition, year: number | null): string => {
  const ofYear = year === null ? '' : `@${year}`
  return `${definition.id}${ofYear} · ${definition.name[language]}`
}

const fromFormula = (
  derived: Derived,
  { formula }: Extract<Derivation, { kind: 'formula' }>,
  at: { readonly definition: FactDefinition; readonly year: number | null },
): ResolvedSql => {
  const { definition, year } = at
  const { scope } = derived
  const isYearly = definition.period === 'year'
  const worked = resolvedFormula(formulaPart(scope, formula, { isYearly, year }), formula)
  const first = derived.stated === null ? '' : REMARKS[scope.language].statedFirst
  const remark = `${remarkOf(scope, definition, year)}: ${first}${formulaText(formula)}`
  return kept(derived, worked, [remark])
}

const resolveAfresh = (
  scope: Scope,
  definition: FactDefinition,
  year: number | null,
): ResolvedSql => {
  const { derivation } = definition
  const stated = sourceColumn(scope, definition, year)
  const statedValue = statedFact(scope, definition, stated)
  if (derivation === null) return statedValue
  const name = columnName(definition.id, year)
  const index = codesOfFact(scope, definition)
  const derived = { scope, name, stated, statedValue, index }
  const remark = remarkOf(scope, definition, year)
  const statedNumber = statedValue.kind === 'number' && stated ? statedValue.value : null
  switch (derivation.kind) {
    case 'formula':
      return fromFormula(derived, derivation, { definition, year })
    case 'class-table':
      return classFact(scope, derivation.table, { name, stated, index, remark })
    case 'score':
      return scoreFact(scope, derivation, { name, stated, statedNumber, remark })
    case 'validity':
      return titleFact(scope, derivation.qualification, { name, stated })
  }
}

/** A query with nothing in it yet that can work out every fact. */
export const openQuery = (options: ScopeOptions): Scope => openScope(options, resolveAfresh)
