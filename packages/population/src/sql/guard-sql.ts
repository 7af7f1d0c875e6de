import type { Guard } from '@huiqi/engine'
import { resolveReferenceSql } from './reference-sql.ts'
import { HOLE, type WhenOpen } from './resolved-sql.ts'
import type { Scope } from './scope.ts'
import type { Sql } from './sql-node.ts'
import { testSql } from './test-sql.ts'
import { all, isNull } from './truth-sql.ts'

/** A truth in every row: NULL where it is open, and why it is open there. */
export interface TruthSql {
  readonly truth: Sql
  readonly whenOpen: WhenOpen
}

/** All tests of a guard or leaf on the value it names. */
export const guardSql = (scope: Scope, guard: Guard): TruthSql => {
  const resolved = resolveReferenceSql(scope, guard.reference)
  const tests = guard.tests.map((test) => testSql(scope, resolved, test))
  const truth = all(...tests.map((test) => test.truth))
  return { truth, whenOpen: tests.some(({ hasGap }) => hasGap) ? HOLE : resolved.whenOpen }
}

/** All of several guards. */
export const guardsSql = (scope: Scope, guards: readonly Guard[]): readonly TruthSql[] =>
  guards.map((guard) => guardSql(scope, guard))

/** Whether a truth is open; two-valued. */
export const isOpenTruth = ({ truth }: TruthSql): Sql => isNull(truth)
