import type { Exact } from '@huiqi/domain'
import type { Derivation, ScoreTable } from '@huiqi/engine'
import { columnName } from './column-name.ts'
import { align, fraction, type NumberSql, toFraction } from './fraction.ts'
import { indicatorSql, scaled } from './indicator-sql.ts'
import { refuse } from './refusal.ts'
import { REMARKS } from './remark-words.ts'
import { joinOpen, type PointsSql, type ResolvedSql } from './resolved-sql.ts'
import { define, type Scope } from './scope.ts'
import type { ColumnNode, Sql } from './sql-node.ts'
import { choose, comparison, firstKnown } from './truth-sql.ts'
import { atMost, constant, orElse, plus, type Whole } from './whole.ts'

/** What the columns of a score are called, and what the table states of it. */
export interface ScorePlace {
  readonly name: string
  readonly stated: ColumnNode | null
  /** The stated score as a number; null without a column. */
  readonly statedNumber: NumberSql | null
  readonly remark: string
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b)

/** The least number of parts of a point in which every figure of the table is whole. */
const scaleOf = ({ groups, max }: ScoreTable): bigint => {
  const figures: readonly Exact[] = groups.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => [
      indicator.max,
      ...indicator.items.map(({ points }) => points),
    ]),
  )
  return [max, ...figures].reduce(
    (scale, { d }) => (scale / greatestCommonDivisor(scale, d)) * d,
    1n,
  )
}

const totalOf = (scope: Scope, table: ScoreTable, group: string | null): PointsSql => {
  const scale = scaleOf(table)
  const groups = table.groups.filter(({ id }) => group === null || id === group)
  const spans = groups
    .flatMap(({ indicators }) => indicators)
    .map((indicator) => {
      const name = columnName(`${table.id}.${indicator.id}`, null)
      const ready = scope.indicators.get(name) ?? indicatorSql(scope, { indicator, name, scale })
      scope.indicators.set(name, ready)
      return ready
    })
  const cut = (total: Whole): Whole =>
    group === null ? atMost(total, scaled(table.max, scale)) : total
  return {
    low: cut(spans.map(({ low }) => low).reduce(plus, constant(0))),
    high: cut(spans.map(({ high }) => high).reduce(plus, constant(0))),
    whenOpen: joinOpen(
      spans.map(({ low, high, whenOpen }) => ({
        isOpen: comparison('<>', low.sql, high.sql),
        whenOpen,
      })),
    ),
  }
}

const MILLION = 1_000_000n

/** The points over one denominator, as stated where the table states the score. */
const orStated = (points: Whole, scale: bigint, at: ScorePlace): NumberSql => {
  const worked = { n: points, d: constant(scale) }
  if (at.statedNumber === null || at.stated === null) return fraction(worked.n, worked.d)
  if (at.statedNumber.kind === 'decimal' && scale === 1n) {
    const { decimal } = at.statedNumber
    const sql = firstKnown(at.stated, { kind: 'cast', type: 'decimal', operand: points.sql })
    const high = points.high * MILLION > decimal.high ? points.high * MILLION : decimal.high
    return { kind: 'decimal', decimal: { sql, low: decimal.low, high } }
  }
  const [first, second] = align(toFraction(at.statedNumber), worked)
  return fraction(orElse(first.n, second.n), first.d)
}

const named = (number: NumberSql, column: Sql): NumberSql =>
  number.kind === 'decimal'
    ? { kind: 'decimal', decimal: { ...number.decimal, sql: column } }
    : { ...number, n: { ...number.n, sql: column } }

const sqlOf = (number: NumberSql): Sql =>
  number.kind === 'decimal' ? number.decimal.sql : number.n.sql

/** A score: known where the points that are sure are all that are possible, else a range. */
export const scoreFact = (
  scope: Scope,
  derivation: Extract<Derivation, { kind: 'score' }>,
  at: ScorePlace,
): ResolvedSql => {
  const table = scope.rulebook.scoreTables.get(derivation.table)
  if (!table) throw new RangeError(`unknown score table: ${derivation.table}`)
  const scale = scaleOf(table)
  if (scale > MILLION) return refuse('not-supported', `the points of ${table.id}`)
  const points = totalOf(scope, table, derivation.group)
  const words = REMARKS[scope.language]
  const first = at.stated === null ? '' : words.statedFirst
  const parts = scale === 1n ? '' : words.partsOfPoint(scale)
  const low = orStated(points.low, scale, at)
  const high = orStated(points.high, scale, at)
  const lowColumn = define(scope, `${at.name}_low`, {
    sql: sqlOf(low),
    remarks: [`${at.remark}: ${first}${words.surePoints}${parts}`],
  })
  const highColumn = define(scope, `${at.name}_high`, {
    sql: sqlOf(high),
    remarks: [`${first}${words.possiblePoints}`],
  })
  const value = define(scope, `${at.name}_resolved`, {
    sql: choose([{ when: comparison('=', lowColumn, highColumn), gives: lowColumn }]),
  })
  return {
    kind: 'number',
    value: named(low, value),
    range: { low: named(low, lowColumn), high: named(high, highColumn) },
    whenOpen: points.whenOpen,
  }
}
