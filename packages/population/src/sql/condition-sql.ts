import type { Condition, Group, Leaf } from '@huiqi/engine'
import { guardSql, isOpenTruth, type TruthSql } from './guard-sql.ts'
import { joinOpen } from './resolved-sql.ts'
import type { Scope } from './scope.ts'
import { depthOf, isCompound, type Sql } from './sql-node.ts'
import { all, any, column, isNeverNull, not } from './truth-sql.ts'

/** One leaf of a rule as a column of its own. */
export interface LeafColumn {
  readonly name: string
  readonly leaf: Leaf
  readonly sql: Sql
}

/** A condition over the columns of its leaves; `shown` is its truth with the statements of its groups. */
export interface ConditionSql extends TruthSql {
  readonly shown: Sql
}

/** A whole rule with its leaves in order. */
export interface RuleSql extends ConditionSql {
  readonly leaves: readonly LeafColumn[]
}

const ofLeaf = (scope: Scope, leaf: Leaf, leaves: LeafColumn[]): ConditionSql => {
  const { truth: sql, whenOpen } = guardSql(scope, leaf)
  const name = `c${leaves.length + 1}`
  leaves.push({ name, leaf, sql })
  const truth = { ...column(name, depthOf(sql) + 1), isNeverNull: isNeverNull(sql) }
  return { truth, shown: truth, whenOpen }
}

const joined = (kind: Group['kind'], parts: readonly Sql[]): Sql => {
  switch (kind) {
    case 'all':
      return all(...parts)
    case 'any':
      return any(...parts)
    case 'except':
      return not(any(...parts))
  }
}

const noted = (scope: Scope, condition: Condition, shown: Sql): Sql =>
  condition.kind === 'leaf' || !isCompound(shown)
    ? shown
    : {
        kind: 'noted',
        operand: shown,
        note: `${condition.provision} · ${condition.says[scope.language]}`,
      }

const ofGroup = (scope: Scope, group: Group, leaves: LeafColumn[]): ConditionSql => {
  const parts = group.parts.map((part) => ({ part, sql: ofCondition(scope, part, leaves) }))
  const shown = parts.map(({ part, sql }) => noted(scope, part, sql.shown))
  return {
    truth: joined(
      group.kind,
      parts.map(({ sql }) => sql.truth),
    ),
    shown: joined(group.kind, shown),
    whenOpen: joinOpen(
      parts.map(({ sql }) => ({ isOpen: isOpenTruth(sql), whenOpen: sql.whenOpen })),
    ),
  }
}

const ofCondition = (scope: Scope, condition: Condition, leaves: LeafColumn[]): ConditionSql =>
  condition.kind === 'leaf' ? ofLeaf(scope, condition, leaves) : ofGroup(scope, condition, leaves)

/** A condition in every row. */
export const ruleSql = (scope: Scope, condition: Condition): RuleSql => {
  const leaves: LeafColumn[] = []
  return { ...ofCondition(scope, condition, leaves), leaves }
}
