import type { Language } from '@huiqi/domain'
import {
  type Clock,
  type CodeIndex,
  type FactDefinition,
  needKey,
  type Operand,
  type Rulebook,
  resolveOperand,
  type Scalar,
  type Situation,
  situationOf,
} from '@huiqi/engine'
import { columnName, LONGEST_NAME } from './column-name.ts'
import { refuse } from './refusal.ts'
import type { PointsSql, ResolvedSql } from './resolved-sql.ts'
import { type ColumnNode, depthOf, type Sql } from './sql-node.ts'
import { column, isNeverNull } from './truth-sql.ts'

/** A column that a query works out in a step of its own. */
export interface DefinedColumn {
  readonly name: string
  readonly sql: Sql
  /** What it means, above it. */
  readonly remarks: readonly string[]
  readonly depth: number
}

/** A column that a query reads from a table. */
export interface SourceColumn {
  readonly name: string
  readonly definition: FactDefinition
  readonly year: number | null
}

/** One query while it is being written: the day, what the table has, and what was needed so far. */
export interface Scope {
  readonly rulebook: Rulebook
  readonly clock: Clock
  readonly language: Language
  /** Null when the table has a column for every fact. */
  readonly present: ReadonlySet<string> | null
  /** Whether the measure is about a thing; without one, facts about things are not known. */
  readonly hasThing: boolean
  readonly blank: Situation
  readonly sources: Map<string, SourceColumn>
  readonly defined: Map<string, DefinedColumn>
  /** Indicators of scores that are worked out already. */
  readonly indicators: Map<string, PointsSql>
  /** The value of a fact in every row; worked out once. */
  readonly resolve: (fact: string, year: number | null) => ResolvedSql
}

/** What a query is written for. */
export interface ScopeOptions {
  readonly rulebook: Rulebook
  readonly clock: Clock
  readonly language: Language
  readonly present: ReadonlySet<string> | null
  readonly hasThing: boolean
}

const NOBODY = { uscc: null, name: '', facts: {}, things: {}, awards: [] }

/** Works out the value of a fact that a query has not asked for before. */
export type ResolveAfresh = (
  scope: Scope,
  definition: FactDefinition,
  year: number | null,
) => ResolvedSql

/** A query with nothing in it yet. */
export const openScope = (options: ScopeOptions, resolveAfresh: ResolveAfresh): Scope => {
  const memo = new Map<string, ResolvedSql>()
  const resolve = (fact: string, year: number | null): ResolvedSql => {
    const key = needKey({ fact, year })
    const ready = memo.get(key)
    if (ready) return ready
    const resolved = resolveAfresh(scope, definitionOf(scope, fact), year)
    memo.set(key, resolved)
    return resolved
  }
  const scope: Scope = {
    ...options,
    blank: situationOf(options.rulebook, NOBODY, { clock: options.clock }),
    sources: new Map(),
    defined: new Map(),
    indicators: new Map(),
    resolve,
  }
  return scope
}

/** A right-hand side on the day of submission; null where the text has a hole. */
export const operandOf = (scope: Scope, operand: Operand): Scalar | null =>
  resolveOperand(scope.blank, operand)

/** The definition of a fact. Throws RangeError on an unknown fact. */
export const definitionOf = (scope: Scope, fact: string): FactDefinition => {
  const definition = scope.rulebook.facts.get(fact)
  if (!definition) throw new RangeError(`unknown fact: ${fact}`)
  return definition
}

/** The code list of a fact of type `code`; null for other facts. */
export const codesOfFact = (scope: Scope, { codes }: FactDefinition): CodeIndex | null =>
  codes === null ? null : (scope.rulebook.codeLists.get(codes) ?? null)

/** The column in which the table states a fact; null when it has none. */
export const sourceColumn = (
  scope: Scope,
  definition: FactDefinition,
  year: number | null,
): ColumnNode | null => {
  if (definition.subject !== 'enterprise' && !scope.hasThing) return null
  const name = columnName(definition.id, year)
  if (scope.present !== null && !scope.present.has(name)) return null
  const earlier = scope.sources.get(name)
  const isOther = earlier !== undefined && earlier.definition.id !== definition.id
  if (isOther || scope.defined.has(name)) return refuse('name-taken', name)
  scope.sources.set(name, { name, definition, year })
  return column(name)
}

/** Gives an expression a column of its own, worked out once, and refers to it from then on. */
export const define = (
  scope: Scope,
  name: string,
  { sql, remarks = [] }: { readonly sql: Sql; readonly remarks?: readonly string[] },
): ColumnNode => {
  if (name.length > LONGEST_NAME) return refuse('name-too-long', name)
  if (scope.defined.has(name) || scope.sources.has(name)) return refuse('name-taken', name)
  const depth = depthOf(sql) + 1
  scope.defined.set(name, { name, sql, remarks, depth })
  return { ...column(name, depth), isNeverNull: isNeverNull(sql) }
}
